import { useElementSize } from '@mantine/hooks';
import { useEffect } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { useDesk } from '../state/desk.ts';
import { useCodes, useStudy, useTranscript, useTranscripts } from '../state/queries.ts';
import { CodePane } from './code-pane.tsx';
import { useCodingActions } from './coding-actions.ts';
import { DetailPane } from './detail-pane.tsx';
import { NoTranscripts } from './no-transcripts.tsx';
import { Reader } from './reader.tsx';
import { ReaderHeader } from './reader-header.tsx';
import classes from './reader-screen.module.css';
import { useReading } from './reading.ts';
import { TranscriptList } from './transcript-list.tsx';
import './highlights.css';

/** Widths are kept when the researcher sets them, not when the window or the evidence beside takes room. */
const remembered = { storage: localStorage, onlySaveAfterUserInteractions: true };

const noCodes: readonly Code[] = [];

/** The desk where transcripts are read and coded: transcripts and codes, the text, and what is selected. */
export function ReaderScreen() {
  const transcriptId = useDesk((desk) => desk.transcriptId);
  const { data: study } = useStudy();
  const codes = useCodes().data ?? noCodes;
  const { data } = useTranscript(transcriptId);
  // While another transcript is on its way, the answer is still the one before.
  const transcript = data && data.id === transcriptId ? data : undefined;
  const guid = study?.guid ?? '';
  const actions = useCodingActions(guid, transcript, codes);
  useFindCode();
  const { ref, width } = useElementSize();
  // Where the evidence stands beside a small window, the text needs the room of the details more than they do.
  const hasDetails = width === 0 || width >= 820;
  const panelIds = hasDetails ? ['sources', 'text', 'details'] : ['sources', 'text'];
  const columns = useDefaultLayout({ id: 'reader-columns', panelIds, ...remembered });
  const rows = useDefaultLayout({ id: 'reader-rows', ...remembered });
  const parts = { guid, codes, transcript, actions };

  return (
    <Group elementRef={ref} className={classes.screen ?? ''} {...toGroupProps(columns)}>
      <Panel id="sources" defaultSize={290} minSize={190} groupResizeBehavior="preserve-pixel-size">
        <Group orientation="vertical" {...toGroupProps(rows)}>
          <Panel id="transcripts" defaultSize="34%" minSize={90}>
            <TranscriptList />
          </Panel>
          <Separator className={classes.between ?? ''} aria-label="Height of the transcripts" />
          <Panel id="codes" minSize={120}>
            <CodePane {...parts} />
          </Panel>
        </Group>
      </Panel>
      <Separator className={classes.beside ?? ''} aria-label="Width of transcripts and codes" />
      <Panel id="text" minSize={440}>
        <section className={classes.text} aria-label="Reader">
          {transcript ? (
            <>
              <ReaderHeader transcript={transcript} />
              <Reader
                key={transcript.id}
                transcript={transcript}
                codes={codes}
                studyGuid={guid}
                actions={actions}
              />
            </>
          ) : (
            <NothingOpen isOpening={transcriptId !== null} />
          )}
        </section>
      </Panel>
      {hasDetails ? (
        <>
          <Separator className={classes.beside ?? ''} aria-label="Width of the details" />
          <Panel id="details" defaultSize={290} minSize={200} groupResizeBehavior="preserve-pixel-size">
            <DetailPane {...parts} />
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

function NothingOpen({ isOpening }: { isOpening: boolean }) {
  const { data: transcripts } = useTranscripts();
  if (transcripts?.length === 0) return <NoTranscripts />;
  return (
    <p className={classes.nothing}>
      {isOpening ? 'Opening the transcript …' : 'Choose a transcript on the left.'}
    </p>
  );
}

/** “Find a code” of the menu: the code bar when something is selected, the filter of the code tree otherwise. */
function useFindCode(): void {
  useEffect(
    () =>
      window.casebench.onMenu((command) => {
        if (command !== 'find-code') return;
        const { passage, openBar } = useReading.getState();
        if (passage) openBar({ kind: 'apply' }, true);
        else document.querySelector<HTMLInputElement>('[aria-label="Filter codes"]')?.focus();
      }),
    [],
  );
}
