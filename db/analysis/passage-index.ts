import type { Span } from '../model/span.ts';

/** A passage with its turns; `id` keeps a passage from being found as its own neighbour. */
type IndexedPassage = Span & { id: number; firstTurn: number; lastTurn: number };

/** The best value so far, and the best one of another passage, for when the first belongs to the passage that asks. */
type Best = { value: number; id: number; next: number };

/** Passages of one transcript, to be asked whether another one lies to a passage in some way. Each answer is by halving. */
export class PassageIndex {
  private readonly byStart: readonly IndexedPassage[];
  private readonly starts: readonly number[];
  private readonly byEnd: readonly IndexedPassage[];
  private readonly ends: readonly number[];
  private readonly firstTurns: readonly number[];
  /** Of all passages up to each one, by start: the furthest end and the last turn. */
  private readonly furthestEnds: readonly Best[];
  private readonly latestTurns: readonly Best[];
  /** Of all passages from each one on, by start: the nearest end, negated. */
  private readonly nearestEnds: readonly Best[];
  private readonly sameSpans = new Map<string, Set<number>>();

  constructor(passages: readonly IndexedPassage[]) {
    this.byStart = passages.toSorted((left, right) => left.start - right.start);
    this.starts = this.byStart.map(({ start }) => start);
    this.firstTurns = this.byStart.map(({ firstTurn }) => firstTurn);
    this.byEnd = passages.toSorted((left, right) => left.end - right.end);
    this.ends = this.byEnd.map(({ end }) => end);
    this.furthestEnds = accumulate(this.byStart, ({ end }) => end);
    this.latestTurns = accumulate(this.byStart, ({ lastTurn }) => lastTurn);
    this.nearestEnds = accumulate(this.byStart.toReversed(), ({ end }) => -end).toReversed();
    for (const { id, start, end } of passages) {
      const key = `${start} ${end}`;
      this.sameSpans.set(key, (this.sameSpans.get(key) ?? new Set<number>()).add(id));
    }
  }

  /** Whether another passage shares a character with this one. */
  hasOverlapping({ id, start, end }: IndexedPassage): boolean {
    return bestOfOther(this.furthestEnds[countBelow(this.starts, end) - 1], id) > start;
  }

  /** Whether another passage begins and ends where this one does. */
  hasSame({ id, start, end }: IndexedPassage): boolean {
    const ids = this.sameSpans.get(`${start} ${end}`);
    return ids !== undefined && ids.size > (ids.has(id) ? 1 : 0);
  }

  /** Whether this passage lies inside another one. */
  hasAround({ id, start, end }: IndexedPassage): boolean {
    return bestOfOther(this.furthestEnds[countBelow(this.starts, start + 1) - 1], id) >= end;
  }

  /** Whether another passage lies inside this one. */
  hasWithin({ id, start, end }: IndexedPassage): boolean {
    return -bestOfOther(this.nearestEnds[countBelow(this.starts, start)], id) <= end;
  }

  /** Whether another passage is at most so many turns away. */
  hasNear({ id, firstTurn, lastTurn }: IndexedPassage, turns: number): boolean {
    const last = countBelow(this.firstTurns, lastTurn + turns + 1) - 1;
    return bestOfOther(this.latestTurns[last], id) >= firstTurn - turns;
  }

  /** Whether a passage begins after this one, at most so many turns later. The nearest one decides. */
  hasAfter({ end, lastTurn }: IndexedPassage, turns: number): boolean {
    const next = this.byStart[countBelow(this.starts, end)];
    return next !== undefined && next.firstTurn <= lastTurn + turns;
  }

  /** Whether a passage ends before this one, at most so many turns earlier. The nearest one decides. */
  hasBefore({ start, firstTurn }: IndexedPassage, turns: number): boolean {
    const last = this.byEnd[countBelow(this.ends, start + 1) - 1];
    return last !== undefined && last.lastTurn >= firstTurn - turns;
  }
}

const nothing: Best = { value: Number.NEGATIVE_INFINITY, id: 0, next: Number.NEGATIVE_INFINITY };

/** Returns for each passage the greatest value up to it. */
function accumulate(
  passages: readonly IndexedPassage[],
  measure: (passage: IndexedPassage) => number,
): Best[] {
  let best = nothing;
  return passages.map((passage) => {
    const value = measure(passage);
    if (value > best.value) best = { value, id: passage.id, next: best.value };
    else if (value > best.next) best = { ...best, next: value };
    return best;
  });
}

function bestOfOther(best: Best = nothing, id: number): number {
  return best.id === id ? best.next : best.value;
}

/** Returns how many values of a rising list are below the bound. */
function countBelow(values: readonly number[], bound: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
