import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { count } from '../widgets/count.ts';
import { ExcerptCard } from '../widgets/excerpt-card.tsx';
import { findNextPosition } from '../widgets/list-keys.ts';
import classes from './split-dialog.module.css';
import type { SplitRow } from './split-rows.ts';

type Props = {
  rows: readonly SplitRow[];
  ticked: ReadonlySet<number>;
  onTick: (codingIds: readonly number[], isTicked: boolean) => void;
};

/** The excerpts of a code under their companies; Space ticks, arrows go from one to the next. */
export function SplitList({ rows, ticked, onTick }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<number>(undefined);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'company' ? 32 : 150),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
  });
  // The row that takes the focus may only be drawn after the list has scrolled to it.
  useEffect(() => {
    if (wanted.current === undefined) return;
    const box = scroller.current?.querySelector<HTMLElement>(`[data-position="${wanted.current}"] input`);
    if (!box) return;
    wanted.current = undefined;
    box.focus({ preventScroll: true });
  });
  const total = rows.reduce((sum, row) => sum + (row.kind === 'coding' ? 1 : 0), 0);
  const onKeyDown = (event: KeyboardEvent, position: number) => {
    const next = findNextPosition(event.key, { from: position, count: total, page: 5 });
    if (next === undefined || event.altKey) return;
    event.preventDefault();
    const to = Math.max(0, Math.min(total - 1, next));
    wanted.current = to;
    virtual.scrollToIndex(rows.findIndex((row) => row.kind === 'coding' && row.position === to));
    const shown = scroller.current?.querySelector<HTMLElement>(`[data-position="${to}"] input`);
    if (!shown) return;
    wanted.current = undefined;
    shown.focus({ preventScroll: true });
  };

  return (
    <div ref={scroller} className={classes.list}>
      <ul
        className={classes.rows}
        aria-label="Excerpts of the code"
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              data-position={row.kind === 'coding' ? row.position : undefined}
              className={classes.row}
              style={{ transform: `translateY(${item.start}px)` }}
              onKeyDown={(event) => row.kind === 'coding' && onKeyDown(event, row.position)}
            >
              {row.kind === 'company' ? (
                <CompanyBox row={row} ticked={ticked} onTick={onTick} />
              ) : (
                <Checkbox
                  size="xs"
                  classNames={{
                    body: classes.excerpt ?? '',
                    inner: classes.tick ?? '',
                    labelWrapper: classes.card ?? '',
                  }}
                  label={<ExcerptCard coding={row.coding} showsCode={false} />}
                  checked={ticked.has(row.coding.id)}
                  onChange={(event) => onTick([row.coding.id], event.currentTarget.checked)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type CompanyProps = Pick<Props, 'ticked' | 'onTick'> & { row: SplitRow & { kind: 'company' } };

function CompanyBox({ row: { company, codingIds }, ticked, onTick }: CompanyProps) {
  const tickedHere = codingIds.filter((id) => ticked.has(id)).length;
  return (
    <Checkbox
      size="xs"
      className={classes.company}
      label={`Company ${company} · ${count(codingIds.length, 'coding')}`}
      checked={tickedHere === codingIds.length}
      indeterminate={tickedHere > 0 && tickedHere < codingIds.length}
      onChange={(event) => onTick(codingIds, event.currentTarget.checked)}
    />
  );
}
