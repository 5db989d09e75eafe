import { IconBan, IconEqual, IconPencil, IconPlus } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ComponentType, type KeyboardEvent, useRef, useState } from 'react';
import { rowOutcomes, type TableRowOutcome } from '../../electron/ipc/contract/tables.ts';
import { findNextPosition } from '../widgets/list-keys.ts';
import styles from './table-dialog.module.css';
import { countOutcomes, type RowOutcome } from './table-import.ts';

const icons: Record<RowOutcome, ComponentType<{ size: number; stroke: number }>> = {
  added: IconPlus,
  changed: IconPencil,
  same: IconEqual,
  refused: IconBan,
};

/** What applying would do, row by row, with the number of each kind; a number shows those rows alone. */
export function TableOutcomes({ outcomes }: { outcomes: readonly TableRowOutcome[] | null }) {
  const [shown, setShown] = useState<RowOutcome | null>(null);
  const counts = countOutcomes(outcomes ?? []);
  // A kind that has no rows any more hides nothing.
  const only = shown !== null && counts[shown] > 0 ? shown : null;
  const rows = (outcomes ?? []).filter(({ outcome }) => only === null || outcome === only);
  return (
    <>
      <fieldset className={styles.counts} aria-label="What will happen">
        {rowOutcomes.map((outcome) => (
          <OutcomeCount
            key={outcome}
            outcome={outcome}
            count={counts[outcome]}
            isShown={only === outcome}
            onShow={() => setShown(only === outcome ? null : outcome)}
          />
        ))}
        <span role="status" className={styles.meaning}>
          {outcomes === null ? 'Trying it …' : ''}
        </span>
      </fieldset>
      <OutcomeList rows={rows} />
    </>
  );
}

type CountProps = { outcome: RowOutcome; count: number; isShown: boolean; onShow: () => void };

function OutcomeCount({ outcome, count, isShown, onShow }: CountProps) {
  const Icon = icons[outcome];
  return (
    <button
      type="button"
      className={styles.count}
      data-outcome={outcome}
      aria-pressed={isShown}
      disabled={count === 0}
      title={count === 0 ? undefined : `Show only rows that are ${outcome}`}
      onClick={onShow}
    >
      <Icon size={13} stroke={1.8} /> {count.toLocaleString('en')} {outcome}
    </button>
  );
}

function OutcomeList({ rows }: { rows: readonly TableRowOutcome[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [chosen, setActive] = useState(0);
  const active = Math.max(0, Math.min(rows.length - 1, chosen));
  // A table of a thousand rows is no slower than one of ten.
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 28,
    overscan: 16,
    getItemKey: (index) => rows[index]?.row ?? index,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = findNextPosition(event.key, { from: active, count: rows.length, page: 10 });
    if (next === undefined) return;
    event.preventDefault();
    const inside = Math.max(0, Math.min(rows.length - 1, next));
    setActive(inside);
    virtual.scrollToIndex(inside);
  };
  return (
    <div
      ref={scroller}
      className={styles.outcomes}
      role="listbox"
      tabIndex={0}
      aria-label="Rows"
      aria-activedescendant={rows.length === 0 ? undefined : `table-row-${active}`}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          return (
            row && (
              <div
                key={key}
                ref={virtual.measureElement}
                id={`table-row-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                aria-posinset={index + 1}
                aria-setsize={rows.length}
                data-index={index}
                data-outcome={row.outcome}
                className={styles.row}
                style={{ transform: `translateY(${start}px)` }}
              >
                <OutcomeRow row={row} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

function OutcomeRow({ row: { row, outcome, about, message } }: { row: TableRowOutcome }) {
  const Icon = icons[outcome];
  return (
    <>
      <span className={styles.rowNumber}>row {row}</span>
      <span className={styles.outcome}>
        <Icon size={13} stroke={1.8} /> {outcome}
      </span>
      <b className={styles.about}>{about || '–'}</b>
      <span className={styles.message} title={message}>
        {message}
      </span>
    </>
  );
}
