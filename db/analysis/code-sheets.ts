import type { CrosstabCount, CrosstabShare } from '../model/crosstab.ts';
import {
  type ShownCoOccurrence,
  type ShownTable,
  type TitledCode,
  toPercent,
  toShare,
} from './crosstab-view.ts';

/** Tables of codes as plain cells, for a copy, a CSV file and an Excel file. */

export type Sheet = { head: string[]; rows: (string | number)[][] };

const wordsOfShare = {
  number: '',
  row: ', % of row total',
  column: ', % of column total',
  table: ', % of table total',
} as const satisfies Record<CrosstabShare, string>;

/** Returns the table with its totals, which count each excerpt or person once. Shares are per cent. */
export function toCrosstabSheet(
  { columns, rows, total }: ShownTable,
  counts: CrosstabCount,
  share: CrosstabShare,
): Sheet {
  const show = (count: number, row: number, column: number) => {
    const value = toShare(count, share, { row, column, table: total });
    return share === 'number' ? value : toPercent(value);
  };
  const each = counts === 'excerpts' ? 'each excerpt once' : 'each person once';
  return {
    head: [
      'code',
      `name (${counts}${wordsOfShare[share]})`,
      `total (${each})`,
      ...columns.map(({ label }) => label || 'no role'),
    ],
    rows: [
      [
        '',
        `total (${each})`,
        show(total, total, total),
        ...columns.map((column) => show(column.total, total, column.total)),
      ],
      ...rows.map((row) => [
        ...toCodeCells(row.code),
        show(row.total, row.total, total),
        ...columns.map((column, place) => show(row.counts[place] ?? 0, row.total, column.total)),
      ]),
    ],
  };
}

/** Returns the square of codes: counts, or c-coefficients with three digits. */
export function toCoOccurrenceSheet(
  { codes, rows }: ShownCoOccurrence,
  shows: 'count' | 'coefficient',
): Sheet {
  return {
    head: ['code', 'name', ...codes.map(({ itemRef, name }) => itemRef ?? name)],
    rows: rows.map(({ code, counts, coefficients }) => [
      ...toCodeCells(code),
      ...codes.map((_, place) =>
        shows === 'count' ? (counts[place] ?? 0) : Math.round((coefficients[place] ?? 0) * 1000) / 1000,
      ),
    ]),
  };
}

export type FrameworkEntries = {
  companies: readonly { id: number; label: string }[];
  codes: readonly TitledCode[];
  cells: readonly { companyId: number; codeId: number; excerpts: number; degree: number }[];
  summaries: readonly { companyId: number; codeId: number; text: string }[];
};

/** Returns the framework matrix: one row an item; for each company the summary, the number of excerpts and the degree. */
export function toFrameworkSheet({ companies, codes, cells, summaries }: FrameworkEntries): Sheet {
  const keyOf = ({ companyId, codeId }: { companyId: number; codeId: number }) => `${companyId}/${codeId}`;
  const cellOf = new Map(cells.map((cell) => [keyOf(cell), cell]));
  const textOf = new Map(summaries.map((summary) => [keyOf(summary), summary.text]));
  return {
    head: [
      ...['code', 'name'],
      ...companies.flatMap(({ label }) => [label, `${label} excerpts`, `${label} degree`]),
    ],
    rows: codes.map((code) => [
      ...toCodeCells(code),
      ...companies.flatMap((company) => {
        const key = keyOf({ companyId: company.id, codeId: code.id });
        return [textOf.get(key) ?? '', cellOf.get(key)?.excerpts ?? 0, cellOf.get(key)?.degree ?? 0];
      }),
    ]),
  };
}

function toCodeCells({ itemRef, name }: TitledCode): [string, string] {
  return [itemRef ?? '', name];
}
