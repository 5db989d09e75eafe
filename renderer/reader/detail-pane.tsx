import { Tabs, Text } from '@mantine/core';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { MemoRow } from '../../electron/ipc/contract/memos.ts';
import type { Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { getStudyApi } from '../api.ts';
import { CodeDetails } from '../codes/code-details.tsx';
import { useDesk } from '../state/desk.ts';
import { useMemosOfTranscript } from '../state/memo-queries.ts';
import { runAction } from '../widgets/run-action.ts';
import { listDigitCodes } from './bar-options.ts';
import type { CodingActions } from './coding-actions.ts';
import { CodingDetails } from './coding-details.tsx';
import { CodingsList } from './codings-list.tsx';
import classes from './detail-pane.module.css';
import { MemosList } from './memos-list.tsx';
import { type DetailTab, useReading } from './reading.ts';
import { useCodesOfStudy, useUsedCodes } from './used-codes.ts';

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
  const tab = useReading((reading) => reading.tab);
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
}

function SelectedCoding({ codes, transcript, actions }: Props) {
  const codingId = useReading((reading) => reading.codingId);
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
  return <CodingDetails coding={coding} code={code} transcript={transcript} actions={actions} />;
}

function CodeAtHand({ guid, codes, actions }: Props) {
  const codeId = useReading((reading) => reading.codeId);
  const passage = useReading((reading) => reading.passage);
  const { pinned } = useCodesOfStudy(guid);
  const code = codes.find(({ id }) => id === codeId);
  if (!code) return <Hint>Choose a code to read its definition. Select text to code it.</Hint>;
  const digit = listDigitCodes(codes, pinned).findIndex(({ id }) => id === code.id) + 1;
  return (
    <CodeDetails
      code={code}
      digit={digit || null}
      isPinned={pinned.includes(code.id)}
      onTogglePin={() => useUsedCodes.getState().togglePin(guid, code.id)}
      onShowEvidence={() =>
        useDesk.getState().showEvidence({ title: code.name, filter: { codeIds: [code.id] } })
      }
      onApply={passage ? () => void actions.apply(code, passage) : undefined}
      onDelete={() => void runAction(() => getStudyApi().code.delete({ id: code.id }))}
    />
  );
}

function Hint({ children }: { children: string }) {
  return (
    <Text size="sm" c="dimmed">
      {children}
    </Text>
  );
}
