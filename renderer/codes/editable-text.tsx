import { Textarea } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { SavedField } from '../widgets/saved-field.tsx';
import classes from './code-details.module.css';

type Props = {
  label: string;
  /** What the button says while there is no text. */
  invitation: string;
  value: string;
  onSave: (value: string) => void;
  /** Stands beneath the text. */
  children?: ReactNode;
  isQuote?: boolean;
};

/** A text that is read first and written in place: a click or Enter begins, leaving the field or Esc ends, and saves. */
export function EditableText({ label, invitation, value, onSave, children, isQuote = false }: Props) {
  const [isEditing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const isReturning = useRef(false);
  // The button that began is another one once the text has come back from the study.
  useEffect(() => {
    if (isReturning.current) button.current?.focus();
  });
  const begin = () => setEditing(true);
  const leave = () => {
    isReturning.current = false;
  };
  const end = () => {
    isReturning.current = true;
    setEditing(false);
  };
  if (isEditing) {
    return (
      <SavedField value={value} onSave={(text) => onSave(text.trim())}>
        {(field) => (
          <Textarea
            size="xs"
            label={label}
            autosize
            minRows={3}
            maxRows={16}
            autoFocus
            {...field}
            onBlur={() => {
              field.onBlur();
              setEditing(false);
            }}
            onKeyDown={(event) => {
              field.onKeyDown(event);
              const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
              if (event.key !== 'Escape' && !isDone) return;
              event.stopPropagation();
              field.onBlur();
              end();
            }}
          />
        )}
      </SavedField>
    );
  }
  if (value === '') {
    return (
      <div>
        <button ref={button} type="button" className={classes.invitation} onClick={begin} onBlur={leave}>
          {invitation}
        </button>
        {children}
      </div>
    );
  }
  return (
    <div className={classes.part}>
      <div className={classes.label}>
        <span>{label}</span>
        <button
          ref={button}
          type="button"
          className={classes.edit}
          aria-label={`Edit: ${label}`}
          title={`Edit: ${label}`}
          onClick={begin}
          onBlur={leave}
        >
          <IconPencil size={13} stroke={1.6} />
        </button>
      </div>
      <p className={classes.text} data-quote={isQuote || undefined}>
        {value}
      </p>
      {children}
    </div>
  );
}
