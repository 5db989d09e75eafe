import { ActionIcon, Button, Title } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { MemoTarget } from '../../db/model/memo.ts';
import type { MemoAbout, MemoRow } from '../../electron/ipc/contract/memos.ts';
import { useDesk } from '../state/desk.ts';
import { useMemoAbout, useMemosOn } from '../state/memo-queries.ts';
import { count } from '../widgets/count.ts';
import { useFocusWhileOpen } from '../widgets/use-focus-while-open.ts';
import { AboutButton } from './about-button.tsx';
import { LinkedFrom } from './linked-from.tsx';
import { MemoHead } from './memo-head.tsx';
import { MemoSheet } from './memo-sheet.tsx';
import type { MemoWays } from './memo-ways.ts';
import classes from './memos-panel.module.css';

type Props = { target: MemoTarget; memoId: number | undefined; ways: MemoWays };

/** The memos on one thing, beside the screen; one of them is open and edited in place. Give it a key: another thing begins anew. */
export function MemosPanel({ target, memoId, ways }: Props) {
  const closeSide = useDesk((desk) => desk.closeSide);
  const about = useMemoAbout(target);
  const memos = useMemosOn(target);
  const panel = useRef<HTMLElement>(null);
  useFocusWhileOpen(panel);
  const problem = about.error ?? memos.error;
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={classes.panel}
      aria-label="Memos"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        closeSide();
      }}
    >
      <header className={classes.head}>
        <Title order={2} size="h6">
          Memos
        </Title>
        {about.data && <AboutButton about={about.data} onLead={ways.leadTo} />}
        <ActionIcon className={classes.close ?? ''} aria-label="Close memos" onClick={() => closeSide()}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </header>
      {problem && (
        <p className={classes.note} role="alert">
          {problem.message}
        </p>
      )}
      {about.data === null && (
        <p className={classes.note}>What these memos were on does not exist any more. Undo brings it back.</p>
      )}
      {about.data && memos.data && (
        <Memos about={about.data} memos={memos.data} panel={panel} {...{ target, memoId, ways }} />
      )}
    </section>
  );
}

/** Which memo is open; the key stays when a new one gets its id. */
type Open = { key: string; id: number | null };

type MemosProps = Props & {
  about: MemoAbout;
  memos: MemoRow[];
  panel: React.RefObject<HTMLElement | null>;
};

function Memos({ about, memos, target, memoId, ways, panel }: MemosProps) {
  const [open, setOpen] = useState<Open | null>(() => chooseFirst(memos, memoId));
  const [isFocused, setFocused] = useState(memos.length === 0);
  const isGone = useIsGone(open, memos);
  useEffect(() => {
    if (isGone) setOpen(null);
  }, [isGone]);
  const show = (next: Open | null) => {
    setFocused(true);
    setOpen(next);
  };
  const sheet = open && (
    <div className={classes.sheet} key={open.key}>
      <MemoSheet
        memoId={open.id}
        target={target}
        about={about.about}
        ways={ways}
        isFocused={isFocused}
        onCreated={(id) => setOpen({ ...open, id })}
        onLeave={() => panel.current?.focus({ preventScroll: true })}
      />
    </div>
  );
  // One that was begun here stays where it is when it gets its id: moving it would take the caret out of it.
  const isNewShown = open?.key.startsWith('new') === true;
  const others = isNewShown ? memos.filter(({ id }) => id !== open.id) : memos;
  return (
    <div className={classes.scroll}>
      {about.quote !== null && <blockquote className={classes.quote}>{about.quote}</blockquote>}
      <div className={classes.bar}>
        <span role="status">{memos.length === 0 ? 'No memo yet' : count(memos.length, 'memo')}</span>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={isNewShown && open.id === null}
          onClick={() => show(newMemo())}
        >
          New memo
        </Button>
      </div>
      {isNewShown && sheet}
      <ul className={classes.list} aria-label={`Memos on ${about.about}`}>
        {others.map((memo) => (
          <li key={memo.id} className={classes.item}>
            <MemoHead
              memo={memo}
              isOpen={memo.id === open?.id}
              isOnAnother={memo.about !== about.about}
              onToggle={() => show(memo.id === open?.id ? null : { key: `memo ${memo.id}`, id: memo.id })}
            />
            {memo.id === open?.id && sheet}
          </li>
        ))}
      </ul>
      {about.excerptId !== null && <LinkedFrom excerptId={about.excerptId} />}
    </div>
  );
}

let made = 0;

function newMemo(): Open {
  made += 1;
  return { key: `new ${made}`, id: null };
}

/** The memo that was asked for, or the only one; a new one where there is none yet. */
function chooseFirst(memos: readonly MemoRow[], memoId: number | undefined): Open | null {
  if (memos.length === 0) return newMemo();
  const first = memos.find(({ id }) => id === memoId) ?? (memos.length === 1 ? memos[0] : undefined);
  return first ? { key: `memo ${first.id}`, id: first.id } : null;
}

/** Whether the open memo was in the list and is not any more: deleted here, or undone. */
function useIsGone(open: Open | null, memos: readonly MemoRow[]): boolean {
  const seen = useRef<number | null>(null);
  const isListed = memos.some(({ id }) => id === open?.id);
  useEffect(() => {
    if (isListed) seen.current = open?.id ?? null;
  }, [isListed, open]);
  return open !== null && open.id !== null && !isListed && seen.current === open.id;
}
