/**
 * The cells of a table as text, row by row as a spreadsheet counts them: `rows[0]` is row 1, empty rows are there too.
 * `delimiter` is the sign between the cells of a file of text; `sheets` are the names of an Excel file's sheets, and
 * `sheet` is the one that was read.
 */
export type Cells = {
  fileName: string;
  sheets: string[];
  sheet: string | null;
  rows: string[][];
  delimiter: string | null;
};

/** Rates how well the rows of a sheet suit what is wanted; 0 says not at all. */
export type SheetTest = (rows: readonly (readonly string[])[]) => number;

/** Returns whether a row has a cell that is not blank. */
export function isFilled(row: readonly string[]): boolean {
  return row.some((cell) => cell.trim() !== '');
}
