import { Button } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { PreviewTurn } from '../../electron/ipc/contract/imports.ts';
import { useImportTurns, usePractitioners } from '../state/queries.ts';
import { findNextPosition } from '../widgets/list-keys.ts';

import { type DraftFile, toReading } from './import-draft.ts';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';
import { listSpellings } from './speaker-choices.ts';
import { DoubtfulMark, SpeakerRoleMark } from './speaker-role-mark.tsx';
import { findRole, indexIds } from './speaker-roles.ts';
import { listPages } from './turn-pages.ts';

/** The turns that were found in a file, or those of one speaker; only what is in view is asked for and drawn. */
export function TurnList({ file }: { file: DraftFile }) {
  const wanted = useImport((state) => state.turnsOf);
  const turnsOf = wanted !== null && wanted in file.speakers ? wanted : null;
  return (
    <div className={styles.turns}>
      {turnsOf !== null && <Narrowed label={turnsOf} />}
      <Turns file={file} turnsOf={turnsOf} />
    </div>
  );
}

function Narrowed({ label }: { label: string }) {
  return (
    <p className={styles.narrowed}>
      <span>
        Only turns of <b dir="auto">{label}</b>
      </span>
      <Button
        size="compact-xs"
        variant="default"
        onClick={({ currentTarget }) => {
          // The button goes, and the focus would go with it.
          currentTarget.closest('[role="tabpanel"]')?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
          useImport.getState().show({ turnsOf: null });
        }}
      >
        Show all turns
      </Button>
    </p>
  );
}

function Turns({ file, turnsOf }: { file: DraftFile; turnsOf: string | null }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState<readonly number[]>([0]);
  const [chosen, setChosen] = useState({ turnsOf, index: 0 });
  const active = chosen.turnsOf === turnsOf ? chosen.index : 0;
  const setActive = (index: number) => setChosen({ turnsOf, index });
  const labels = useMemo(
    () => (turnsOf === null ? [] : listSpellings(file.speakers, turnsOf)),
    [file.speakers, turnsOf],
  );
  const practitioners = usePractitioners().data;
  const ids = useMemo(() => indexIds(practitioners ?? []), [practitioners]);
  const { total, turnAt, problem } = useImportTurns(toReading(file), labels, pages);
  const virtual = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => 58,
    overscan: 6,
  });
  const drawn = virtual.getVirtualItems();
  const shown = listPages(drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0);
  const pageKey = shown.join();
  // The first page stays among them, since it tells how many turns there are.
  useEffect(() => setPages([...new Set([0, ...pageKey.split(',').map(Number)])]), [pageKey]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') narrow(turnAt(active)?.label ?? null);
    const next = findNextPosition(event.key, { from: active, count: total ?? 0, page: 8 });
    if (next === undefined) return;
    event.preventDefault();
    const inside = Math.max(0, Math.min((total ?? 1) - 1, next));
    setActive(inside);
    virtual.scrollToIndex(inside);
  };
  if (problem !== undefined) return <p className={styles.note}>{problem}</p>;
  return (
    <div
      className={styles.turnScroller}
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={`Turns of ${file.preview.fileName}`}
      aria-activedescendant={total === undefined || total === 0 ? undefined : `import-turn-${active}`}
      onKeyDown={onKeyDown}
      onClick={({ target }) => {
        const element = target instanceof Element ? target : null;
        const index = Number(element?.closest('[data-index]')?.getAttribute('data-index') ?? active);
        setActive(index);
        if (element?.closest('[data-narrows]')) narrow(turnAt(index)?.label ?? null);
      }}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {drawn.map(({ index, start }) => (
          <div
            key={index}
            ref={virtual.measureElement}
            data-index={index}
            id={`import-turn-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            aria-posinset={index + 1}
            aria-setsize={total}
            className={styles.turn}
            style={{ transform: `translateY(${start}px)` }}
          >
            <TurnView file={file} turn={turnAt(index)} ids={ids} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** Narrows the list to a speaker's turns, or shows all again. */
function narrow(label: string | null): void {
  const { turnsOf, show } = useImport.getState();
  show({ turnsOf: turnsOf === null ? label : null });
}

type TurnProps = { file: DraftFile; turn: PreviewTurn | undefined; ids: ReadonlyMap<number, string> };

function TurnView({ file, turn, ids }: TurnProps) {
  if (!turn) return <span className={styles.turnWords}>…</span>;
  const { label, time, endTime, text, isCut } = turn;
  const isDoubtful = file.preview.speakers.some((one) => one.label === label && one.isDoubtful);
  return (
    <>
      <span className={styles.turnHead}>
        {label === null ? (
          <span className={styles.turnOfNobody}>no speaker</span>
        ) : (
          <>
            <span className={styles.turnLabel} title="Only this speaker’s turns" data-narrows>
              <bdi>{label}</bdi>
            </span>
            {isDoubtful && <DoubtfulMark />}
            <SpeakerRoleMark role={findRole(file, label, ids)} />
          </>
        )}
        <span className={styles.turnTime}>
          {time}
          {endTime !== null && `–${endTime}`}
        </span>
      </span>
      <span className={styles.turnWords} dir="auto">
        {text}
        {isCut && ' …'}
      </span>
    </>
  );
}
