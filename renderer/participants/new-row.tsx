import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { messageOf } from '../api.ts';
import styles from './participants.module.css';
import { findProblemField } from './problem-field.ts';

/** A field of a row that is being added; a column without one is left empty. */
export type NewField = {
  key: string;
  label: string;
  placeholder?: string;
  type?: 'text' | 'date';
  options?: readonly { value: string; label: string }[];
  isRequired?: boolean;
  initial?: string;
};

type Props = {
  /** What is added, such as `practitioner`. */
  what: string;
  fields: readonly (NewField | null)[];
  onSave: (values: Record<string, string>) => Promise<unknown>;
  onClose: () => void;
};

/**
 * The last row of a table while something is added: Enter adds it and starts the next one, Esc closes the row.
 * What the study refuses stays in the fields, with the reason at the field it is about.
 */
export function NewRow({ what, fields, onSave, onClose }: Props) {
  const row = useRef<HTMLTableRowElement>(null);
  const { values, problem, change, add } = useNewRow(fields, onSave, () =>
    row.current?.querySelector('input')?.focus(),
  );
  // The buttons take the room of the last columns that have no field.
  const width = fields.findLastIndex((field) => field !== null) + 1;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) void add();
    if (event.key === 'Escape') onClose();
    if (event.key === 'Enter' || event.key === 'Escape') event.stopPropagation();
  };
  return (
    <tr ref={row} className={styles.newRow} onKeyDown={onKeyDown} aria-label={`New ${what}`}>
      {fields.slice(0, width).map((field, index) => (
        // Columns never change their order while a row is open.
        <td key={field?.key ?? `empty-${index}`}>
          {field && (
            <NewFieldInput
              field={field}
              isFirst={index === 0}
              value={values[field.key] ?? ''}
              problem={problem?.field === field.key ? problem.message : null}
              onChange={(text) => change(field.key, text)}
            />
          )}
        </td>
      ))}
      <td colSpan={fields.length - width + 1}>
        <div className={styles.newActions}>
          <Button size="compact-xs" onClick={() => void add()}>
            Add
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={onClose}>
            Close
          </Button>
        </div>
      </td>
    </tr>
  );
}

type InputProps = {
  field: NewField;
  isFirst: boolean;
  value: string;
  problem: string | null;
  onChange: (text: string) => void;
};

function NewFieldInput({ field, isFirst, value, problem, onChange }: InputProps) {
  const shared = {
    size: 'xs',
    'aria-label': field.label,
    value,
    error: problem,
    errorProps: { role: 'alert' },
  } as const;
  if (field.options) {
    return (
      <NativeSelect
        {...shared}
        data={[...field.options]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      autoFocus={isFirst}
      type={field.type ?? 'text'}
      placeholder={field.placeholder ?? field.label}
      classNames={{ input: styles.editor }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function useNewRow(
  fields: readonly (NewField | null)[],
  onSave: (values: Record<string, string>) => Promise<unknown>,
  focusFirst: () => void,
) {
  const present = fields.filter((field) => field !== null);
  const initial = Object.fromEntries(present.map(({ key, initial: text = '' }) => [key, text]));
  const [values, setValues] = useState<Record<string, string>>(initial);
  const [problem, setProblem] = useState<{ field: string | undefined; message: string } | null>(null);
  const required = present.filter(({ isRequired }) => isRequired);

  const add = async () => {
    const empty = required.find(({ key }) => (values[key] ?? '').trim() === '');
    if (empty) {
      setProblem({ field: empty.key, message: `${empty.label} is missing.` });
      return;
    }
    try {
      await onSave(values);
      setValues(initial);
      setProblem(null);
      focusFirst();
    } catch (error) {
      const message = messageOf(error);
      setProblem({
        field: findProblemField(
          message,
          values,
          required.map(({ key }) => key),
        ),
        message,
      });
    }
  };
  const change = (key: string, text: string) => {
    setValues((former) => ({ ...former, [key]: text }));
    setProblem(null);
  };
  return { values, problem, change, add };
}
