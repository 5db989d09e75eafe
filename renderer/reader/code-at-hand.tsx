import { Text } from '@mantine/core';
import { memo, useDeferredValue } from 'react';
import type { Span } from '../../db/model/span.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Transcript } from '../../electron/ipc/contract/transcripts.ts';
import type { AnchorSource } from '../codes/anchor-part.tsx';
import { CodeDetails } from '../codes/code-details.tsx';
import type { CodingActions } from './coding-actions.ts';
import { useReading } from './reading.ts';
import { useDigits } from './use-digits.ts';
import { useUsedCodes } from './used-codes.ts';

type Props = {
  guid: string;
  codes: readonly Code[];
  transcript: Transcript | undefined;
  actions: CodingActions;
};

/** The code at hand with its definition, while one codes. */
export function CodeAtHand(props: Props) {
  const codeId = useDeferredValue(useReading((reading) => reading.codeId));
  const passage = useDeferredValue(useReading((reading) => reading.passage));
  const codingId = useDeferredValue(useReading((reading) => reading.codingId));
  return <ReadCode {...props} {...{ codeId, passage, codingId }} />;
}

type Chosen = { codeId: number | null; passage: Span | null; codingId: number | null };

const ReadCode = memo(function ReadCode({ guid, codes, transcript, actions, ...chosen }: Props & Chosen) {
  const { codeId, passage } = chosen;
  const digits = useDigits(guid, codes);
  const anchorSource = findAnchorSource(transcript, chosen);
  const code = codes.find(({ id }) => id === codeId);
  if (!code) {
    return (
      <Text size="sm" c="dimmed">
        Choose a code to read its definition. Select text to code it.
      </Text>
    );
  }
  return (
    <CodeDetails
      key={code.id}
      code={code}
      codes={codes}
      digit={digits.get(code.id) ?? null}
      onTogglePin={() => useUsedCodes.getState().togglePin(guid, code.id)}
      onApply={passage ? () => void actions.apply(code, passage) : undefined}
      anchorSource={anchorSource}
    />
  );
});

/** What is selected in the text: words, or else a coding. */
function findAnchorSource(
  transcript: Transcript | undefined,
  { passage, codingId }: Chosen,
): AnchorSource | undefined {
  if (!transcript) return undefined;
  if (passage) return { label: 'Take the selected words', transcriptId: transcript.id, ...passage };
  const coding = transcript.codingList.find(({ id }) => id === codingId);
  if (!coding) return undefined;
  const { start, end } = coding;
  return { label: 'Take the selected coding', transcriptId: transcript.id, start, end };
}
