import type {
  CoOccurrence,
  Crosstab,
  CrosstabOrder,
  CrosstabShare,
  CrosstabView,
} from '../model/crosstab.ts';

/** How a table of codes is laid out on screen, in a copy and in a file: the same everywhere. */

export type TitledCode = { id: number; itemRef: string | null; name: string };

/** A column as it is shown; `index` is its place in the table as counted. */
export type ShownColumn = { id: number; label: string; detail: string; total: number; index: number };
export type ShownRow = { code: TitledCode; total: number; counts: Int32Array };
export type ShownTable = {
  columns: ShownColumn[];
  rows: ShownRow[];
  total: number;
  /** The largest count of a cell; 0 in an empty table. */
  most: number;
};

/** Returns the table with its rows and columns ordered, and without the empty ones if so wished. */
export function arrangeCrosstab(
  table: Crosstab,
  codes: readonly TitledCode[],
  view: Omit<CrosstabView, 'share'>,
): ShownTable {
  const columns = orderBy(
    table.columns
      .map((column, index) => ({ ...column, index }))
      .filter(({ total }) => total > 0 || !view.hidesEmpty),
    view.columns,
    ({ label }) => label,
  );
  const codeOf = new Map(codes.map((code) => [code.id, code]));
  const placeOf = placesOf(columns, table.columns.length);
  const rows = table.rows
    .filter(({ total }) => total > 0 || !view.hidesEmpty)
    .flatMap(({ codeId, total, at, counts }): ShownRow[] => {
      const code = codeOf.get(codeId);
      return code ? [{ code, total, counts: spread(at, counts, placeOf, columns.length) }] : [];
    });
  const most = rows.reduce((largest, { counts }) => counts.reduce((a, b) => Math.max(a, b), largest), 0);
  return { columns, rows: orderBy(rows, view.rows, ({ code }) => titleOf(code)), total: table.total, most };
}

/** Row and column are the same codes; a code that occurs nowhere is left out if so wished. */
export type ShownCoOccurrence = {
  codes: TitledCode[];
  rows: { code: TitledCode; total: number; counts: Int32Array; coefficients: Float64Array }[];
  /** The largest count of two different codes. */
  most: number;
};

/** Returns the co-occurrence of codes as a square. */
export function arrangeCoOccurrence(
  table: CoOccurrence,
  codes: readonly TitledCode[],
  hidesEmpty: boolean,
): ShownCoOccurrence {
  const codeOf = new Map(codes.map((code) => [code.id, code]));
  const kept = table.rows.flatMap((row, index) => {
    const code = codeOf.get(row.codeId);
    return code && (row.total > 0 || !hidesEmpty) ? [{ ...row, code, index }] : [];
  });
  const placeOf = placesOf(kept, table.rows.length);
  const rows = kept.map(({ code, total, at, counts, coefficients }) => ({
    code,
    total,
    counts: spread(at, counts, placeOf, kept.length),
    coefficients: spreadInto(new Float64Array(kept.length), at, coefficients, placeOf),
  }));
  const most = rows.reduce(
    (largest, { counts }, row) =>
      counts.reduce((a, count, column) => (column === row ? a : Math.max(a, count)), largest),
    0,
  );
  return { codes: kept.map(({ code }) => code), rows, most };
}

/** Returns a count as it is, or as a share from 0 to 1 of a total; 0 of an empty total. */
export function toShare(
  count: number,
  share: CrosstabShare,
  totals: { row: number; column: number; table: number },
): number {
  if (share === 'number') return count;
  const total = totals[share];
  return total === 0 ? 0 : count / total;
}

/** Returns a share in per cent with at most one digit after the point, as numbers in a file have it. */
export function toPercent(share: number): number {
  return Math.round(share * 1000) / 10;
}

/** Returns the step of shading of a value, from 0 for nothing to 5 for the largest. */
export function toHeat(value: number, most: number): number {
  return value <= 0 || most <= 0 ? 0 : Math.min(5, Math.ceil((value / most) * 5));
}

/** Returns a code's id and name, or only the name of an open code. */
export function titleOf({ itemRef, name }: TitledCode): string {
  return itemRef === null ? name : `${itemRef} ${name}`;
}

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function orderBy<T extends { total: number }>(
  list: T[],
  order: CrosstabOrder,
  nameOf: (item: T) => string,
): T[] {
  if (order === 'study') return list;
  if (order === 'total') return list.toSorted((left, right) => right.total - left.total);
  return list.toSorted((left, right) => byName.compare(nameOf(left), nameOf(right)));
}

/** Where each column as counted is shown; -1 where it is not. */
function placesOf(shown: readonly { index: number }[], width: number): Int32Array {
  const places = new Int32Array(width).fill(-1);
  shown.forEach(({ index }, place) => {
    places[index] = place;
  });
  return places;
}

function spread(
  at: readonly number[],
  counts: readonly number[],
  placeOf: Int32Array,
  width: number,
): Int32Array {
  return spreadInto(new Int32Array(width), at, counts, placeOf);
}

function spreadInto<T extends Int32Array | Float64Array>(
  row: T,
  at: readonly number[],
  values: readonly number[],
  placeOf: Int32Array,
): T {
  at.forEach((column, position) => {
    const place = placeOf[column] ?? -1;
    if (place >= 0) row[place] = values[position] ?? 0;
  });
  return row;
}
