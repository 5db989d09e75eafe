import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Question } from '../../db/model/retrieval.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Found } from '../../electron/ipc/contract/retrieval.ts';
import { findNextPosition } from '../widgets/list-keys.ts';
import { GroupHeading } from './group-heading.tsx';
import { ResultCard } from './result-card.tsx';
import classes from './result-list.module.css';
import { listResultRows } from './result-rows.ts';
import { useFoundCards } from './retrieval-queries.ts';

type Props = {
  /** What is asked: another question is read from its beginning. */
  question: Question;
  found: Found;
  codes: readonly Code[];
  /** Whether another answer is on its way. */
  isOld: boolean;
  onTold: (words: string) => void;
};

/** What was found, one beneath the other, however many there are: only what is seen is read and drawn. */
export function ResultList({ question, found, codes, isOld, onTold }: Props) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState(0);
  const isMoving = useRef(false);
  const isWithin = useRef(false);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => listResultRows(found, closed), [found, closed]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'heading' ? 30 : 170),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const findCard = useFoundCards(
    found.ids,
    items.flatMap(({ index }) => {
      const row = rows[index];
      return row?.kind === 'coding' ? [row.position] : [];
    }),
  );
  const focused = Math.min(active, rows.length - 1);

  const shown = useRef(question);
  useEffect(() => {
    if (shown.current === question) return;
    shown.current = question;
    setActive(0);
    scroller.current?.scrollTo(0, 0);
  }, [question]);

  // What takes the focus may only be drawn after the list has scrolled to it. A coding that was deleted, or no longer
  // answers, leaves the focus to what stands there now.
  useEffect(() => {
    const isLost = isWithin.current && document.activeElement === document.body;
    if (!isMoving.current && !isLost) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${focused}"] [data-focus]`);
    if (!row) return;
    row.focus({ preventScroll: true });
    isMoving.current = false;
  });

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    isMoving.current = true;
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const toggle = (key: string) =>
    setClosed((now) =>
      now.has(key) ? new Set([...now].filter((one) => one !== key)) : new Set([...now, key]),
    );

  return (
    <div ref={scroller} className={classes.scroll} data-old={isOld || undefined}>
      <ul
        className={classes.list}
        aria-label="Excerpts found"
        aria-busy={isOld}
        style={{ height: virtual.getTotalSize() }}
        onFocus={() => {
          isWithin.current = true;
        }}
        onBlur={({ target }) => {
          // What is taken away while it has the focus has not been left.
          queueMicrotask(() => {
            if (target.isConnected)
              isWithin.current = scroller.current?.contains(document.activeElement) ?? false;
          });
        }}
        onKeyDown={(event) => {
          const isRow = event.target instanceof HTMLElement && event.target.matches('[data-focus]');
          const next = findNextPosition(event.key, { from: focused, count: rows.length, page: 5 });
          if (!isRow || next === undefined || event.altKey) return;
          event.preventDefault();
          moveTo(next);
        }}
      >
        {items.map(({ index, key, start }) => {
          const row = rows[index];
          if (!row) return null;
          const coding = row.kind === 'coding' ? findCard(row.position) : undefined;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={classes.row}
              style={{ transform: `translateY(${start}px)` }}
            >
              {row.kind === 'heading' && (
                <GroupHeading
                  row={row}
                  isFocused={index === focused}
                  onFocus={() => setActive(index)}
                  onToggle={() => toggle(row.group)}
                />
              )}
              {row.kind === 'coding' && !coding && <p className={classes.reading}>Reading …</p>}
              {row.kind === 'coding' && coding && (
                <ResultCard
                  key={coding.id}
                  coding={coding}
                  codes={codes}
                  position={row.position}
                  isFocused={index === focused}
                  onFocus={() => setActive(index)}
                  onTold={onTold}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
