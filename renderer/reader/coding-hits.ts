import { buildIntervalIndex, type IntervalIndex, listOverlapping } from './interval-index.ts';

type Placed = { id: number; start: number; end: number };

const indexes = new WeakMap<readonly Placed[], IntervalIndex<Placed>>();

/** Returns the ids of the codings that lie around a place of the text, the shortest first. A list is indexed once. */
export function listHits(codings: readonly Placed[], offset: number): number[] {
  const index = indexes.get(codings) ?? buildIntervalIndex(codings);
  indexes.set(codings, index);
  return listOverlapping(index, offset, offset + 1)
    .toSorted((left, right) => left.end - left.start - (right.end - right.start) || left.id - right.id)
    .map(({ id }) => id);
}
