import { Tabs, Text } from '@mantine/core';
import { memo, useDeferredValue, useEffect } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { MemoRow } from '../../electron/ipc/contract/memos.ts';
import type { Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { useMemosOfTranscript } from '../state/memo-queries.ts';
import { CodeAtHand } from './code-at-hand.tsx';
import type { CodingActions } from './coding-actions.ts';
import { CodingDetails } from './coding-details.tsx';
import { CodingsList } from './codings-list.tsx';
import classes from './detail-pane.module.css';
import { MemosList } from './memos-list.tsx';
import { type DetailTab, useReading } from './reading.ts';

type Props = {
  guid: string;
  codes: readonly Code[];
  transcript: Transcript | undefined;
  actions: CodingActions;
};

const noMemos: readonly MemoRow[] = [];

const isTab = (value: string | null): value is DetailTab =>
  value === 'coding' || value === 'code' || value === 'codings' || value === 'memos';

/** Beside the text: the selected coding, the code at hand, and all codings and memos of the transcript as lists. */
export function DetailPane(props: Props) {
  // What is chosen is shown in the text first.
  const tab = useDeferredValue(useReading((reading) => reading.tab));
  useEffect(tellThatDetailsAreShown, []);
  return <Details {...props} tab={tab} />;
}

const Details = memo(function Details({ tab, ...props }: Props & { tab: DetailTab }) {
  const { showTab } = useReading.getState();
  const count = props.transcript?.codingList.length ?? 0;
  const memos = useMemosOfTranscript(props.transcript?.id ?? null).data ?? noMemos;
  return (
    <Tabs
      value={tab}
      onChange={(value) => isTab(value) && showTab(value)}
      keepMounted={false}
      classNames={{ root: classes.root ?? '', tab: classes.tab ?? '', panel: classes.panel ?? '' }}
    >
      <Tabs.List aria-label="Details">
        <Tabs.Tab value="coding">Coding</Tabs.Tab>
        <Tabs.Tab value="code">Code</Tabs.Tab>
        <Tabs.Tab value="codings">Codings {count > 0 ? count : ''}</Tabs.Tab>
        <Tabs.Tab value="memos">Memos {memos.length > 0 ? memos.length : ''}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="coding">
        <SelectedCoding {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="code">
        <CodeAtHand {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="codings" className={classes.list ?? ''}>
        <CodingsList codings={props.transcript?.codingList ?? []} codes={props.codes} />
      </Tabs.Panel>
      <Tabs.Panel value="memos" className={classes.list ?? ''}>
        {props.transcript && <MemosList transcript={props.transcript} memos={memos} />}
      </Tabs.Panel>
    </Tabs>
  );
});

/** The code bar then leaves the definition of the code at hand to the tab “Code”. */
function tellThatDetailsAreShown(): () => void {
  useReading.setState({ areDetailsShown: true });
  return () => useReading.setState({ areDetailsShown: false });
}

function SelectedCoding({ codes, transcript, actions }: Props) {
  const codingId = useDeferredValue(useReading((reading) => reading.codingId));
  const coding = transcript?.codingList.find(({ id }) => id === codingId);
  const code = codes.find(({ id }) => id === coding?.codeId);
  if (!transcript || !coding || !code) {
    return (
      <Hint>
        Click a stripe or a coded passage to see its coding. In the text, Alt+Down and Alt+Up go from one to
        the next.
      </Hint>
    );
  }
  return <CodingDetails {...{ coding, code, transcript, actions }} />;
}

function Hint({ children }: { children: string }) {
  return (
    <Text size="sm" c="dimmed">
      {children}
    </Text>
  );
}
