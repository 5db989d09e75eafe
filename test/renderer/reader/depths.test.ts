import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listDeepSpans } from '../../../renderer/reader/depths.ts';

describe('listDeepSpans', () => {
  const spans = [
    { start: 0, end: 30 },
    { start: 10, end: 20 },
    { start: 15, end: 40 },
  ];

  it('returns where two and where three excerpts lie on one another', () => {
    expect(listDeepSpans(spans, 2)).toEqual([{ start: 10, end: 30 }]);
    expect(listDeepSpans(spans, 3)).toEqual([{ start: 15, end: 20 }]);
    expect(listDeepSpans(spans, 4)).toEqual([]);
  });

  it('goes on where one ends and the next begins', () => {
    const touching = [
      { start: 0, end: 20 },
      { start: 2, end: 8 },
      { start: 8, end: 12 },
    ];
    expect(listDeepSpans(touching, 2)).toEqual([{ start: 2, end: 12 }]);
  });

  it('covers exactly the places with so many excerpts', () => {
    const list = fc.array(
      fc
        .tuple(fc.nat(30), fc.integer({ min: 1, max: 10 }))
        .map(([start, length]) => ({ start, end: start + length })),
    );
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 4 }), (some, depth) => {
        const deep = listDeepSpans(some, depth);
        const isIn = (at: number) => (span: { start: number; end: number }) =>
          span.start <= at && at < span.end;
        for (let at = 0; at < 42; at += 1)
          expect(deep.some(isIn(at))).toBe(some.filter(isIn(at)).length >= depth);
      }),
    );
  });
});
