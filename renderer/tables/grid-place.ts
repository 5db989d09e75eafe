/** A place in a grid: row 0 holds the heads of the columns, column 0 those of the rows. */
export type GridPlace = { row: number; column: number };

export type GridSize = { rows: number; columns: number };

/** Returns where a key leads from a place, or undefined when it does not move. `isFar` is the command key. */
export function movePlace(
  { row, column }: GridPlace,
  key: string,
  isFar: boolean,
  size: GridSize,
): GridPlace | undefined {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const toRow = (next: number) => ({ row: Math.min(last.row, Math.max(0, next)), column });
  const toColumn = (next: number) => ({ row, column: Math.min(last.column, Math.max(0, next)) });
  switch (key) {
    case 'ArrowUp':
      return toRow(isFar ? 0 : row - 1);
    case 'ArrowDown':
      return toRow(isFar ? last.row : row + 1);
    case 'ArrowLeft':
      return toColumn(isFar ? 0 : column - 1);
    case 'ArrowRight':
      return toColumn(isFar ? last.column : column + 1);
    case 'PageUp':
      return toRow(row - 10);
    case 'PageDown':
      return toRow(row + 10);
    case 'Home':
      return isFar ? { row: 0, column: 0 } : toColumn(0);
    case 'End':
      return isFar ? last : toColumn(last.column);
    default:
      return undefined;
  }
}

/** Returns the place that a cell carries in its attributes, or null outside the cells. */
export function readPlace(target: EventTarget): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
}
