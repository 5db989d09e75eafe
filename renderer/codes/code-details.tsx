import { Button, ColorInput, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconPin, IconPinnedOff, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { getStudyApi } from '../api.ts';
import { runAction } from '../widgets/run-action.ts';
import { SavedField } from '../widgets/saved-field.tsx';
import classes from './code-details.module.css';
import { CodeHeading } from './code-heading.tsx';

type Props = {
  code: Code;
  isPinned: boolean;
  /** The digit key of the code, when it has one. */
  digit: number | null;
  onTogglePin: () => void;
  onShowEvidence: () => void;
  /** Absent while nothing is selected. */
  onApply: (() => void) | undefined;
  onDelete: () => void;
};

const swatches = [
  '#4263eb',
  '#0b7285',
  '#2b8a3e',
  '#e67700',
  '#c92a2a',
  '#a61e4d',
  '#862e9c',
  '#5c3d2e',
  '#495057',
];

/** A code with its definition; an open code can be written here, an item of the scheme is read. */
export function CodeDetails({
  code,
  isPinned,
  digit,
  onTogglePin,
  onShowEvidence,
  onApply,
  onDelete,
}: Props) {
  const PinIcon = isPinned ? IconPinnedOff : IconPin;
  return (
    <Stack gap="sm">
      <CodeHeading code={code} />
      {code.kind === 'open' ? (
        <OpenCodeFields key={code.id} code={code} />
      ) : (
        <Definition>{code.definition}</Definition>
      )}
      <Group gap="xs">
        {onApply ? (
          <Button size="compact-sm" onClick={onApply}>
            Apply to selection
          </Button>
        ) : null}
        {code.codings > 0 ? (
          <Button size="compact-sm" variant="default" onClick={onShowEvidence}>
            Evidence: {code.codings}
          </Button>
        ) : null}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<PinIcon size={14} />}
          aria-pressed={isPinned}
          onClick={onTogglePin}
        >
          {isPinned ? 'Unpin' : 'Pin'}
        </Button>
        {code.kind === 'open' ? (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconTrash size={14} />}
            onClick={onDelete}
          >
            Delete code
          </Button>
        ) : null}
      </Group>
      <Text size="xs" c="dimmed">
        {code.persons} {code.persons === 1 ? 'person' : 'persons'} · {code.transcripts}{' '}
        {code.transcripts === 1 ? 'transcript' : 'transcripts'}
        {digit === null ? '' : ` · key ${digit} in the code bar`}
      </Text>
    </Stack>
  );
}

function Definition({ children }: { children: ReactNode }) {
  return (
    <Text size="sm" className={classes.definition}>
      {children || 'The scheme gives no definition.'}
    </Text>
  );
}

function OpenCodeFields({ code }: { code: Code }) {
  const save = (changed: Partial<Pick<Code, 'name' | 'definition' | 'colour'>>) => {
    const { id, name, definition, colour } = code;
    void runAction(() => getStudyApi().code.update({ id, name, definition, colour, ...changed }));
  };
  return (
    <>
      <SavedField value={code.name} onSave={(name) => name.trim() !== '' && save({ name })}>
        {(field) => <TextInput size="xs" label="Name" {...field} />}
      </SavedField>
      <SavedField value={code.definition} onSave={(definition) => save({ definition })}>
        {(field) => (
          <Textarea
            size="xs"
            label="Definition"
            placeholder="When to use this code"
            autosize
            minRows={3}
            {...field}
          />
        )}
      </SavedField>
      <ColorInput
        size="xs"
        label="Colour"
        format="hex"
        withEyeDropper={false}
        swatches={swatches}
        value={code.colour}
        onChangeEnd={(colour) => /^#[0-9a-f]{6}$/i.test(colour) && colour !== code.colour && save({ colour })}
      />
    </>
  );
}
