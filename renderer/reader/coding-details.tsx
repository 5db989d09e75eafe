import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { memo } from 'react';
import { isOverlapping } from '../../db/model/span.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Coding, Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { CodeHeading } from '../codes/code-heading.tsx';
import { useDesk } from '../state/desk.ts';
import { EvidencePicker } from '../widgets/evidence-picker.tsx';
import { SavedField } from '../widgets/saved-field.tsx';
import { SpeakerChip } from '../widgets/speaker-chip.tsx';
import { StatusPicker } from '../widgets/status-picker.tsx';
import type { CodingActions } from './coding-actions.ts';
import classes from './coding-details.module.css';
import { CodingFacts } from './coding-facts.tsx';
import { useReading } from './reading.ts';
import { keyOfEvidence, keyOfStatus } from './word-keys.ts';

type Props = {
  coding: Coding;
  code: Code;
  transcript: Transcript;
  actions: CodingActions;
};

/** One coding: what it says, who said it, who coded it. Every change is saved as it is made. */
export const CodingDetails = memo(function CodingDetails({ coding, code, transcript, actions }: Props) {
  const { openBar, reveal } = useReading.getState();
  return (
    <Stack gap="sm">
      <CodeHeading code={code} />
      <Speakers coding={coding} transcript={transcript} />
      <button type="button" className={classes.quote} title="Show in the text" onClick={() => reveal(coding)}>
        {coding.quote}
      </button>
      <div>
        <Text size="xs" fw={600}>
          Status
        </Text>
        <StatusPicker
          withWords
          value={coding.status}
          keyOf={keyOfStatus}
          onChoose={(status) => void actions.say(coding.id, { status })}
        />
      </div>
      <div>
        <Text size="xs" fw={600}>
          Evidence type
        </Text>
        <EvidencePicker
          withWords
          value={coding.evidence}
          keyOf={keyOfEvidence}
          onChoose={(evidence) => void actions.say(coding.id, { evidence })}
        />
      </div>
      <SavedField
        key={coding.id}
        value={coding.comment}
        onSave={(comment) => void actions.say(coding.id, { comment })}
      >
        {(field) => <Textarea size="xs" label="Comment" autosize minRows={2} maxRows={12} {...field} />}
      </SavedField>
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => openBar({ kind: 'change', codingId: coding.id }, true)}
        >
          Change code
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => useDesk.getState().showMemos({ on: 'coding', id: coding.id })}
        >
          Memo
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconTrash size={14} />}
          onClick={() => void actions.remove(coding.id)}
        >
          Delete coding
        </Button>
      </Group>
      <CodingFacts coding={coding} />
    </Stack>
  );
});

/** Everyone whose turn the excerpt touches. */
function Speakers({ coding, transcript }: Pick<Props, 'coding' | 'transcript'>) {
  const turns = transcript.turnList.filter((turn) => isOverlapping(turn, coding));
  const speakers = new Map(turns.map((turn) => [turn.participant ?? turn.label ?? '', turn]));
  return (
    <Group gap="sm">
      {[...speakers].map(([participant, turn]) =>
        participant === '' ? null : (
          <SpeakerChip
            key={participant}
            participant={participant}
            technique={turn.technique}
            role={turn.isInterviewer ? 'interviewer' : turn.role}
          />
        ),
      )}
    </Group>
  );
}
