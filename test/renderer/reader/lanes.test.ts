import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStripeRoom, nameStripes, packLanes } from '../../../renderer/reader/lanes.ts';

const stripe = fc
  .record({ start: fc.nat(100), length: fc.integer({ min: 1, max: 40 }) })
  .map(({ start, length }) => ({ start, end: start + length }));
const stripes = fc.array(stripe).map((list) => list.map((item, id) => ({ ...item, id })));

describe('packLanes', () => {
  it('puts overlapping stripes side by side and uses a lane again where it is free', () => {
    const { stripes: placed, laneCount } = packLanes([
      { id: 1, start: 0, end: 50 },
      { id: 2, start: 10, end: 20 },
      { id: 3, start: 20, end: 30 },
    ]);
    expect(placed.map(({ id, lane }) => [id, lane])).toEqual([
      [1, 0],
      [2, 1],
      [3, 1],
    ]);
    expect(laneCount).toBe(2);
  });

  it('names a stripe only where no stripe stands beside the name', () => {
    const { stripes } = packLanes([
      { id: 1, start: 0, end: 50 },
      { id: 2, start: 5, end: 40 },
      { id: 3, start: 100, end: 150 },
      { id: 4, start: 120, end: 150 },
    ]);
    const placed = nameStripes(stripes, 16);
    expect(placed.map(({ id, hasLabel }) => [id, hasLabel])).toEqual([
      [1, false],
      [2, true],
      [3, true],
      [4, true],
    ]);
  });

  it('never lets two stripes of one lane overlap', () => {
    fc.assert(
      fc.property(stripes, (list) => {
        const { stripes: placed } = packLanes(list);
        for (const left of placed) {
          for (const right of placed) {
            const isOther = left.id !== right.id && left.lane === right.lane;
            expect(isOther && left.start < right.end && right.start < left.end).toBe(false);
          }
        }
      }),
    );
  });

  it('uses as many lanes as the greatest number of stripes at one place, whatever their order', () => {
    fc.assert(
      fc.property(stripes, (list) => {
        const { laneCount } = packLanes(list);
        const depths = list.map(
          ({ start }) => list.filter((other) => other.start <= start && other.end > start).length,
        );
        expect(laneCount).toBe(Math.max(0, ...depths));
        const lanesById = (some: typeof list) =>
          new Map(packLanes(some).stripes.map(({ id, lane }) => [id, lane]));
        expect(lanesById(list.toReversed())).toEqual(lanesById(list));
      }),
    );
  });
});

describe('findStripeRoom', () => {
  const text = `${'a'.repeat(250)}\n${'b'.repeat(50)}`;

  it('takes the line in which a passage ends, which is at most so long', () => {
    expect(findStripeRoom(text, { start: 10, end: 20 }, 80)).toEqual({ start: 10, end: 100 });
  });

  it('ends with the paragraph: what follows it stands on another line', () => {
    expect(findStripeRoom(text, { start: 10, end: 240 }, 80)).toEqual({ start: 10, end: 251 });
    expect(findStripeRoom(text, { start: 260, end: 270 }, 80)).toEqual({ start: 260, end: text.length });
  });
});
