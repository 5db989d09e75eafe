import { TextInput } from '@mantine/core';
import { findDay } from './cells.ts';

type Props = {
  label: string;
  field?: string | undefined;
  error?: string | undefined;
  isFixed?: boolean | undefined;
  value: string | null;
  onChange: (date: string | null) => void;
};

/**
 * A date, or none, as it is written everywhere in the program: a field of the system's own would show 2 March as
 * 03/02 or 02/03. Other ways of writing are understood where they leave no doubt; what is no day stays as it is typed,
 * and is told of as what is missing.
 */
export function DateInput({ label, field, error, isFixed = false, value, onChange }: Props) {
  return (
    <TextInput
      size="xs"
      aria-label={label}
      data-field={field}
      readOnly={isFixed}
      placeholder="2021-02-03"
      value={value ?? ''}
      error={error}
      onChange={({ currentTarget }) => {
        const text = currentTarget.value;
        onChange(text.trim() === '' ? null : (findDay(text.trim()) ?? text));
      }}
    />
  );
}
