import { useMemo } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Coder } from '../../electron/ipc/contract/study.ts';
import type { Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { useCurrentCoder, useShownCoders } from '../state/coders.ts';
import { useDisplay } from '../state/display.ts';
import { useCoders, useTranscript } from '../state/queries.ts';
import { type Colours, makeColours } from './colouring.ts';
import { useReading } from './reading.ts';
import { useShowing } from './showing.ts';
import { ofCoders, pickCodings } from './shown-codings.ts';

/** Returns a transcript once it is read, with the codings of the coders who are shown. */
export function useOpenTranscript(id: number | null): Transcript | undefined {
  const { data } = useTranscript(id);
  const { ids } = useShownCoders();
  // While another transcript is on its way, the answer is still the one before.
  const transcript = data && data.id === id ? data : undefined;
  return useMemo(
    () => transcript && withCodings(transcript, ofCoders(transcript.codingList, ids)),
    [transcript, ids],
  );
}

/** Returns the transcript with the codings that the researcher wants to see of those. */
export function useShownTranscript(
  transcript: Transcript,
  codes: readonly Code[],
  isActive: boolean,
): Transcript {
  const showing = useShowing((state) => state.showing);
  const isAll = showing.kind === 'all';
  const codeAtHand = useReading(({ codeId }) => (showing.kind === 'at hand' ? codeId : null));
  const selectedId = useReading(({ codingId }) => (isAll || !isActive ? null : codingId));
  const coderId = useCurrentCoder()?.id;
  return useMemo(
    () =>
      withCodings(
        transcript,
        pickCodings(transcript.codingList, showing, { coderId, codeAtHand, selectedId, codes }),
      ),
    [transcript, showing, coderId, codeAtHand, selectedId, codes],
  );
}

function withCodings(
  transcript: Transcript,
  codings: readonly Transcript['codingList'][number][],
): Transcript {
  return codings === transcript.codingList ? transcript : { ...transcript, codingList: [...codings] };
}

const noCoders: readonly Coder[] = [];

/** Returns what codings are painted with, as the researcher has chosen. */
export function useColours(codes: readonly Code[]): Colours {
  const colouring = useDisplay((display) => display.colouring);
  const coders = useCoders().data ?? noCoders;
  return useMemo(
    () => makeColours(colouring, new Map(codes.map((code) => [code.id, code])), coders),
    [colouring, codes, coders],
  );
}
