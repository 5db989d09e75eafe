import { describe, expect, it } from 'vitest';
import { toCoOccurrenceSheet, toCrosstabSheet, toFrameworkSheet } from '../../../db/analysis/code-sheets.ts';
import {
  arrangeCoOccurrence,
  arrangeCrosstab,
  toHeat,
  toPercent,
  toShare,
} from '../../../db/analysis/crosstab-view.ts';

const codes = [
  { id: 1, itemRef: 'D10', name: 'Deploy' },
  { id: 2, itemRef: 'D2', name: 'Clean' },
  { id: 3, itemRef: null, name: 'Never used' },
];
const table = {
  columns: [
    { id: 7, label: 'A', detail: '', total: 2 },
    { id: 8, label: 'B', detail: '', total: 0 },
    { id: 9, label: 'C', detail: '', total: 3 },
  ],
  rows: [
    { codeId: 1, total: 2, at: [0, 2], counts: [1, 1] },
    { codeId: 2, total: 3, at: [0, 2], counts: [1, 3] },
    { codeId: 3, total: 0, at: [], counts: [] },
  ],
  total: 4,
};
const plain = { rows: 'study', columns: 'study', hidesEmpty: false } as const;

describe('a table of codes', () => {
  it('is shown in the order of the study with its empty places', () => {
    const { rows, columns, most } = arrangeCrosstab(table, codes, plain);
    expect(columns.map(({ label }) => label)).toEqual(['A', 'B', 'C']);
    expect(rows.map(({ counts }) => [...counts])).toEqual([
      [1, 0, 1],
      [1, 0, 3],
      [0, 0, 0],
    ]);
    expect(most).toBe(3);
  });

  it('is ordered by totals or names and hides what is empty', () => {
    const shown = arrangeCrosstab(table, codes, { rows: 'name', columns: 'total', hidesEmpty: true });
    expect(shown.columns.map(({ label }) => label)).toEqual(['C', 'A']);
    expect(shown.rows.map(({ code }) => code.itemRef)).toEqual(['D2', 'D10']);
    expect([...(shown.rows[0]?.counts ?? [])]).toEqual([3, 1]);
  });

  it('says in its head that totals count once, and gives shares in per cent', () => {
    const shown = arrangeCrosstab(table, codes, { ...plain, hidesEmpty: true });
    expect(toCrosstabSheet(shown, 'excerpts', 'number')).toEqual({
      head: ['code', 'name (excerpts)', 'total (each excerpt once)', 'A', 'C'],
      rows: [
        ['', 'total (each excerpt once)', 4, 2, 3],
        ['D10', 'Deploy', 2, 1, 1],
        ['D2', 'Clean', 3, 1, 3],
      ],
    });
    expect(toCrosstabSheet(shown, 'persons', 'row').rows[2]).toEqual(['D2', 'Clean', 100, 33.3, 100]);
    expect(toCrosstabSheet(shown, 'persons', 'column').rows[2]).toEqual(['D2', 'Clean', 75, 50, 100]);
    expect(toCrosstabSheet(shown, 'persons', 'table').rows[0]).toEqual([
      '',
      'total (each person once)',
      100,
      50,
      75,
    ]);
  });

  it('has no share of nothing', () => {
    expect(toShare(0, 'row', { row: 0, column: 1, table: 1 })).toBe(0);
    expect(toPercent(1 / 3)).toBe(33.3);
  });

  it('is shaded in five steps, and nothing is not shaded', () => {
    expect([0, 1, 5, 9, 10].map((value) => toHeat(value, 10))).toEqual([0, 1, 3, 5, 5]);
    expect(toHeat(0, 0)).toBe(0);
  });
});

it('co-occurrence stays a square when codes are hidden', () => {
  const square = {
    rows: [
      { codeId: 3, total: 0, at: [], counts: [], coefficients: [] },
      { codeId: 1, total: 2, at: [1, 2], counts: [2, 1], coefficients: [1, 0.25] },
      { codeId: 2, total: 3, at: [1, 2], counts: [1, 3], coefficients: [0.25, 1] },
    ],
  };
  const shown = arrangeCoOccurrence(square, codes, true);
  expect(shown.most).toBe(1);
  expect(toCoOccurrenceSheet(shown, 'count')).toEqual({
    head: ['code', 'name', 'D10', 'D2'],
    rows: [
      ['D10', 'Deploy', 2, 1],
      ['D2', 'Clean', 1, 3],
    ],
  });
  expect(toCoOccurrenceSheet(shown, 'coefficient').rows[0]).toEqual(['D10', 'Deploy', 1, 0.25]);
});

it('the framework matrix has summary, excerpts and degree of each company', () => {
  const sheet = toFrameworkSheet({
    companies: [{ id: 1, label: 'A' }],
    codes: codes.slice(0, 2),
    cells: [{ companyId: 1, codeId: 2, excerpts: 4, degree: 3 }],
    summaries: [{ companyId: 1, codeId: 2, text: 'They do.' }],
  });
  expect(sheet).toEqual({
    head: ['code', 'name', 'A', 'A excerpts', 'A degree'],
    rows: [
      ['D10', 'Deploy', '', 0, 0],
      ['D2', 'Clean', 'They do.', 4, 3],
    ],
  });
});
