import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useDesk } from '../state/desk.ts';
import { findNextPosition } from '../widgets/list-keys.ts';
import { TranscriptButton } from './transcript-button.tsx';
import classes from './transcript-list.module.css';
import type { ListRow } from './transcript-rows.ts';

/** Heights of a transcript and of a company's heading, in pixels. */
const rowHeight = 26;
const headingHeight = 27;

/** The rows in view. Arrow keys go from one to the next, Enter opens, Ctrl+Enter opens beside. */
export function TranscriptListRows({ rows }: { rows: readonly ListRow[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const openId = useDesk((desk) => desk.transcriptId);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'company' ? headingHeight : rowHeight),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
  });
  const { reached, onReach, onKeyDown } = useRoving(rows, scroller, (index) => virtual.scrollToIndex(index));
  useOpenRowInView(rows, openId, (index) => virtual.scrollToIndex(index));
  return (
    <div ref={scroller} className={classes.list}>
      <ul
        className={classes.rows}
        aria-label="Transcripts"
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <li key={key} className={classes.item} style={{ top: start }}>
              {row.kind === 'company' ? (
                <h3 className={classes.company} title={[row.label, row.name].filter(Boolean).join(' ')}>
                  <span className={classes.companyLabel}>{row.label}</span>
                  {row.name === '' ? null : <span className={classes.companyName}>{row.name}</span>}
                </h3>
              ) : (
                <TranscriptButton
                  row={row.transcript}
                  position={row.position}
                  isReached={row.position === reached}
                  onReach={onReach}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** One stop for the Tab key: the row that was reached last, or the first. */
function useRoving(
  rows: readonly ListRow[],
  scroller: React.RefObject<HTMLElement | null>,
  scrollTo: (index: number) => void,
) {
  const [at, setAt] = useState(0);
  const isMoving = useRef(false);
  const count = rows.filter(({ kind }) => kind === 'transcript').length;
  const reached = Math.max(0, Math.min(at, count - 1));
  // The row that takes the focus may only be drawn after the list has scrolled to it.
  useEffect(() => {
    if (!isMoving.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-position="${reached}"]`);
    if (!row) return;
    row.focus({ preventScroll: true });
    isMoving.current = false;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = findNextPosition(event.key, { from: reached, count, page: 8 });
    if (next === undefined || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    const position = Math.max(0, Math.min(count - 1, next));
    isMoving.current = true;
    setAt(position);
    scrollTo(rows.findIndex((row) => row.kind === 'transcript' && row.position === position));
  };
  return { reached, onReach: setAt, onKeyDown };
}

/** A transcript that was opened from elsewhere comes into view in the list. */
function useOpenRowInView(
  rows: readonly ListRow[],
  openId: number | null,
  scrollTo: (index: number) => void,
): void {
  const scroll = useRef(scrollTo);
  scroll.current = scrollTo;
  const index = rows.findIndex((row) => row.kind === 'transcript' && row.transcript.id === openId);
  useEffect(() => {
    if (index >= 0) scroll.current(index);
  }, [index]);
}
