import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countPairs,
  countPersonsOfPairs,
  listPairedIds,
  type Stretch,
  toCoefficient,
} from '../../../db/analysis/co-occurrence.ts';

const a = 0;
const b = 1;

/** Excerpts of one transcript, in the order of the text. */
function makeStretches(...list: [from: number, to: number, rows: number[], persons?: number[]][]): Stretch[] {
  return list.map(([from, to, rows, persons = []], index) => ({
    id: index + 1,
    transcriptId: 1,
    from,
    to,
    rows,
    persons,
  }));
}

const pairsOf = (stretches: Stretch[]) => [...countPairs(stretches, 2).counts];

describe('pairs of excerpts', () => {
  it('meet when they share one code unit, and not when they touch', () => {
    expect(pairsOf(makeStretches([0, 10, [a]], [9, 12, [b]]))).toEqual([1, 1, 1, 1]);
    expect(pairsOf(makeStretches([0, 10, [a]], [10, 12, [b]]))).toEqual([1, 0, 0, 1]);
  });

  it('do not meet across transcripts', () => {
    const [first, second] = makeStretches([0, 10, [a]], [0, 10, [b]]);
    expect(
      pairsOf([first, second && { ...second, transcriptId: 2 }].filter((one) => one !== undefined)),
    ).toEqual([1, 0, 0, 1]);
  });

  it('are one pair where one excerpt has both codes', () => {
    expect(pairsOf(makeStretches([0, 10, [a, b]]))).toEqual([1, 1, 1, 1]);
  });

  it('give a c-coefficient between 0 and 1, also where one long excerpt meets many short ones', () => {
    const { counts, coefficients } = countPairs(
      makeStretches([0, 100, [a]], [10, 20, [b]], [30, 40, [b]], [50, 60, [b]]),
      2,
    );
    expect(counts[a * 2 + b]).toBe(3);
    // n1 = 1, n2 = 3, n12 = min(1 of a, 3 of b) = 1.
    expect(coefficients[a * 2 + b]).toBeCloseTo(1 / 3);
    expect(coefficients[a * 2 + a]).toBe(1);
  });

  it('name their excerpts', () => {
    const stretches = makeStretches(
      [0, 10, [a], [1]],
      [5, 8, [b], [2]],
      [7, 9, [b], [1]],
      [20, 22, [b], [1]],
    );
    expect(listPairedIds(stretches, [a, b], false)).toEqual({ ids: [1, 2, 3], pairs: 2 });
    expect(listPairedIds(stretches, [a, b], true)).toEqual({ ids: [1, 3], pairs: 1 });
  });
});

it('the c-coefficient of 20 and 30 excerpts of which 10 meet is 10/40', () => {
  expect(toCoefficient(10, 20, 30)).toBe(0.25);
  expect(toCoefficient(0, 0, 0)).toBe(0);
});

it('a person who says both counts once, whoever else speaks beside', () => {
  const stretches = makeStretches(
    [0, 10, [a], [1, 2]],
    [5, 12, [b], [1]],
    [8, 9, [b], [1]],
    [20, 30, [b], [2]],
  );
  // Person 1 says both in passages that overlap; person 2 says b elsewhere.
  expect([...countPersonsOfPairs(stretches, 2).counts]).toEqual([2, 1, 1, 2]);
});

const stretch = fc
  .record({
    transcriptId: fc.integer({ min: 1, max: 2 }),
    from: fc.nat({ max: 20 }),
    length: fc.integer({ min: 1, max: 8 }),
    rows: fc.uniqueArray(fc.nat({ max: 2 }), { minLength: 1 }),
    persons: fc.uniqueArray(fc.integer({ min: 1, max: 3 })),
  })
  .map(({ length, ...rest }) => ({ ...rest, to: rest.from + length }));
const corpus = fc
  .array(stretch, { maxLength: 14 })
  .map((list) =>
    list
      .toSorted((left, right) => left.transcriptId - right.transcriptId || left.from - right.from)
      .map((one, index): Stretch => ({ ...one, id: index + 1 })),
  );

describe('any excerpts', () => {
  const meets = (x: Stretch, y: Stretch) =>
    x.transcriptId === y.transcriptId && x.from < y.to && y.from < x.to;
  const everyPair = (list: readonly Stretch[], left: number, right: number) =>
    list.flatMap((x) =>
      list
        .filter((y) => x.rows.includes(left) && y.rows.includes(right) && meets(x, y))
        .map((y) => [x, y] as const),
    );

  it('are counted as by comparing each with each', () => {
    fc.assert(
      fc.property(corpus, (list) => {
        const { counts, coefficients } = countPairs(list, 3);
        for (const [left, right] of [
          [0, 1],
          [1, 2],
          [2, 0],
        ] as const) {
          const pairs = everyPair(list, left, right);
          const met = Math.min(new Set(pairs.map(([x]) => x)).size, new Set(pairs.map(([, y]) => y)).size);
          const n1 = list.filter(({ rows }) => rows.includes(left)).length;
          const n2 = list.filter(({ rows }) => rows.includes(right)).length;
          expect(counts[left * 3 + right]).toBe(pairs.length);
          expect(counts[right * 3 + left]).toBe(pairs.length);
          expect(coefficients[left * 3 + right]).toBeCloseTo(n1 + n2 === 0 ? 0 : met / (n1 + n2 - met));
          expect(coefficients[left * 3 + right]).toBeLessThanOrEqual(1);
          expect(listPairedIds(list, [left, right], false).pairs).toBe(pairs.length);
          expect(new Set(listPairedIds(list, [left, right], false).ids)).toEqual(
            new Set(pairs.flatMap(([x, y]) => [x.id, y.id])),
          );
        }
      }),
    );
  });

  it('have the persons who say both in some pair', () => {
    fc.assert(
      fc.property(corpus, (list) => {
        const { counts } = countPersonsOfPairs(list, 3);
        for (const [left, right] of [
          [0, 1],
          [1, 2],
          [2, 0],
        ] as const) {
          const persons = new Set(
            everyPair(list, left, right).flatMap(([x, y]) =>
              x.persons.filter((one) => y.persons.includes(one)),
            ),
          );
          expect(counts[left * 3 + right]).toBe(persons.size);
          expect(counts[right * 3 + left]).toBe(persons.size);
        }
      }),
    );
  });
});
