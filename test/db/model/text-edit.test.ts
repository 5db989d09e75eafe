import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveSpan, type TextEdit } from '../../../db/model/text-edit.ts';

/** `one two three four` with `two` taken out, `THREE, ` put before `three`, and `four` written anew. */
const edits: TextEdit[] = [
  { start: 4, end: 8, inserted: 0 },
  { start: 8, end: 8, inserted: 7 },
  { start: 14, end: 18, inserted: 4 },
];

describe('a passage that moves along with edits', () => {
  it.each([
    ['before all of them stays', { start: 0, end: 3 }, { start: 0, end: 3, keptUnits: 3 }],
    [
      'behind some moves by what they took and brought',
      { start: 8, end: 13 },
      { start: 11, end: 16, keptUnits: 5 },
    ],
    ['around one closes over what was taken out', { start: 0, end: 8 }, { start: 0, end: 4, keptUnits: 4 }],
    ['around an insertion takes it in', { start: 0, end: 13 }, { start: 0, end: 16, keptUnits: 9 }],
    ['cut at its end keeps the rest', { start: 8, end: 16 }, { start: 11, end: 17, keptUnits: 6 }],
  ])('%s', (_, span, moved) => {
    expect(moveSpan(span, edits)).toEqual(moved);
  });

  it('is nowhere when all of it was taken out or written anew', () => {
    expect(moveSpan({ start: 5, end: 7 }, edits)).toBeUndefined();
    expect(moveSpan({ start: 14, end: 18 }, edits)).toBeUndefined();
  });

  it('leaves text inserted at its very ends outside', () => {
    const around = [
      { start: 4, end: 4, inserted: 3 },
      { start: 9, end: 9, inserted: 2 },
    ];
    expect(moveSpan({ start: 4, end: 9 }, around)).toEqual({ start: 7, end: 12, keptUnits: 5 });
  });

  it('takes in what came in the place of its first or last words, and of no more than those', () => {
    const ends = [
      { start: 4, end: 6, inserted: 3 },
      { start: 8, end: 9, inserted: 4 },
    ];
    expect(moveSpan({ start: 4, end: 9 }, ends)).toEqual({ start: 4, end: 13, keptUnits: 2 });
    expect(moveSpan({ start: 5, end: 9 }, ends)).toEqual({ start: 7, end: 13, keptUnits: 2 });
  });

  it('keeps its very words when no edit is within it, whatever the edits', () => {
    const pieces = fc.array(
      fc.record({ kept: fc.string({ unit: 'grapheme', minLength: 1 }), cut: fc.string(), put: fc.string() }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(pieces, fc.nat(), (parts, choice) => {
        let [before, after] = ['', ''];
        const made: TextEdit[] = [];
        const kept: { start: number; end: number }[] = [];
        for (const part of parts) {
          kept.push({ start: before.length, end: before.length + part.kept.length });
          before += part.kept;
          after += part.kept;
          made.push({
            start: before.length,
            end: before.length + part.cut.length,
            inserted: part.put.length,
          });
          before += part.cut;
          after += part.put;
        }
        const span = kept[choice % kept.length] ?? { start: 0, end: 0 };
        const moved = moveSpan(span, made);
        expect(after.slice(moved?.start, moved?.end)).toBe(before.slice(span.start, span.end));
      }),
    );
  });
});
