import { useElementSize } from '@mantine/hooks';
import { useDeferredValue, useEffect, useMemo } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { useDesk } from '../state/desk.ts';
import { useCodes, useStudy } from '../state/queries.ts';
import { onScreenCommand } from '../state/screen-commands.ts';
import { CodePane } from './code-pane.tsx';
import { useCodingActions } from './coding-actions.ts';
import { DetailPane } from './detail-pane.tsx';
import { useFind } from './find.ts';
import { ReaderPanes } from './reader-panes.tsx';
import classes from './reader-screen.module.css';
import { useReading } from './reading.ts';
import { TranscriptList } from './transcript-list.tsx';
import { useOpenTranscript } from './use-shown-transcript.ts';
import './highlight-properties.css';
import './highlights.css';

/** Widths are kept when the researcher sets them, not when the window or the evidence beside takes room. */
const remembered = { storage: localStorage, onlySaveAfterUserInteractions: true };

const noCodes: readonly Code[] = [];

/** The desk where transcripts are read and coded: transcripts and codes, the text, and what is selected. */
export function ReaderScreen() {
  const transcriptId = useDesk((desk) => desk.transcriptId);
  const isPair = useDesk((desk) => desk.besideId !== null);
  const { data: study } = useStudy();
  const codes = useCodes().data ?? noCodes;
  const transcript = useOpenTranscript(transcriptId);
  const guid = study?.guid ?? '';
  const actions = useCodingActions(guid, transcript, codes);
  useLeaving(transcriptId);
  useScreenCommands(transcript);
  const { ref, width } = useElementSize();
  // Where the evidence or a second text takes room in a small window, the text needs that of the details more than they do.
  const hasDetails = width === 0 || width >= (isPair ? 1080 : 820);
  const panelIds = hasDetails ? ['sources', 'text', 'details'] : ['sources', 'text'];
  const columns = useDefaultLayout({ id: 'reader-columns', panelIds, ...remembered });
  const rows = useDefaultLayout({ id: 'reader-rows', ...remembered });
  const parts = useMemo(() => ({ guid, codes, transcript, actions }), [guid, codes, transcript, actions]);
  // What stands beside the text follows it: a coding is painted before lists and details know of it.
  const beside = useDeferredValue(parts);

  return (
    <Group elementRef={ref} className={classes.screen ?? ''} {...toGroupProps(columns)}>
      <Panel id="sources" defaultSize={290} minSize={190} groupResizeBehavior="preserve-pixel-size">
        <Group orientation="vertical" {...toGroupProps(rows)}>
          <Panel id="transcripts" defaultSize="34%" minSize={90}>
            <TranscriptList />
          </Panel>
          <Separator className={classes.between ?? ''} aria-label="Height of the transcripts" />
          <Panel id="codes" minSize={120}>
            <CodePane guid={beside.guid} codes={beside.codes} actions={beside.actions} />
          </Panel>
        </Group>
      </Panel>
      <Separator className={classes.beside ?? ''} aria-label="Width of transcripts and codes" />
      <Panel id="text" minSize={440}>
        <ReaderPanes codes={codes} studyGuid={guid} actions={actions} />
      </Panel>
      {hasDetails ? (
        <>
          <Separator className={classes.beside ?? ''} aria-label="Width of the details" />
          <Panel id="details" defaultSize={290} minSize={200} groupResizeBehavior="preserve-pixel-size">
            <DetailPane {...beside} />
          </Panel>
        </>
      ) : null}
    </Group>
  );
}

const toGroupProps = ({ defaultLayout, onLayoutChanged }: ReturnType<typeof useDefaultLayout>) => ({
  ...(defaultLayout ? { defaultLayout } : {}),
  onLayoutChanged,
});

/** What was selected and begun in a transcript ends when another one takes its place. */
function useLeaving(transcriptId: number | null): void {
  useEffect(() => {
    return transcriptId === null ? undefined : useReading.getState().leaveTranscript;
  }, [transcriptId]);
}

function useScreenCommands(transcript: Transcript | undefined): void {
  const text = transcript?.text;
  useEffect(
    () =>
      onScreenCommand((command) => {
        if (command === 'find-code') findCode();
        else if (text !== undefined) findInText(text);
      }),
    [text],
  );
}

/** “Find Code”: the code bar when something is selected, the filter of the code tree otherwise. */
function findCode(): void {
  const { passage, openBar } = useReading.getState();
  if (passage) openBar({ kind: 'apply' }, true);
  else document.querySelector<HTMLInputElement>('[aria-label="Filter codes"]')?.focus();
}

/** The longest selection that is taken for words to look for. */
const longestWords = 80;

function findInText(text: string): void {
  const { passage } = useReading.getState();
  const words = passage ? text.slice(passage.start, passage.end) : '';
  const isSought = words !== '' && words.length <= longestWords && !words.includes('\n');
  useFind.getState().open(isSought ? words : undefined);
}
