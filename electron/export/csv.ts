import Papa from 'papaparse';

/** Puts a byte order mark in front: without it Excel reads UTF-8 as another character set. Scripts want none. */
export function forSpreadsheets(csv: string): string {
  return `\uFEFF${csv}`;
}

export type Cell = string | number | boolean;

/**
 * Returns rows as CSV (RFC 4180) with a header, also when there are none, and a final line break. Cells that a
 * spreadsheet would take for a formula get an apostrophe in front.
 */
export function writeCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, Cell>>[],
): string {
  return writeCsvRows(
    columns,
    rows.map((row) => columns.map((column) => row[column])),
  );
}

/** The same for rows that are lists of cells; here two columns may have one name. */
export function writeCsvRows(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const data = rows.map((row) => [...row]);
  return `${Papa.unparse([[...head], ...data], { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}
