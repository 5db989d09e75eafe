import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import classes from './tables-screen.module.css';

type Props<T extends string> = {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChoose: (value: T) => void;
};

/** A choice with its word in front. */
export function ChoiceSelect<T extends string>({ label, value, options, onChoose }: Props<T>) {
  const id = useId();
  return (
    <span className={classes.choice}>
      <label htmlFor={id}>{label}</label>
      <NativeSelect
        id={id}
        size="xs"
        data={options.map((option) => ({ ...option }))}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find((option) => option.value === currentTarget.value);
          if (chosen) onChoose(chosen.value);
        }}
      />
    </span>
  );
}
