import type { Span } from '../../../db/model/span.ts';
import type { TableCells } from '../documents/story-writer.ts';
import type { HtmlLines } from './lines.ts';

type Row = { cells: Span[] };

/** Writes tables row by row, cells with tabs between them, and keeps where the cells stand. */
export type HtmlTables = {
  /** Returns what is to be done where the element ends, as all of these do. */
  openTable(): () => void;
  openRow(): () => void;
  openCell(): () => void;
  /** A list of definitions is a table of two columns. */
  openTerm(): () => void;
  openDefinition(): () => void;
  /** Returns the tables that do not stand in others. */
  list(): TableCells[];
};

/** Makes tables that write into `lines`. */
export function createHtmlTables(lines: HtmlLines): HtmlTables {
  const tables: Span[][][] = [];
  const rows: Row[] = [];
  let depth = 0;

  function openCell() {
    const row = rows.at(-1);
    const start = lines.startCell(row === undefined || row.cells.length === 0);
    const cell = { start, end: start };
    row?.cells.push(cell);
    return () => {
      cell.end = lines.endCell();
    };
  }

  function openRow() {
    lines.endBlock();
    const row: Row = { cells: [] };
    rows.push(row);
    if (depth === 1) tables.at(-1)?.push(row.cells);
    return () => {
      rows.pop();
      if (row.cells.length > 0) lines.endRow();
    };
  }

  return {
    openTable() {
      depth += 1;
      if (depth === 1) tables.push([]);
      return () => {
        depth -= 1;
        lines.endBlock();
      };
    },
    openRow,
    openCell,
    openTerm() {
      const closeRow = openRow();
      const closeCell = openCell();
      return () => {
        closeCell();
        closeRow();
      };
    },
    openDefinition() {
      const row = depth === 1 ? tables.at(-1)?.at(-1) : undefined;
      if (row?.length !== 1) {
        lines.endBlock();
        return () => lines.endBlock();
      }
      rows.push({ cells: row });
      const closeCell = openCell();
      return () => {
        closeCell();
        rows.pop();
        lines.endRow();
      };
    },
    list: () => tables,
  };
}
