import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { useFoundMemos, useOneMemo } from '../state/memo-queries.ts';
import { AboutButton } from './about-button.tsx';
import { LinkedFrom, toTarget } from './linked-from.tsx';
import { MemoFilterBar } from './memo-filter-bar.tsx';
import { MemoList } from './memo-list.tsx';
import { MemoSheet, type MemoSheetHandle } from './memo-sheet.tsx';
import type { MemoWays } from './memo-ways.ts';
import classes from './memos-screen.module.css';
import { isNarrowed, type OpenMemo, useMemosView } from './memos-view.ts';

/** All memos of the study: a list to narrow and search on the left, the chosen one on the right. */
export function MemosScreen({ ways }: { ways: MemoWays }) {
  const open = useMemosView((view) => view.open);
  const sheet = useRef<MemoSheetHandle>(null);
  const list = useRef<HTMLDivElement>(null);
  return (
    <Group className={classes.screen ?? ''} orientation="horizontal">
      <Panel id="memo-list" defaultSize={380} minSize={260} groupResizeBehavior="preserve-pixel-size">
        <FoundMemos list={list} onEdit={() => sheet.current?.focus()} />
      </Panel>
      <Separator className={classes.between ?? ''} aria-label="Width of the list of memos" />
      <Panel id="memo-text" minSize={320}>
        {open ? (
          <Chosen key={open.key} {...{ open, ways, sheet }} onLeave={() => list.current?.focus()} />
        ) : (
          <p className={classes.nothing}>Choose a memo on the left, or begin a new one on the study.</p>
        )}
      </Panel>
    </Group>
  );
}

type FoundProps = { list: React.RefObject<HTMLDivElement | null>; onEdit: () => void };

function FoundMemos({ list, onEdit }: FoundProps) {
  const { filter, open, narrow, show, begin } = useMemosView();
  const [asked] = useDebouncedValue(filter, 150);
  const { data, error } = useFoundMemos(asked);
  return (
    <section className={classes.found} aria-label="Memos of the study">
      <MemoFilterBar filter={filter} onNarrow={narrow} />
      <div className={classes.bar}>
        <span role="status">{data ? countFound(data.ids.length, data.total) : 'Reading …'}</span>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={begin}
        >
          New memo on the study
        </Button>
      </div>
      {error && (
        <p className={classes.note} role="alert">
          {error.message}
        </p>
      )}
      {data && data.ids.length === 0 && (
        <p className={classes.note}>
          {isNarrowed(filter) && data.total > 0
            ? 'No memo fits. Take a filter away to see more.'
            : 'No memo yet. Write one here on the study, or wherever you see the note sign: on a passage, a coding, a code, a company, a practitioner, a rating.'}
        </p>
      )}
      {data && data.ids.length > 0 && (
        <MemoList list={list} ids={data.ids} chosenId={open?.id ?? null} onChoose={show} onEdit={onEdit} />
      )}
    </section>
  );
}

function countFound(found: number, total: number): string {
  const all = `${total.toLocaleString('en')} memo${total === 1 ? '' : 's'}`;
  return found === total ? all : `${found.toLocaleString('en')} of ${all}`;
}

type ChosenProps = {
  open: OpenMemo;
  ways: MemoWays;
  sheet: React.RefObject<MemoSheetHandle | null>;
  onLeave: () => void;
};

function Chosen({ open, ways, sheet, onLeave }: ChosenProps) {
  const { data } = useOneMemo(open.id);
  const memo = data && data.id === open.id ? data : undefined;
  const noteCreated = useMemosView((view) => view.noteCreated);
  return (
    <section className={classes.chosen} aria-label="The chosen memo">
      <div className={classes.about}>
        {memo ? <AboutButton about={memo} onLead={ways.leadTo} /> : open.id === null && 'on the study'}
      </div>
      {memo?.quote && <blockquote className={classes.quote}>{memo.quote}</blockquote>}
      <MemoSheet
        handle={sheet}
        memoId={open.id}
        target={memo ? toTarget(memo) : { on: 'study' }}
        about={memo?.about ?? 'the study'}
        ways={ways}
        isFocused={open.id === null}
        onCreated={noteCreated}
        onLeave={onLeave}
      />
      {memo?.excerptId != null && <LinkedFrom excerptId={memo.excerptId} />}
    </section>
  );
}
