import { Textarea } from '@mantine/core';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { SavedField } from '../widgets/saved-field.tsx';
import classes from './code-bar.module.css';
import type { CodingActions } from './coding-actions.ts';
import { useReading } from './reading.ts';

type Props = { coding: Coding; actions: CodingActions; onLeave: () => void };

/** Where the comment of a coding is written, at its words. Enter and Esc save and lead back; Shift+Enter begins a line. */
export function CommentBox({ coding, actions, onLeave }: Props) {
  const { closeComment } = useReading.getState();
  return (
    <section
      className={classes.bar}
      aria-label="Comment on the coding"
      onPointerDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && (event.key !== 'Enter' || event.shiftKey)) return;
        event.preventDefault();
        event.stopPropagation();
        // Leaving saves: the field does so when it goes.
        closeComment();
        onLeave();
      }}
    >
      <SavedField value={coding.comment} onSave={(comment) => void actions.say(coding.id, { comment })}>
        {({ onBlur, ...field }) => (
          <Textarea
            size="xs"
            autosize
            minRows={2}
            maxRows={8}
            aria-label="Comment"
            placeholder="Comment on this coding"
            ref={focusAtEnd}
            {...field}
            onBlur={() => {
              onBlur();
              closeComment();
            }}
          />
        )}
      </SavedField>
    </section>
  );
}

function focusAtEnd(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.focus({ preventScroll: true });
  field.setSelectionRange(field.value.length, field.value.length);
}
