import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listRowsOfCodes, SourceCounter, toSparse } from '../../../db/analysis/crosstab.ts';

describe('counting sources', () => {
  it('counts a source once in each cell, row, column and in the table', () => {
    const counter = new SourceCounter(2, 2);
    counter.touch(1, [0], [0]);
    counter.touch(1, [0, 1], [0]);
    counter.touch(1, [0], [1]);
    counter.touch(2, [1], [0]);
    const { cells, rows, columns, total } = counter.counts;
    expect([...cells]).toEqual([1, 1, 2, 0]);
    expect([...rows]).toEqual([1, 2]);
    expect([...columns]).toEqual([2, 1]);
    expect(total).toBe(2);
  });

  it('agrees with sets of sources', () => {
    const place = fc.record({
      rows: fc.uniqueArray(fc.nat({ max: 3 })),
      columns: fc.uniqueArray(fc.nat({ max: 2 })),
    });
    fc.assert(
      fc.property(fc.array(fc.array(place, { maxLength: 4 }), { maxLength: 8 }), (sources) => {
        const counter = new SourceCounter(4, 3);
        sources.forEach((touches, index) => {
          for (const { rows, columns } of touches) counter.touch(index + 1, rows, columns);
        });
        const sizeWhere = (fits: (row: number, column: number) => boolean) =>
          sources.filter((touches) =>
            touches.some(({ rows, columns }) =>
              rows.some((row) => columns.some((column) => fits(row, column))),
            ),
          ).length;
        const { cells, rows, columns, total } = counter.counts;
        for (let row = 0; row < 4; row++) {
          expect(rows[row]).toBe(sizeWhere((one) => one === row));
          for (let column = 0; column < 3; column++)
            expect(cells[row * 3 + column]).toBe(sizeWhere((r, c) => r === row && c === column));
        }
        for (let column = 0; column < 3; column++)
          expect(columns[column]).toBe(sizeWhere((_, one) => one === column));
        expect(total).toBe(sizeWhere(() => true));
      }),
    );
  });

  it('leaves zeros out of what is sent', () => {
    expect(toSparse(Int32Array.from([9, 9, 0, 3, 0, 4]), 1, 3)).toEqual({ at: [0, 2], counts: [3, 4] });
  });
});

describe('the rows a code counts in', () => {
  const codes = [
    { id: 1, parentId: null },
    { id: 2, parentId: 1 },
    { id: 3, parentId: 2 },
    { id: 4, parentId: null },
  ];

  it('is its own alone', () => {
    expect(listRowsOfCodes(codes, [4, 2], false)).toEqual(
      new Map([
        [2, [1]],
        [4, [0]],
      ]),
    );
  });

  it('with sub-codes is that of every code above it that is shown', () => {
    expect(listRowsOfCodes(codes, [1, 2], true)).toEqual(
      new Map([
        [1, [0]],
        [2, [1, 0]],
        [3, [1, 0]],
      ]),
    );
  });
});
