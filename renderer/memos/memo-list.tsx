import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useId } from 'react';
import type { MemoRow } from '../../electron/ipc/contract/memos.ts';
import { memosOfPage, useMemoPages } from '../state/memo-queries.ts';
import { findNextPosition } from '../widgets/list-keys.ts';
import { MemoKindMark } from '../widgets/memo-kind-mark.tsx';
import { authorOfMemo, restOfMemo, titleOfMemo } from '../widgets/memo-words.ts';
import { formatMoment } from '../widgets/moment.ts';
import classes from './memo-list.module.css';

type Props = {
  /** Filled in with the list itself, for who leads the focus back to it. */
  list: RefObject<HTMLDivElement | null>;
  ids: readonly number[];
  chosenId: number | null;
  onChoose: (id: number) => void;
  /** Enter: on to the text of the chosen memo. */
  onEdit: () => void;
};

const rowHeight = 82;

/** The memos that fit; only those in view are asked for and drawn. Arrow keys choose, Enter leads to the text. */
export function MemoList({ list, ids, chosenId, onChoose, onEdit }: Props) {
  const listId = useId();
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const drawn = virtual.getVirtualItems();
  const rowAt = useMemoPages(ids, listPages(drawn.map(({ index }) => index)));
  const chosen = chosenId === null ? -1 : ids.indexOf(chosenId);
  useEffect(() => {
    if (chosen >= 0) virtual.scrollToIndex(chosen);
  }, [chosen, virtual]);
  const hearKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      onEdit();
      return;
    }
    const next = findNextPosition(event.key, { from: chosen, count: ids.length, page: 6 });
    const id = next === undefined ? undefined : ids[Math.max(0, Math.min(ids.length - 1, next))];
    if (id === undefined || event.altKey) return;
    event.preventDefault();
    onChoose(id);
  };
  return (
    <div
      ref={list}
      className={classes.scroll}
      role="listbox"
      tabIndex={0}
      aria-label="Memos"
      aria-activedescendant={drawn.some(({ index }) => index === chosen) ? `${listId}-${chosen}` : undefined}
      onKeyDown={hearKey}
      onClick={({ target }) => {
        const id = ids[findIndex(target)];
        if (id !== undefined) onChoose(id);
      }}
      onDoubleClick={onEdit}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {drawn.map(({ index, start }) => (
          <div
            key={ids[index]}
            id={`${listId}-${index}`}
            data-index={index}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            aria-posinset={index + 1}
            aria-setsize={ids.length}
            className={classes.row}
            style={{ height: rowHeight, transform: `translateY(${start}px)` }}
          >
            <Row memo={rowAt(index)} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** The place in the list of the row that was clicked; -1 beside the rows. */
function findIndex(target: EventTarget): number {
  const row = target instanceof Element ? target.closest('[data-index]') : null;
  return Number(row?.getAttribute('data-index') ?? -1);
}

/** The pages that hold these places of the list. */
function listPages(indexes: readonly number[]): number[] {
  return [...new Set(indexes.map((index) => Math.floor(index / memosOfPage)))];
}

function Row({ memo }: { memo: MemoRow | undefined }) {
  if (!memo) return <span className={classes.rest}>…</span>;
  const moment = memo.changedAt ?? memo.writtenAt;
  return (
    <>
      <span className={classes.title} dir="auto">
        {titleOfMemo(memo)}
      </span>
      <span className={classes.rest} dir="auto">
        {restOfMemo(memo)}
      </span>
      <span className={classes.line}>
        <MemoKindMark kind={memo.kind} />
        <span className={classes.about}>on {memo.about}</span>
      </span>
      <span className={classes.by}>
        {authorOfMemo(memo)}
        {moment && ` · ${formatMoment(moment)}`}
      </span>
    </>
  );
}
