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
  /** The column whose content takes the keys itself. */
  editingColumn: number | null;
};

/** One row of the grid: its pinned cells, and those in view. Drawn anew only when something of it changed. */
export const GridRow = memo(function GridRow(props: Props) {
  const { row, top, height, columnItems, pinned, widthOf } = props;
  let left = 0;
  const pinnedCells = [...Array(pinned).keys()].map((column) => {
    const style = { left, width: widthOf(column) };
    left += style.width;
    return <GridCell key={column} {...props} column={column} isPinned style={style} />;
  });
  return (
    <tr aria-rowindex={row + 1} className={classes.row} style={{ top, height }}>
      {pinnedCells}
      {columnItems.map(({ index, start, size }) => (
        <GridCell
          key={index}
          {...props}
          column={index + pinned}
          isPinned={false}
          style={{ left: start, width: size }}
        />
      ))}
    </tr>
  );
});

type CellProps = Props & { column: number; isPinned: boolean; style: React.CSSProperties };

function GridCell({ id, row, column, isPinned, style, viewOf, activeColumn, editingColumn }: CellProps) {
  const { content, label, heat = 0, kind } = viewOf(row, column);
  const Cell = row === 0 || column === 0 ? 'th' : 'td';
  return (
    <Cell
      id={`${id}-${row}-${column}`}
      scope={row === 0 ? 'col' : column === 0 ? 'row' : undefined}
      aria-colindex={column + 1}
      aria-label={editingColumn === column ? undefined : label}
      data-row={row}
      data-column={column}
      data-heat={heat}
      data-kind={kind}
      data-head={row === 0 || column === 0 || undefined}
      data-active={activeColumn === column || undefined}
      className={isPinned ? classes.pinned : classes.cell}
      style={style}
    >
      {content}
    </Cell>
  );
}
