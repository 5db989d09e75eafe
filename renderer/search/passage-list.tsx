import { Button, Checkbox, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { PassageRow } from '../../electron/ipc/contract/auto-code.ts';
import { findNextPosition } from '../widgets/list-keys.ts';
import classes from './auto-code.module.css';
import { type PassageChoice, passagesOfPage, usePassageRows } from './use-passage-list.ts';

const rowHeight = 68;

/** The passages that are going to be coded, each with a tick to take away. Arrow keys move, Space unticks. */
export function PassageList({ list, isWaiting }: { list: PassageChoice; isWaiting: boolean }) {
  const { total, problem, isReading, tickAll } = list;
  if (problem !== undefined || total === 0)
    return (
      <div className={classes.passages}>
        <Text size="sm" c="dimmed" p="md" role={problem === undefined ? 'status' : 'alert'}>
          {problem ??
            (isWaiting
              ? 'Choose whose turns are to be coded.'
              : isReading
                ? 'Reading …'
                : 'There is no such passage.')}
        </Text>
      </div>
    );
  return (
    <div className={classes.passages}>
      <div className={classes.ticks}>
        <Button size="compact-xs" variant="default" onClick={() => tickAll(true)}>
          All
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => tickAll(false)}>
          None
        </Button>
      </div>
      <Rows key={list.listId} list={list} />
    </div>
  );
}

function Rows({ list }: { list: PassageChoice }) {
  const { listId, total } = list;
  const [active, setActive] = useState(0);
  const isMoving = useRef(false);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const rowAt = usePassageRows(listId, [
    ...new Set(items.map(({ index }) => Math.floor(index / passagesOfPage))),
  ]);

  // The tick that takes the focus may only be drawn after the list has scrolled to it.
  useEffect(() => {
    if (!isMoving.current) return;
    const tick = scroller.current?.querySelector<HTMLElement>(`[data-position="${active}"] input`);
    if (!tick) return;
    tick.focus({ preventScroll: true });
    isMoving.current = false;
  });

  return (
    <div ref={scroller} className={classes.scroll}>
      <ul
        className={classes.list}
        aria-label="Passages"
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={(event) => {
          const next = findNextPosition(event.key, { from: active, count: total, page: 8 });
          if (next === undefined || event.altKey) return;
          event.preventDefault();
          const position = Math.max(0, Math.min(total - 1, next));
          isMoving.current = true;
          setActive(position);
          virtual.scrollToIndex(position);
        }}
      >
        {items.map(({ index, start }) => (
          <li
            key={index}
            className={classes.item}
            data-position={index}
            style={{ height: rowHeight, transform: `translateY(${start}px)` }}
            onFocus={() => setActive(index)}
          >
            <Tick row={rowAt(index)} index={index} list={list} isActive={index === active} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type TickProps = { row: PassageRow | undefined; index: number; list: PassageChoice; isActive: boolean };

function Tick({ row, index, list, isActive }: TickProps) {
  const isCoded = list.coded.has(index);
  if (!row) return null;
  return (
    <Checkbox
      size="xs"
      className={classes.tick ?? ''}
      classNames={{ body: classes.tickBody ?? '', labelWrapper: classes.tickLabel ?? '' }}
      tabIndex={isActive ? 0 : -1}
      checked={!isCoded && !list.leftOut.has(index)}
      disabled={isCoded}
      onChange={() => list.toggle(index)}
      label={
        <>
          <span className={classes.where}>
            {row.participant ?? (row.isInterviewer ? 'Interviewer' : 'Nobody known')} · {row.transcript}
            {row.turn === null ? '' : ` · turn ${row.turn}`}
            {isCoded && <b> · coded so already</b>}
          </span>
          <span className={classes.words} dir="auto">
            {row.words}
          </span>
        </>
      }
    />
  );
}
