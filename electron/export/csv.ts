import Papa from 'papaparse';

export type Cell = string | number | boolean;

/**
 * Returns rows as CSV (RFC 4180) with a header, also when there are none, and a final line break. Cells that a
 * spreadsheet would take for a formula get an apostrophe in front.
 */
export function writeCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, Cell>>[],
): string {
  const data = rows.map((row) => columns.map((column) => row[column]));
  return `${Papa.unparse({ fields: [...columns], data }, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}
