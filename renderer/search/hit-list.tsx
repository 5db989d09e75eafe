import { Button, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { rowsOfPage, type SearchRow } from '../../electron/ipc/contract/search.ts';
import { useShownCoders } from '../state/coders.ts';
import { findNextPosition } from '../widgets/list-keys.ts';
import classes from './hit-list.module.css';
import { HitRow } from './hit-row.tsx';
import { openHit } from './open-hit.ts';
import { runSearch } from './run-search.ts';
import { type SearchResult, useSearch } from './search-store.ts';
import { useRows } from './use-rows.ts';

const rowHeight = 30;

/** The hits as key words in context; arrow keys move, Enter or a click opens the place, and one comes back to the row. */
export function HitList({ result }: { result: SearchResult }) {
  const { hits } = result;
  const sort = useSearch((search) => search.sort);
  const active = Math.min(
    useSearch((search) => search.active),
    hits - 1,
  );
  const setActive = useSearch((search) => search.setActive);
  const scroller = useRef<HTMLDivElement>(null);
  const isMoving = useRef(useSearch.getState().hasLeft);
  const virtual = useVirtualizer({
    count: hits,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialOffset: useSearch.getState().scrollTop,
  });
  const items = virtual.getVirtualItems();
  const pages = [...new Set(items.map(({ index }) => Math.floor(index / rowsOfPage)))];
  const { rowAt, problem } = useRows(result, sort, pages);
  useRememberedPlace(scroller, sort);

  // The row that takes the focus may only be drawn after the list has scrolled to it, or its page has come.
  useEffect(() => {
    if (!isMoving.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-position="${active}"]`);
    if (!row) return;
    row.focus({ preventScroll: true });
    isMoving.current = false;
    useSearch.getState().comeBack();
  });

  const moveTo = (position: number) => {
    const next = Math.max(0, Math.min(hits - 1, position));
    isMoving.current = true;
    setActive(next);
    virtual.scrollToIndex(next);
  };

  const jump = useSearch((search) => search.jump);
  useEffect(() => {
    if (jump === null) return;
    virtual.scrollToIndex(jump.hit, { align: 'start' });
    useSearch.setState({ active: jump.hit, jump: null });
  }, [jump, virtual]);

  if (problem !== undefined) return <Gone problem={problem} />;
  return (
    <div ref={scroller} className={classes.scroll}>
      <ul
        className={classes.list}
        aria-label="Hits"
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={(event) => {
          const next = findNextPosition(event.key, { from: active, count: hits, page: 15 });
          if (next === undefined || event.altKey) return;
          event.preventDefault();
          moveTo(next);
        }}
      >
        {items.map(({ index, start }) => (
          <li
            key={index}
            className={classes.item}
            style={{ height: rowHeight, transform: `translateY(${start}px)` }}
            aria-setsize={hits}
            aria-posinset={index + 1}
          >
            <Row
              row={rowAt(index)}
              position={index}
              isActive={index === active}
              onFocus={() => setActive(index)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

type RowProps = { row: SearchRow | undefined; position: number; isActive: boolean; onFocus: () => void };

function Row({ row, position, isActive, onFocus }: RowProps) {
  if (!row) return <div className={classes.waiting} aria-hidden />;
  return (
    <button
      type="button"
      className={classes.row}
      data-position={position}
      tabIndex={isActive ? 0 : -1}
      onFocus={onFocus}
      onClick={() => {
        useSearch.getState().leave();
        openHit(row);
      }}
    >
      <HitRow row={row} />
    </button>
  );
}

/** The service keeps only the last searches, and only while their texts stay as they were. */
function Gone({ problem }: { problem: string }) {
  const coderIds = useShownCoders().ids;
  const again = () => {
    const { form, result } = useSearch.getState();
    void runSearch(result?.form ?? form, coderIds, true);
  };
  return (
    <div className={classes.gone} role="alert">
      <Text size="sm">{problem}</Text>
      <Button size="xs" variant="default" onClick={again}>
        Search once more
      </Button>
    </div>
  );
}

/** Keeps how far the list was scrolled, for coming back; another order begins at its top. */
function useRememberedPlace(scroller: React.RefObject<HTMLDivElement | null>, sort: string): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    element.scrollTop = useSearch.getState().scrollTop;
    const remember = () => useSearch.getState().setScrollTop(element.scrollTop);
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [scroller]);
  const shown = useRef(sort);
  useLayoutEffect(() => {
    if (shown.current !== sort && scroller.current) scroller.current.scrollTop = 0;
    shown.current = sort;
  }, [scroller, sort]);
}
