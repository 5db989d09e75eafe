import { TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { messageOf } from '../api.ts';
import { runAction } from '../widgets/run-action.ts';
import styles from './participants.module.css';

type Props = {
  /** What the cell holds and of what, such as `Role of A-01`. */
  label: string;
  value: string;
  /** What stands in the cell when it is empty. */
  placeholder?: string;
  type?: 'text' | 'date';
  /** Said under the field while it is edited. */
  hint?: ReactNode;
  className?: string | undefined;
  /** Saves the text. An error's sentence is shown at the field, and the text stays. */
  onSave: (text: string) => Promise<unknown>;
};

/**
 * A cell that is text until Enter, F2, a click or a letter opens it. Enter and leaving save, Esc restores. What
 * the study refuses stays in the field with the reason beneath it.
 */
export function EditableText({
  label,
  value,
  placeholder = '',
  type = 'text',
  hint,
  className,
  onSave,
}: Props) {
  const editing = useEditing(value, onSave);
  const { cell, draft, problem, open, change, finish, cancel } = editing;
  if (draft === null) {
    return (
      <button
        ref={cell}
        type="button"
        data-cell=""
        className={[styles.cell, className].filter(Boolean).join(' ')}
        aria-label={`${label}: ${value || toWords(placeholder)}`}
        title={value.length > 30 ? value : undefined}
        onClick={() => open(value)}
        onKeyDown={(event) => openByKey(event, value, type, open)}
      >
        {value || <span className={styles.placeholder}>{placeholder}</span>}
      </button>
    );
  }
  return (
    <TextInput
      data-editor=""
      data-autofocus
      autoFocus
      size="xs"
      type={type}
      aria-label={label}
      value={draft}
      description={problem === null ? hint : undefined}
      error={problem}
      errorProps={{ role: 'alert' }}
      inputWrapperOrder={['input', 'description', 'error']}
      classNames={{ input: styles.editor }}
      onFocus={(event) => draft === value && type === 'text' && event.currentTarget.select()}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => void finish(false)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void finish(true);
        if (event.key === 'Escape') {
          event.stopPropagation();
          cancel();
        }
      }}
    />
  );
}

/** A dash in an empty cell says nothing to those who listen. */
const toWords = (placeholder: string) => (/\p{L}/u.test(placeholder) ? placeholder : 'empty');

function openByKey(
  event: KeyboardEvent,
  value: string,
  type: 'text' | 'date',
  open: (text: string) => void,
): void {
  const isLetter =
    event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.key !== 'F2' && !(isLetter && type === 'text')) return;
  event.preventDefault();
  open(isLetter ? event.key : value);
}

/** The text being typed (null while the cell is closed), and why it could not be saved. */
function useEditing(value: string, onSave: (text: string) => Promise<unknown>) {
  const cell = useRef<HTMLButtonElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // Set while nothing may be saved: during a save, and once the cell is closed, since closing takes the focus too.
  const isBusy = useRef(false);
  const isComingBack = useRef(false);

  useEffect(() => {
    if (draft !== null || !isComingBack.current) return;
    isComingBack.current = false;
    cell.current?.focus();
  }, [draft]);

  // Going elsewhere by a key takes the cell away while it is open; what was typed is saved nevertheless.
  const latest = useRef({ draft, value, onSave });
  latest.current = { draft, value, onSave };
  useEffect(
    () => () => {
      const { draft: typed, value: saved, onSave: send } = latest.current;
      if (typed === null || typed.trim() === saved || isBusy.current) return;
      void runAction(() => send(typed.trim()));
    },
    [],
  );

  const close = (isByKey: boolean) => {
    isComingBack.current = isByKey;
    isBusy.current = true;
    setProblem(null);
    setDraft(null);
  };
  const open = (text: string) => {
    isBusy.current = false;
    setDraft(text);
  };
  const finish = async (isByKey: boolean) => {
    // Leaving a field that was refused neither tries the same again nor throws the text away.
    if (draft === null || isBusy.current || (problem !== null && !isByKey)) return;
    if (draft.trim() === value) return close(isByKey);
    isBusy.current = true;
    try {
      await onSave(draft.trim());
      close(isByKey);
    } catch (error) {
      setProblem(messageOf(error));
      isBusy.current = false;
    }
  };
  return {
    cell,
    draft,
    problem,
    open,
    change: (text: string) => {
      setDraft(text);
      setProblem(null);
    },
    finish,
    cancel: () => close(true),
  };
}
