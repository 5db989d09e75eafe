import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import Papa from 'papaparse';

/** Mistakes in a table, one sentence each with file and row; nothing of the table was taken over. */
export class TableError extends Error {
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    const shown = mistakes.slice(0, 20);
    const more = mistakes.length - shown.length;
    super([...shown, ...(more > 0 ? [`… and ${more} more mistakes like these.`] : [])].join('\n'));
    this.mistakes = mistakes;
  }
}

/** A row of a table by its column names; `number` counts as a spreadsheet does, the header being row 1. */
export type TableRow = { number: number; cells: ReadonlyMap<string, string> };
export type Table = { fileName: string; columns: string[]; rows: TableRow[] };

/**
 * Reads a table of comma- or semicolon-separated values in UTF-8 with a header row. Column names are taken in
 * lower case; empty rows are passed over. Throws a TableError when the file cannot be read, has no header, a
 * row has more cells than the header, a quote does not end, or a required column is missing or there twice.
 */
export function readTable(path: string, required: readonly string[]): Table {
  const fileName = basename(path);
  const text = readText(path, fileName);
  const delimiter = findDelimiter(text);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  const [header, ...body] = data;
  const columns = (header ?? []).map((name) => name.trim().toLowerCase().replaceAll(' ', '_'));
  assertOnce(columns, fileName);
  const missing = required.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw new TableError([
      `${fileName}, row 1: the column “${missing.join('”, “')}” is missing; the first row must name the columns.`,
    ]);
  }
  // A quote that does not end takes the rest of the file into its cell.
  const unended = errors.filter(({ type }) => type === 'Quotes');
  if (unended.length > 0) {
    throw new TableError(
      unended.map(
        ({ row = 0 }) =>
          `${fileName}, row ${row + 1}: the quotes around a cell are not closed, or stand inside it; write each quote within a cell twice.`,
      ),
    );
  }
  const rows = body
    .map((cells, index) => ({ cells, number: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const tooLong = rows.filter(({ cells }) => cells.length > columns.length);
  if (tooLong.length > 0) {
    throw new TableError(
      tooLong.map(
        ({ number, cells }) =>
          `${fileName}, row ${number}: it has ${cells.length} cells, the header ${columns.length}; put quotes around cells that hold a ${delimiter === ';' ? 'semicolon' : 'comma'}.`,
      ),
    );
  }
  return {
    fileName,
    columns,
    rows: rows.map(({ cells, number }) => ({ number, cells: toMap(columns, cells) })),
  };
}

/** The header tells: spreadsheets of some countries write semicolons, and no column has one in its name. */
function findDelimiter(text: string): ',' | ';' | '\t' {
  const header = text.slice(0, text.search(/\n|$/));
  const count = (sign: string) => header.split(sign).length;
  if (count(';') > count(',')) return ';';
  return count('\t') > count(',') ? '\t' : ',';
}

function assertOnce(columns: readonly string[], fileName: string): void {
  const twice = columns.filter((name, index) => name !== '' && columns.indexOf(name) !== index);
  if (twice.length === 0) return;
  throw new TableError([`${fileName}, row 1: the column “${twice.join('”, “')}” is there more than once.`]);
}

/** Returns whether a text is a day of the calendar, written as 2021-02-03. */
export function isDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
  );
}

/** Returns the text of a cell without outer blanks; empty when the column is missing. */
export function cellOf(row: TableRow, column: string): string {
  return row.cells.get(column)?.trim() ?? '';
}

/** Returns whether the table has the column: one that is not there says nothing, an empty cell says that nothing is. */
export function hasColumn(row: TableRow, column: string): boolean {
  return row.cells.has(column);
}

/** Returns the texts of a cell that holds a list separated by semicolons. */
export function listOf(row: TableRow, column: string): string[] {
  return cellOf(row, column)
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function toMap(columns: readonly string[], cells: readonly string[]): ReadonlyMap<string, string> {
  return new Map(columns.map((column, index) => [column, cells[index] ?? '']));
}

function readText(path: string, fileName: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new TableError([`${path}: the file cannot be read; check its name and folder.`]);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    throw new TableError([`${fileName}: it is not in UTF-8; save it as “CSV UTF-8” and try again.`]);
  }
}
