/** Where pieces lie in the stored text: sorted, not overlapping, UTF-16 units, end exclusive. */
type Piece = { start: number; end: number };

/** A place within one piece; `within` counts UTF-16 units from the start of the piece. */
export type PiecePlace = { index: number; within: number };

/** Which way an offset between two pieces goes: the start of a passage forwards, its end backwards. */
export type Edge = 'start' | 'end';

/**
 * Returns the piece that holds an offset of the stored text. Where two pieces touch, a start belongs to the later
 * and an end to the earlier one. An offset between pieces moves to the nearest piece in the edge's direction, or
 * to the last (first) piece when there is none. Undefined when there are no pieces.
 */
export function findPiecePlace(pieces: readonly Piece[], offset: number, edge: Edge): PiecePlace | undefined {
  if (pieces.length === 0) return undefined;
  const index =
    edge === 'start'
      ? countWhile(pieces, (p) => p.end <= offset)
      : countWhile(pieces, (p) => p.start < offset) - 1;
  const clamped = Math.min(Math.max(index, 0), pieces.length - 1);
  const piece = pieces[clamped];
  if (!piece) return undefined;
  return { index: clamped, within: Math.min(Math.max(offset, piece.start), piece.end) - piece.start };
}

/** Returns the offset in the stored text of a place within a piece; a place beyond the piece is its end. */
export function toStoredOffset(pieces: readonly Piece[], place: PiecePlace): number {
  const piece = pieces[place.index];
  if (!piece) throw new RangeError(`There is no piece ${place.index} in a text of ${pieces.length} pieces.`);
  return Math.min(piece.start + place.within, piece.end);
}

/** Counts the leading items for which the test holds, by halving; the test must be true first and false then. */
export function countWhile<T>(items: readonly T[], test: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && test(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
