import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPiecePlace, toStoredOffset } from '../../../renderer/reader/piece-offsets.ts';

/** Two touching pieces, a gap of two characters, and one more piece. */
const pieces = [
  { start: 0, end: 4 },
  { start: 4, end: 10 },
  { start: 12, end: 20 },
];

describe('findPiecePlace', () => {
  it('gives a start where two pieces touch to the later piece, and an end to the earlier one', () => {
    expect(findPiecePlace(pieces, 4, 'start')).toEqual({ index: 1, within: 0 });
    expect(findPiecePlace(pieces, 4, 'end')).toEqual({ index: 0, within: 4 });
  });

  it('moves an offset between pieces forwards for a start and backwards for an end', () => {
    expect(findPiecePlace(pieces, 11, 'start')).toEqual({ index: 2, within: 0 });
    expect(findPiecePlace(pieces, 11, 'end')).toEqual({ index: 1, within: 6 });
  });

  it('stays within the text at both ends', () => {
    expect(findPiecePlace(pieces, 99, 'start')).toEqual({ index: 2, within: 8 });
    expect(findPiecePlace(pieces, 0, 'end')).toEqual({ index: 0, within: 0 });
    expect(findPiecePlace([], 3, 'start')).toBeUndefined();
  });

  it('leads back to the same offset for every character of every piece', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 9 })), { minLength: 1 }),
        (lengths) => {
          let reached = 0;
          const some = lengths.map(([gap, length]) => {
            const piece = { start: reached + gap, end: reached + gap + length };
            reached = piece.end;
            return piece;
          });
          for (const { start, end } of some) {
            for (let offset = start; offset < end; offset += 1) {
              const from = findPiecePlace(some, offset, 'start');
              const to = findPiecePlace(some, offset + 1, 'end');
              expect(from && toStoredOffset(some, from)).toBe(offset);
              expect(to && toStoredOffset(some, to)).toBe(offset + 1);
            }
          }
        },
      ),
    );
  });
});
