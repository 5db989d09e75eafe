import type { PdfLine } from './lines.ts';

/** The cells of a row of a table, each with the lines in it, from the side where reading begins. */
export type TableRow = { cells: PdfLine[][]; isContinued: boolean };

/**
 * A part of a page: lines below one another in one column, or a table. `column` names the column, the same on every
 * page, so that its margins can be told from all its lines. `pageWidth` (points) is set where it is the only one on the page.
 */
export type PdfBlock =
  | { kind: 'lines'; column: string; lines: PdfLine[]; pageWidth: number | undefined }
  | { kind: 'table'; rows: TableRow[] };

/** What lines are made with: the number of the page, its width, and whether it is read from right to left. */
export type PageFrame = { page: number; width: number; isMirrored: boolean };
