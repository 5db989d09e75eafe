import type { VirtualItem } from '@tanstack/react-virtual';
import { memo } from 'react';
import type { CellView } from './cell-view.ts';
import classes from './table-grid.module.css';

type Props = {
  id: string;
  row: number;
  top: number;
  height: number;
  /** Columns in view, counted from the first that is not pinned. */
  columnItems: readonly VirtualItem[];
  pinned: number;
  widthOf: (column: number) => number;
  viewOf: (row: number, column: number) => CellView;
  activeColumn: number | null;
};

/** One row of the grid: its pinned cells, and those in view. Drawn anew only when something of it changed. */
export const GridRow = memo(function GridRow(props: Props) {
  const { row, top, height, columnItems, pinned, widthOf, id, viewOf, activeColumn } = props;
  let left = 0;
  const draw = (column: number, start: number, width: number) => (
    <GridCell
      key={column}
      id={`${id}-${row}-${column}`}
      row={row}
      column={column}
      left={start}
      width={width}
      isPinned={column < pinned}
      isActive={activeColumn === column}
      viewOf={viewOf}
    />
  );
  const pinnedCells = [...Array(pinned).keys()].map((column) => {
    const start = left;
    left += widthOf(column);
    return draw(column, start, widthOf(column));
  });
  return (
    <tr aria-rowindex={row + 1} className={classes.row} style={{ top, height }}>
      {pinnedCells}
      {columnItems.map(({ index, start, size }) => draw(index + pinned, start, size))}
    </tr>
  );
});

type CellProps = {
  id: string;
  row: number;
  column: number;
  left: number;
  width: number;
  isPinned: boolean;
  isActive: boolean;
  viewOf: Props['viewOf'];
};

/** While the grid is scrolled sideways a row is drawn anew with each column that comes, but not its other cells. */
const GridCell = memo(function GridCell(props: CellProps) {
  const { id, row, column, left, width, isPinned, isActive, viewOf } = props;
  const { content, label, heat = 0, kind } = viewOf(row, column);
  const Cell = row === 0 || column === 0 ? 'th' : 'td';
  return (
    <Cell
      id={id}
      scope={row === 0 ? 'col' : column === 0 ? 'row' : undefined}
      aria-colindex={column + 1}
      // A cell of text says itself what it holds, and while it is edited it is the field that speaks.
      aria-label={kind === 'text' ? undefined : label}
      data-row={row}
      data-column={column}
      data-heat={heat}
      data-kind={kind}
      data-head={row === 0 || column === 0 || undefined}
      data-active={isActive || undefined}
      className={isPinned ? classes.pinned : classes.cell}
      style={{ left, width }}
    >
      {content}
    </Cell>
  );
});
