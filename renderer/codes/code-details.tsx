import { Button, Group, Stack, TextInput } from '@mantine/core';
import {
  IconArrowMerge,
  IconArrowsSplit2,
  IconCornerDownRight,
  IconNote,
  IconPin,
  IconPinnedOff,
  IconTrash,
} from '@tabler/icons-react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { getStudyApi } from '../api.ts';
import { useDesk } from '../state/desk.ts';
import { useCodeTexts } from '../state/queries.ts';
import { runAction } from '../widgets/run-action.ts';
import { SavedField } from '../widgets/saved-field.tsx';
import { AnchorPart, type AnchorSource } from './anchor-part.tsx';
import { deleteCodes, renameCode } from './code-actions.ts';
import { useCodeDesk } from './code-desk.ts';
import classes from './code-details.module.css';
import { CodeHeading } from './code-heading.tsx';
import { CodeNumbers } from './code-numbers.tsx';
import { ColourField } from './colour-field.tsx';
import { EditableText } from './editable-text.tsx';
import { SchemePart } from './scheme-part.tsx';

type Props = {
  code: Code;
  codes: readonly Code[];
  /** The digit key of the code, when it is pinned. */
  digit: number | null;
  onTogglePin: () => void;
  /** Absent while nothing is selected. */
  onApply: (() => void) | undefined;
  /** Words that could become the example of the code; absent while nothing is selected. */
  anchorSource: AnchorSource | undefined;
};

/** A code with all that says when it is used: read at first, and written in place. Give it the code's id as key. */
export function CodeDetails({ code, codes, digit, onTogglePin, onApply, anchorSource }: Props) {
  const texts = useCodeTexts(code.id).data;
  const whenNotToUse = texts?.id === code.id ? texts.whenNotToUse : '';
  const isOpen = code.kind === 'open';
  const save = (change: { definition?: string; whenToUse?: string; whenNotToUse?: string }) =>
    void runAction(() => getStudyApi().code.update({ id: code.id, ...change }));
  return (
    <Stack gap="sm" className={classes.details ?? ''}>
      <CodeHeading code={code} />
      <CodeNumbers code={code} codes={codes} />
      {onApply ? (
        <Button size="compact-sm" onClick={onApply} className={classes.apply ?? ''}>
          Apply to selection{digit === null ? '' : ` (key ${digit})`}
        </Button>
      ) : null}
      {isOpen ? (
        <EditableText
          label="Definition"
          invitation="Define this code"
          value={code.definition}
          onSave={(definition) => save({ definition })}
        />
      ) : (
        <SchemePart code={code} />
      )}
      <EditableText
        label="When to use"
        invitation="Say when to use it"
        value={code.whenToUse}
        onSave={(whenToUse) => save({ whenToUse })}
      />
      <EditableText
        label="When not to use"
        invitation="Say when not to use it"
        value={whenNotToUse}
        onSave={(text) => save({ whenNotToUse: text })}
      />
      <AnchorPart code={code} source={anchorSource} />
      {isOpen ? <NameAndColour code={code} codes={codes} /> : null}
      <CodeTools code={code} codes={codes} digit={digit} onTogglePin={onTogglePin} />
    </Stack>
  );
}

function NameAndColour({ code, codes }: Pick<Props, 'code' | 'codes'>) {
  return (
    <Group gap="xs" align="start" wrap="nowrap" grow>
      <SavedField value={code.name} onSave={(name) => renameCode(codes, code.id, name)}>
        {(field) => <TextInput size="xs" label="Name" {...field} />}
      </SavedField>
      <ColourField
        value={code.colour}
        onSave={(colour) => void runAction(() => getStudyApi().code.update({ id: code.id, colour }))}
      />
    </Group>
  );
}

function CodeTools({
  code,
  codes,
  digit,
  onTogglePin,
}: Pick<Props, 'code' | 'codes' | 'digit' | 'onTogglePin'>) {
  const { openDialog } = useCodeDesk.getState();
  const PinIcon = digit === null ? IconPin : IconPinnedOff;
  const isOpen = code.kind === 'open';
  const ids = [code.id];
  const tool = { size: 'compact-sm', variant: 'default' } as const;
  return (
    <Group gap={6}>
      <Button
        {...tool}
        leftSection={<PinIcon size={14} />}
        aria-pressed={digit !== null}
        onClick={onTogglePin}
      >
        {digit === null ? 'Pin' : `Unpin from ${digit}`}
      </Button>
      <Button
        {...tool}
        leftSection={<IconNote size={14} />}
        onClick={() => useDesk.getState().showMemos({ on: 'code', id: code.id })}
      >
        Memos
      </Button>
      {isOpen ? (
        <>
          <Button
            {...tool}
            leftSection={<IconCornerDownRight size={14} />}
            onClick={() => openDialog({ kind: 'moveUnder', ids })}
          >
            Move under…
          </Button>
          <Button
            {...tool}
            leftSection={<IconArrowMerge size={14} />}
            onClick={() => openDialog({ kind: 'merge', ids })}
          >
            Merge into…
          </Button>
        </>
      ) : null}
      {code.codings > 0 ? (
        <Button
          {...tool}
          leftSection={<IconArrowsSplit2 size={14} />}
          onClick={() => openDialog({ kind: 'split', id: code.id })}
        >
          Split…
        </Button>
      ) : null}
      {isOpen ? (
        <Button {...tool} leftSection={<IconTrash size={14} />} onClick={() => void deleteCodes(codes, ids)}>
          Delete code
        </Button>
      ) : null}
    </Group>
  );
}
