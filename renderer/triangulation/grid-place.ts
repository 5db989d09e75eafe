import type { MatrixColumn } from './matrix-view.ts';

/** A place in the grid. Row 0 holds the companies, row 1 their parts, rows from `headRows` on the items. */
export type GridPlace = { row: number; column: number };

export const headRows = 2;

/**
 * Returns where a key leads from a place, or undefined when the key does not move. `rowCount` counts the rows below
 * the heads. Techniques without a session are passed over; in the row of companies only the first column of each
 * company is a place, and the corner above the item names is none.
 */
export function movePlace(
  from: GridPlace,
  key: string,
  isFar: boolean,
  rowCount: number,
  columns: readonly MatrixColumn[],
): GridPlace | undefined {
  const lastRow = headRows + rowCount - 1;
  const toRow = (row: number) => settleInHead({ ...from, row: Math.min(lastRow, Math.max(0, row)) }, columns);
  const toColumn = (step: 1 | -1) => ({ ...from, column: findNext(columns, from, step) });
  switch (key) {
    case 'ArrowUp':
      return toRow(isFar ? 0 : from.row - 1);
    case 'ArrowDown':
      return toRow(isFar ? lastRow : from.row + 1);
    case 'PageUp':
      return toRow(Math.max(headRows, from.row - 10));
    case 'PageDown':
      return toRow(from.row + 10);
    case 'ArrowLeft':
      return toColumn(-1);
    case 'ArrowRight':
      return toColumn(1);
    case 'Home':
      return settleInHead({ row: isFar ? headRows : from.row, column: 0 }, columns);
    case 'End':
      return {
        row: isFar ? lastRow : from.row,
        column: columns.findLastIndex((column) => isPlace(column, from.row)),
      };
    default:
      return undefined;
  }
}

/** Returns the place a cell of the grid carries in its attributes, or null outside the cells. */
export function readPlace(target: EventTarget): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  if (!cell) return null;
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}

/** The next column in a direction where one can stand in this row, or the same one at the border. */
function findNext(columns: readonly MatrixColumn[], { row, column }: GridPlace, step: 1 | -1): number {
  for (let at = column + step; at >= 0 && at < columns.length; at += step) {
    const candidate = columns[at];
    if (candidate && isPlace(candidate, row)) return at;
  }
  return column;
}

function isPlace(column: MatrixColumn, row: number): boolean {
  if (column.kind === 'item') return row >= headRows;
  if (column.kind === 'technique') return row > 0 && column.isStudied;
  return true;
}

/** In the heads, moves to the company a column belongs to, or to the first one from the column of items. */
function settleInHead(place: GridPlace, columns: readonly MatrixColumn[]): GridPlace {
  const column = columns[place.column];
  if (!column || isPlace(column, place.row)) return place;
  const company = columns.findLastIndex(({ kind }, at) => at <= place.column && kind === 'degree');
  return { ...place, column: company < 0 ? Math.min(1, columns.length - 1) : company };
}
