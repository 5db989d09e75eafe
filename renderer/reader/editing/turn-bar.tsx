import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconArrowMergeAltLeft, IconPlus, IconScissors, IconTrash } from '@tabler/icons-react';
import { $getNodeByKey, $getRoot } from 'lexical';
import { useState } from 'react';
import type { TurnSpeaker } from '../../../db/model/turn-frame.ts';
import { usePractitioners } from '../../state/queries.ts';
import { SavedField } from '../../widgets/saved-field.tsx';
import classes from './editing.module.css';
import type { EditingSession } from './editing-session.ts';
import { fromSpeakerValue, listSpeakerGroups, toSpeakerValue } from './speaker-options.ts';
import {
  $deleteTurn,
  $insertAfterCaret,
  $joinWithFormer,
  $setSpeaker,
  $setTime,
  $splitAtCaret,
} from './turn-commands.ts';
import { EditedTurnNode } from './turn-node.ts';
import type { TurnAtCaret } from './use-turn-at-caret.ts';

type Props = { session: EditingSession; turn: TurnAtCaret | null };

const speakerMark = 'data-speaker-field';

/** Opens the list of speakers for the turn with the caret. */
export function chooseSpeaker(): void {
  const field = document.querySelector<HTMLInputElement>(`[${speakerMark}]`);
  field?.focus();
  field?.click();
}

/** Who speaks the turn with the caret, when, and what can be done to it. */
export function TurnBar({ session, turn }: Props) {
  const { editor, show } = session;
  const update = (fn: (node: EditedTurnNode) => unknown) => {
    if (!turn) return;
    editor.update(() => {
      const node = $getNodeByKey(turn.key);
      if (node instanceof EditedTurnNode) fn(node);
    });
  };
  const change = (fn: (node: EditedTurnNode) => unknown) => {
    update(fn);
    editor.focus();
  };
  return (
    <Group className={classes.bar ?? ''} gap="xs" role="toolbar" aria-label="The turn with the caret">
      <output className={classes.where}>{turn ? `Turn ${turn.number}` : 'No turn'}</output>
      <SpeakerField
        key={turn?.key ?? ''}
        {...{ session, turn }}
        onChoose={(speaker) => change((node) => $setSpeaker(node, speaker, show))}
      />
      <TimeField turn={turn} onSave={(time) => update((node) => $setTime(node, time, show))} />
      <Button
        {...button}
        disabled={!turn}
        leftSection={<IconScissors {...icon} />}
        onClick={() => change(() => $splitAtCaret(show))}
      >
        Split
      </Button>
      <Button
        {...button}
        disabled={!turn || turn.number === 1}
        leftSection={<IconArrowMergeAltLeft {...icon} />}
        onClick={() => change((node) => $joinWithFormer(node, show))}
      >
        Join with the one before
      </Button>
      <Button
        {...button}
        disabled={!turn}
        leftSection={<IconPlus {...icon} />}
        onClick={() => change(() => $insertAfterCaret(show))}
      >
        Turn after
      </Button>
      <Button
        {...button}
        disabled={!turn}
        leftSection={<IconTrash {...icon} />}
        onClick={() => change($deleteTurn)}
      >
        Delete turn
      </Button>
    </Group>
  );
}

const button = { size: 'compact-sm', variant: 'default' } as const;
const icon = { size: 14, stroke: 1.6 } as const;

type SpeakerProps = Props & { onChoose: (speaker: TurnSpeaker) => void };

function SpeakerField({ session, turn, onChoose }: SpeakerProps) {
  const practitioners = usePractitioners().data ?? [];
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  if (!turn) return <Select size="xs" w={210} aria-label="Speaker" disabled data={[]} />;
  const speakers = isOpen ? session.editor.read($listSpeakers) : [turn.frame];
  const known = { speakers, practitioners, company: session.transcript.company };
  const value = toSpeakerValue(turn.frame);
  return (
    <Select
      {...{ [speakerMark]: '' }}
      size="xs"
      w={210}
      aria-label={`Speaker of turn ${turn.number}`}
      searchable
      allowDeselect={false}
      value={value}
      data={listSpeakerGroups(turn.frame, known, isOpen ? typed : '')}
      onSearchChange={setTyped}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      limit={200}
      maxDropdownHeight={340}
      comboboxProps={{ width: 280, position: 'bottom-start' }}
      onChange={(chosen) => {
        if (chosen !== null && chosen !== value) onChoose(fromSpeakerValue(chosen));
      }}
    />
  );
}

function $listSpeakers(): TurnSpeaker[] {
  return $getRoot()
    .getChildren()
    .flatMap((node) => (node instanceof EditedTurnNode && node.getFrame().isTurn ? [node.getFrame()] : []));
}

function TimeField({ turn, onSave }: { turn: TurnAtCaret | null; onSave: (time: string | null) => void }) {
  return (
    <SavedField
      key={`${turn?.key} ${turn?.frame.time}`}
      value={turn?.frame.time ?? ''}
      onSave={(time) => onSave(time.trim() === '' ? null : time.trim())}
    >
      {(field) => (
        <TextInput
          {...field}
          size="xs"
          w={96}
          aria-label="Time of the turn"
          placeholder="Time"
          disabled={!turn}
        />
      )}
    </SavedField>
  );
}
