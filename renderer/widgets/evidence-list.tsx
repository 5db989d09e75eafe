import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useDesk } from '../state/desk.ts';
import { useMemoCounts } from '../state/memo-queries.ts';
import classes from './evidence-panel.module.css';
import type { EvidenceRow } from './evidence-rows.ts';
import { ExcerptCard } from './excerpt-card.tsx';
import { findNextPosition } from './list-keys.ts';
import { MemoButton } from './memo-button.tsx';

/** The excerpts one beneath the other; arrow keys move, Enter or a click opens the place in the transcript. */
export function EvidenceList({ rows }: { rows: EvidenceRow[] }) {
  const [active, setActive] = useState(0);
  const isMoving = useRef(false);
  const scroller = useRef<HTMLDivElement>(null);
  const openPlace = useDesk((desk) => desk.openPlace);
  const memos = useMemoCounts('excerpt');
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'heading' ? 30 : 190),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
  });
  const codingCount = rows.filter(({ kind }) => kind === 'coding').length;
  const focused = Math.min(active, codingCount - 1);
  const items = virtual.getVirtualItems();

  // A panel that was just opened hands the focus on to its first excerpt.
  useEffect(() => {
    isMoving.current = scroller.current?.closest('section') === document.activeElement;
  }, []);

  // The card that takes the focus may only be drawn after the list has scrolled to it.
  useEffect(() => {
    if (!isMoving.current) return;
    const card = scroller.current?.querySelector<HTMLElement>(`[data-position="${focused}"]`);
    if (!card) return;
    card.focus({ preventScroll: true });
    isMoving.current = false;
  });

  const moveTo = (position: number) => {
    const next = Math.max(0, Math.min(codingCount - 1, position));
    isMoving.current = true;
    setActive(next);
    virtual.scrollToIndex(rows.findIndex((row) => row.kind === 'coding' && row.position === next));
  };

  return (
    <div ref={scroller} className={classes.scroll}>
      <ul
        className={classes.list}
        aria-label="Excerpts"
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={(event) => {
          const next = findNextPosition(event.key, { from: focused, count: codingCount, page: 5 });
          if (next === undefined || event.altKey) return;
          event.preventDefault();
          moveTo(next);
        }}
      >
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className={classes.row}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {row.kind === 'heading' ? (
                <h3 className={classes.heading}>
                  {row.title} <span>{row.count}</span>
                </h3>
              ) : (
                <>
                  <button
                    type="button"
                    className={classes.card}
                    data-position={row.position}
                    tabIndex={row.position === focused ? 0 : -1}
                    onFocus={() => setActive(row.position)}
                    onClick={() => {
                      const { transcriptId, start, end, id } = row.coding;
                      openPlace({ transcriptId, start, end, codingId: id });
                    }}
                  >
                    <ExcerptCard coding={row.coding} />
                  </button>
                  <MemoButton
                    className={classes.memo}
                    target={{ on: 'excerpt', id: row.coding.excerptId }}
                    what="this excerpt"
                    memos={memos.get(row.coding.excerptId) ?? 0}
                    tabIndex={row.position === focused ? 0 : -1}
                  />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
