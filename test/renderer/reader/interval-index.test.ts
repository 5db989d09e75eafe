import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIntervalIndex, listOverlapping } from '../../../renderer/reader/interval-index.ts';

describe('listOverlapping', () => {
  it('finds a long interval that began far before the place', () => {
    const index = buildIntervalIndex([
      { start: 0, end: 1000 },
      { start: 10, end: 20 },
      { start: 900, end: 910 },
    ]);
    expect(listOverlapping(index, 905, 906).map(({ start }) => start)).toEqual([0, 900]);
  });

  it('leaves out intervals that only touch the place', () => {
    const index = buildIntervalIndex([{ start: 5, end: 10 }]);
    expect(listOverlapping(index, 10, 12)).toEqual([]);
    expect(listOverlapping(index, 3, 5)).toEqual([]);
  });

  it('answers as looking at every interval would', () => {
    const interval = fc
      .tuple(fc.nat(50), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(interval), interval, (intervals, place) => {
        const found = listOverlapping(buildIntervalIndex(intervals), place.start, place.end);
        const expected = intervals.filter(({ start, end }) => start < place.end && end > place.start);
        expect(new Set(found)).toEqual(new Set(expected));
      }),
    );
  });
});
