import type { Span } from '../model/span.ts';

/** An excerpt before its text changes; `says` is the status of each coding on it by its code and coder. */
type Coded = Span & { id: number; quote: string; says: ReadonlyMap<string, string> };

/** An excerpt's new place and words, in UTF-16 units of the new text. */
type Move = Span & { id: number; quote: string };

/**
 * What becomes of a transcript's excerpts when another text takes the place of its text: `kept` keep their words,
 * `changed` get other words, `lost` have no place in the new text.
 */
export type ExcerptMoves<E extends Coded> = {
  kept: Move[];
  changed: { excerpt: E; move: Move }[];
  lost: E[];
};

/** Plans where each excerpt goes; `findPlace` tells its span in the later text, or undefined when it has none there. */
export function planMoves<E extends Coded>(
  { before, after }: { before: string; after: string },
  excerpts: readonly E[],
  findPlace: (excerpt: E) => Span | undefined,
): ExcerptMoves<E> {
  const plan: ExcerptMoves<E> = { kept: [], changed: [], lost: [] };
  const taken = new Map<string, E[]>();
  for (const excerpt of excerpts) {
    const span = findPlace(excerpt);
    const there = span && (taken.get(`${span.start} ${span.end}`) ?? []);
    if (span === undefined || there === undefined || there.some((other) => isContradicting(excerpt, other))) {
      plan.lost.push(excerpt);
      continue;
    }
    taken.set(`${span.start} ${span.end}`, [...there, excerpt]);
    const move = { id: excerpt.id, ...span, quote: after.slice(span.start, span.end) };
    if (move.quote === before.slice(excerpt.start, excerpt.end)) plan.kept.push(move);
    else plan.changed.push({ excerpt, move });
  }
  return plan;
}

/**
 * Two excerpts that come to stand in one place become one, and so does the same code by the same coder on both: with
 * different statuses, one of them would be gone without a word.
 */
function isContradicting({ says }: Coded, other: Coded): boolean {
  return [...says].some(([coding, status]) => (other.says.get(coding) ?? status) !== status);
}
