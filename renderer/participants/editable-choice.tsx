import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { messageOf } from '../api.ts';
import styles from './participants.module.css';

type Props = {
  label: string;
  value: number;
  options: readonly { id: number; label: string }[];
  onSave: (id: number) => Promise<unknown>;
};

/** A cell with a choice among a few; the choice is saved at once. */
export function EditableChoice({ label, value, options, onSave }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <NativeSelect
      data-cell=""
      size="xs"
      variant="unstyled"
      aria-label={label}
      value={value}
      error={problem}
      classNames={{ input: styles.choice, section: styles.chevron }}
      data={options.map((option) => ({ value: String(option.id), label: option.label }))}
      onChange={(event) => {
        setProblem(null);
        onSave(Number(event.currentTarget.value)).catch((error: unknown) => setProblem(messageOf(error)));
      }}
    />
  );
}
