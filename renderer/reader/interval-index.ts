import { countWhile } from './piece-offsets.ts';

type Interval = { start: number; end: number };

/** Intervals by start, each with the furthest end up to it, so that a search can stop early. */
export type IntervalIndex<T extends Interval> = { sorted: readonly T[]; furthest: readonly number[] };

/** Builds an index over intervals (end exclusive) that answers overlap in logarithmic time and the answer's size. */
export function buildIntervalIndex<T extends Interval>(intervals: readonly T[]): IntervalIndex<T> {
  const sorted = intervals.toSorted((left, right) => left.start - right.start || right.end - left.end);
  let reached = Number.NEGATIVE_INFINITY;
  const furthest = sorted.map(({ end }) => {
    reached = Math.max(reached, end);
    return reached;
  });
  return { sorted, furthest };
}

/** Returns the intervals that share something with [start, end), by start, the longer first. */
export function listOverlapping<T extends Interval>(
  index: IntervalIndex<T>,
  start: number,
  end: number,
): T[] {
  const found: T[] = [];
  for (let at = countWhile(index.sorted, (item) => item.start < end) - 1; at >= 0; at -= 1) {
    if ((index.furthest[at] ?? 0) <= start) break;
    const item = index.sorted[at];
    if (item && item.end > start) found.push(item);
  }
  return found.reverse();
}
