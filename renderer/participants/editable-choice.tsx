import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { messageOf } from '../api.ts';
import styles from './participants.module.css';

type Props = {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onSave: (value: string) => Promise<unknown>;
};

/** A cell with a choice among a few; the choice is saved at once. */
export function EditableChoice({ label, value, options, onSave }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <NativeSelect
      data-cell=""
      data-nothing={value === '' || undefined}
      size="xs"
      variant="unstyled"
      aria-label={label}
      value={value}
      error={problem}
      classNames={{ input: styles.choice, section: styles.chevron }}
      data={[...options]}
      onChange={(event) => {
        setProblem(null);
        onSave(event.currentTarget.value).catch((error: unknown) => setProblem(messageOf(error)));
      }}
    />
  );
}

/** Rows of the study as what a choice offers. */
export function toOptions(
  rows: readonly { id: number; label: string }[],
): { value: string; label: string }[] {
  return rows.map(({ id, label }) => ({ value: String(id), label }));
}
