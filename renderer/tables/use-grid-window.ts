import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';

type Wish = {
  rowCount: number;
  columnCount: number;
  pinned: { rows: number; columns: number };
  heightOf: (row: number) => number;
  widthOf: (column: number) => number;
};

/** Returns which rows and columns are in view; those that are pinned are always, and no part of these. */
export function useGridWindow(
  { rowCount, columnCount, pinned, heightOf, widthOf }: Wish,
  scroller: React.RefObject<HTMLElement | null>,
) {
  const head = sum(pinned.rows, heightOf);
  const side = sum(pinned.columns, widthOf);
  const rows = useVirtualizer({
    count: Math.max(0, rowCount - pinned.rows),
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(index + pinned.rows),
    paddingStart: head,
    scrollPaddingStart: head,
    overscan: 6,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: Math.max(0, columnCount - pinned.columns),
    getScrollElement: () => scroller.current,
    estimateSize: (index) => widthOf(index + pinned.columns),
    paddingStart: side,
    scrollPaddingStart: side,
    overscan: 4,
  });
  useMeasuredAnew(rows, heightOf);
  useMeasuredAnew(columns, widthOf);
  return { rows, columns, head };
}

/** Sizes are kept until somebody says that they are others now. */
function useMeasuredAnew(virtual: { measure(): void }, sizeOf: (index: number) => number): void {
  const measured = useRef(sizeOf);
  useLayoutEffect(() => {
    if (measured.current === sizeOf) return;
    measured.current = sizeOf;
    virtual.measure();
  }, [virtual, sizeOf]);
}

function sum(count: number, sizeOf: (index: number) => number): number {
  let total = 0;
  for (let index = 0; index < count; index++) total += sizeOf(index);
  return total;
}
