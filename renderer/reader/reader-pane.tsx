import { useDeferredValue, useMemo } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { type PaneSide, useDesk } from '../state/desk.ts';
import { useTranscripts } from '../state/queries.ts';
import type { CodingActions } from './coding-actions.ts';
import { Legend } from './legend.tsx';
import { NoTranscripts } from './no-transcripts.tsx';
import { Reader } from './reader.tsx';
import { ReaderHeader } from './reader-header.tsx';
import classes from './reader-pane.module.css';
import { useColours, useOpenTranscript, useShownTranscript } from './use-shown-transcript.ts';

type Props = {
  side: PaneSide;
  transcriptId: number | null;
  codes: readonly Code[];
  studyGuid: string;
  actions: CodingActions;
};

/** One transcript with its header; of two, the one that is clicked or has the focus is read and coded. */
export function ReaderPane({ side, transcriptId, codes, studyGuid, actions }: Props) {
  const isActive = useDesk((desk) => desk.activeSide === side);
  const isPair = useDesk((desk) => desk.besideId !== null);
  const transcript = useOpenTranscript(transcriptId);
  const { activatePane } = useDesk.getState();
  const activate = () => activatePane(side);
  return (
    <section
      className={classes.pane}
      aria-label={nameOfPane(side, isPair)}
      data-pane={side}
      data-active={(isPair && isActive) || undefined}
      aria-current={isPair && isActive ? 'true' : undefined}
      onPointerDownCapture={activate}
      onFocusCapture={activate}
    >
      {transcript ? (
        <OpenPane {...{ side, isActive, isPair, transcript, codes, studyGuid, actions }} />
      ) : (
        <NothingOpen transcriptId={transcriptId} />
      )}
    </section>
  );
}

function nameOfPane(side: PaneSide, isPair: boolean): string {
  if (!isPair) return 'Reader';
  return side === 'left' ? 'Reader, left' : 'Reader, right';
}

type OpenProps = Omit<Props, 'transcriptId'> & {
  isActive: boolean;
  isPair: boolean;
  transcript: Transcript;
};

function OpenPane({ side, isActive, isPair, transcript, codes, studyGuid, actions }: OpenProps) {
  const colours = useColours(codes);
  const shown = useShownTranscript(transcript, codes, isActive);
  const shownCount = shown.codingList.length;
  const headed = useMemo(() => ({ transcript, codes, shown: shownCount }), [transcript, codes, shownCount]);
  // Text and codings come first, the header and its menus once they are painted.
  const head = useDeferredValue(headed);
  return (
    <>
      <ReaderHeader {...{ side, isActive, isPair }} {...head} />
      <Legend colours={colours} codings={shown.codingList} />
      {/* Only the text is made anew for another transcript; menus and header are the same for all. */}
      <Reader
        key={transcript.id}
        {...{ side, isActive, codes, colours, studyGuid, actions }}
        transcript={shown}
      />
    </>
  );
}

function NothingOpen({ transcriptId }: { transcriptId: number | null }) {
  const { data: transcripts } = useTranscripts();
  if (transcripts?.length === 0) return <NoTranscripts />;
  return <p className={classes.nothing}>{describeNothing(transcriptId, transcripts)}</p>;
}

function describeNothing(
  transcriptId: number | null,
  transcripts: readonly { id: number }[] | undefined,
): string {
  if (transcriptId === null) return 'Choose a transcript on the left.';
  const isGone = transcripts?.every(({ id }) => id !== transcriptId);
  return isGone
    ? 'This transcript is not in the study any more. Undo brings it back if it was deleted last.'
    : 'Opening the transcript …';
}
