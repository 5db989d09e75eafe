import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useRef,
} from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { findNextPosition } from '../widgets/list-keys.ts';
import { type Chosen, chooseAll, chooseOne, chooseUpTo, toggleOne } from './chosen-codings.ts';
import { CodingRow, rowHeight } from './coding-row.tsx';
import classes from './codings-list.module.css';
import { useReading } from './reading.ts';

type Props = {
  list: readonly Coding[];
  codes: readonly Code[];
  ids: readonly number[];
  chosen: Chosen;
  box: RefObject<HTMLDivElement | null>;
  onChange: (chosen: Chosen) => void;
  onKey: (event: KeyboardEvent) => boolean;
};

/** The list itself: what is chosen in it by mouse and by key. */
export function CodingRows({ list, codes, ids, chosen, box, onChange, onKey }: Props) {
  const listId = useId();
  const codesById = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes]);
  const rows = useVirtualizer({
    count: list.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  useFollowedSelection(ids, chosen, onChange, (index) => rows.scrollToIndex(index));

  const go = (id: number, isReach: boolean) => {
    onChange(isReach ? chooseUpTo(chosen, ids, id) : chooseOne(id));
    rows.scrollToIndex(ids.indexOf(id));
    if (!isReach) show(list, id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const from = chosen.active === null ? -1 : ids.indexOf(chosen.active);
    const next = event.altKey ? undefined : findNextPosition(event.key, { from, count: ids.length, page: 8 });
    const id = next === undefined ? undefined : ids[Math.min(Math.max(next, 0), ids.length - 1)];
    if (id !== undefined) go(id, event.shiftKey);
    else if (event.key === ' ' && chosen.active !== null) onChange(toggleOne(chosen, chosen.active));
    else if (event.key === 'Enter' && chosen.active !== null) {
      useReading.getState().selectCoding(chosen.active);
      document.querySelector<HTMLElement>('[data-transcript]')?.focus({ preventScroll: true });
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a')
      onChange(chooseAll(ids, chosen));
    else if (!onKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent, id: number) => {
    if (event.ctrlKey || event.metaKey) onChange(toggleOne(chosen, id));
    else if (event.shiftKey) onChange(chooseUpTo(chosen, ids, id));
    else go(id, false);
  };

  return (
    <div
      ref={box}
      role="listbox"
      aria-label="Codings of this transcript"
      aria-multiselectable
      aria-activedescendant={chosen.active === null ? undefined : `${listId}-${chosen.active}`}
      tabIndex={0}
      className={classes.scroller}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={classes.rows} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const coding = list[index];
          const code = codesById.get(coding?.codeId ?? 0);
          return coding && code ? (
            <CodingRow
              key={coding.id}
              {...{ coding, code, index }}
              id={`${listId}-${coding.id}`}
              top={start}
              count={list.length}
              isChosen={chosen.ids.has(coding.id)}
              isActive={chosen.active === coding.id}
              onClick={onClick}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

/** Shows a coding in the text, and keeps the list in view. */
function show(list: readonly Coding[], id: number): void {
  const coding = list.find((one) => one.id === id);
  if (!coding) return;
  useReading.getState().selectCoding(id, 'codings');
  useReading.getState().reveal(coding);
}

/** What is selected in the text is chosen here too, so that both sides always speak of the same coding. */
function useFollowedSelection(
  ids: readonly number[],
  chosen: Chosen,
  onChange: (chosen: Chosen) => void,
  scrollTo: (index: number) => void,
): void {
  const codingId = useReading((reading) => reading.codingId);
  const latest = useRef({ ids, chosen, onChange, scrollTo });
  latest.current = { ids, chosen, onChange, scrollTo };
  useEffect(() => {
    const { ids: listed, chosen: now, onChange: choose, scrollTo: goTo } = latest.current;
    if (codingId === null || now.ids.has(codingId) || !listed.includes(codingId)) return;
    choose(chooseOne(codingId));
    goTo(listed.indexOf(codingId));
  }, [codingId]);
}
