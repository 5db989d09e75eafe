import { ImportFileError } from '../import-file-error.ts';
import { type Cells, isFilled, type SheetTest } from './cells.ts';
import { readCells } from './read-cells.ts';

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

/**
 * A row of a table by its column names; `number` counts as a spreadsheet does, the header being row 1. `problem` says
 * why the row cannot be taken as it is.
 */
export type TableRow = { number: number; cells: ReadonlyMap<string, string>; problem?: string };
export type Table = { fileName: string; columns: string[]; rows: TableRow[] };

/**
 * Reads a table with a header row from a file: comma- or semicolon-separated values, or the sheet of an Excel file
 * that has most of the columns. Column names are taken in lower case; empty rows are passed over. Throws a TableError when the file cannot be
 * read, has no header, a row has more cells than the header, a quote does not end, or a required column is missing or
 * there twice.
 */
export async function readTable(path: string, required: readonly string[]): Promise<Table> {
  const { fileName, rows, delimiter } = await readTableCells(
    path,
    ([header]) => required.filter((name) => header?.map(toColumn).includes(name)).length,
  );
  const [header, ...body] = rows;
  const columns = (header ?? []).map(toColumn);
  assertOnce(columns, fileName);
  assertPresent(columns, required, fileName);
  const filled = body
    .map((cells, index) => ({ cells, number: index + 2 }))
    .filter(({ cells }) => isFilled(cells));
  const tooLong = filled.filter(({ cells }) => delimiter !== null && cells.length > columns.length);
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
    rows: filled.map(({ cells, number }) => ({ number, cells: toMap(columns, cells) })),
  };
}

/** Reads the cells of a file. Throws a TableError with a sentence when that does not go. */
export async function readTableCells(path: string, suits: SheetTest): Promise<Cells> {
  try {
    return await readCells({ kind: 'file', path, sheet: null }, suits);
  } catch (error) {
    throw error instanceof ImportFileError ? new TableError([error.message]) : error;
  }
}

const toColumn = (head: string) => head.trim().toLowerCase().replaceAll(' ', '_');

function assertPresent(columns: readonly string[], required: readonly string[], fileName: string): void {
  const missing = required.filter((name) => !columns.includes(name));
  if (missing.length === 0) return;
  throw new TableError([
    `${fileName}, row 1: the column “${missing.join('”, “')}” is missing; the first row must name the columns.`,
  ]);
}

function assertOnce(columns: readonly string[], fileName: string): void {
  const twice = columns.filter((name, index) => name !== '' && columns.indexOf(name) !== index);
  if (twice.length === 0) return;
  throw new TableError([`${fileName}, row 1: the column “${twice.join('”, “')}” is there more than once.`]);
}

/** Returns the text of a cell without outer blanks; empty when the column is missing. */
export function cellOf(row: TableRow, column: string): string {
  return row.cells.get(column)?.trim() ?? '';
}

/** Returns whether the table has the column: one that is not there says nothing, an empty cell says that nothing is. */
export function hasColumn(row: TableRow, column: string): boolean {
  return row.cells.has(column);
}

function toMap(columns: readonly string[], cells: readonly string[]): ReadonlyMap<string, string> {
  return new Map(columns.map((column, index) => [column, cells[index] ?? '']));
}
