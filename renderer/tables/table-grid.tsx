import { useId, useImperativeHandle, useRef, useState } from 'react';
import type { CellView } from './cell-view.ts';
import { type GridPlace, movePlace, readPlace } from './grid-place.ts';
import { GridRow } from './grid-row.tsx';
import classes from './table-grid.module.css';
import { useGridWindow } from './use-grid-window.ts';

/** What a table may ask of its grid. */
export type GridHandle = { focus(): void; moveTo(place: GridPlace): void };

type Props = {
  label: string;
  rowCount: number;
  columnCount: number;
  /** How many of the first rows and columns, the heads among them, stay in view. */
  pinned: { rows: number; columns: number };
  heightOf: (row: number) => number;
  widthOf: (column: number) => number;
  viewOf: (row: number, column: number) => CellView;
  /** Enter or a click on a cell; `shift` when the Shift key was held. */
  onOpen: (place: GridPlace, shift: boolean) => void;
  onCopy: () => void;
  handle?: React.Ref<GridHandle>;
};

/** A table in whose cells arrow keys move is a grid to those who listen (WAI-ARIA). */
const walkedBy = (activeCell: string) =>
  ({ role: 'grid', tabIndex: 0, 'aria-activedescendant': activeCell }) as const;

/**
 * A grid of any size of which only what is in view is drawn. It holds the focus itself and tells which cell is
 * active, so that a cell may be scrolled out of view and away without the focus going with it.
 */
export function TableGrid(props: Props) {
  const { rowCount, columnCount, pinned, viewOf, onOpen, onCopy } = props;
  const [active, setActive] = useState<GridPlace>({ row: 1, column: 1 });
  const [pointed, setPointed] = useState<GridPlace | null>(null);
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const { rows, columns, head } = useGridWindow(props, scroller);
  const inside = ({ row, column }: GridPlace) => ({
    row: Math.min(row, rowCount - 1),
    column: Math.min(column, columnCount - 1),
  });
  const at = inside(active);

  const moveTo = (place: GridPlace) => {
    setActive(place);
    if (place.row >= pinned.rows) rows.scrollToIndex(place.row - pinned.rows);
    if (place.column >= pinned.columns) columns.scrollToIndex(place.column - pinned.columns);
  };
  useImperativeHandle(props.handle, () => ({
    focus: () => grid.current?.focus({ preventScroll: true }),
    moveTo,
  }));
  const hearKey = (event: React.KeyboardEvent) => {
    // What is written in a cell is not for the grid.
    if (event.target !== grid.current || event.altKey) return;
    const isFar = event.ctrlKey || event.metaKey;
    const next = movePlace(at, event.key, isFar, { rows: rowCount, columns: columnCount });
    if (next) moveTo(next);
    else if (event.key === 'Enter') onOpen(at, event.shiftKey);
    else if (isFar && event.key.toLowerCase() === 'c' && !event.shiftKey) onCopy();
    else return;
    event.preventDefault();
  };
  const columnItems = columns.getVirtualItems();
  const drawRow = (row: number, top: number) => (
    <GridRow
      key={row}
      id={id}
      row={row}
      top={top}
      height={props.heightOf(row)}
      columnItems={columnItems}
      pinned={pinned.columns}
      widthOf={props.widthOf}
      viewOf={viewOf}
      activeColumn={at.row === row ? at.column : null}
    />
  );
  let top = 0;
  const heads = Array.from({ length: pinned.rows }, (_, row) => {
    const start = top;
    top += props.heightOf(row);
    return drawRow(row, start);
  });
  const shown = inside(pointed ?? at);
  return (
    <>
      <div ref={scroller} className={classes.scroll}>
        <table
          ref={grid}
          {...walkedBy(`${id}-${at.row}-${at.column}`)}
          aria-label={props.label}
          aria-rowcount={rowCount}
          aria-colcount={columnCount}
          className={classes.grid}
          style={{ width: columns.getTotalSize(), height: rows.getTotalSize() }}
          onKeyDown={hearKey}
          onClick={(event) => {
            const place = readPlace(event.target);
            if (!place || event.defaultPrevented) return;
            setActive(place);
            onOpen(place, event.shiftKey);
          }}
          onMouseOver={(event) => setPointed(readPlace(event.target))}
          onFocus={() => setPointed(null)}
          onMouseLeave={() => setPointed(null)}
        >
          <thead className={classes.head} style={{ height: head }}>
            {heads}
          </thead>
          <tbody>
            {rows.getVirtualItems().map(({ index, start }) => drawRow(index + pinned.rows, start))}
          </tbody>
        </table>
      </div>
      <p className={classes.detail} aria-live="off">
        {viewOf(shown.row, shown.column).label}
      </p>
    </>
  );
}
