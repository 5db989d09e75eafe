import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './tables-screen.module.css';

export type CheckOption<T> = { value: T; label: string; level?: number; group?: string };

type Props<T> = {
  /** What is chosen, in the plural: `codes`. */
  noun: string;
  options: readonly CheckOption<T>[];
  /** null means all. */
  chosen: readonly T[] | null;
  onChoose: (chosen: readonly T[] | null) => void;
};

/** Chooses some of a list, or all of it and whatever is added later. */
export function CheckList<T extends string | number>({ noun, options, chosen, onChoose }: Props<T>) {
  const known = chosen?.filter((value) => options.some((option) => option.value === value));
  const words = known === undefined ? `All ${noun}` : `${known.length} of ${options.length} ${noun}`;
  return (
    <Popover position="bottom-start" trapFocus shadow="md">
      <Popover.Target>
        <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
          {words}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={`Choose ${noun}`}>
        <Choices noun={noun} options={options} chosen={known ?? null} onChoose={onChoose} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices<T extends string | number>({ noun, options, chosen, onChoose }: Props<T>) {
  const [words, setWords] = useState('');
  const wanted = words.trim().toLowerCase();
  const shown = options.filter(({ label }) => label.toLowerCase().includes(wanted));
  const isChosen = (value: T) => chosen === null || chosen.includes(value);
  const setAll = (isOn: boolean) => {
    const touched = new Set(shown.map(({ value }) => value));
    const next = options.filter(({ value }) => (touched.has(value) ? isOn : isChosen(value)));
    onChoose(next.length === options.length ? null : next.map(({ value }) => value));
  };
  const toggle = (toggled: T) => {
    const next = options.filter(({ value }) => isChosen(value) !== (value === toggled));
    onChoose(next.length === options.length ? null : next.map(({ value }) => value));
  };
  return (
    <div className={classes.checks}>
      {options.length > 12 && (
        <TextInput
          size="xs"
          aria-label={`Search ${noun}`}
          placeholder="Search"
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
      )}
      <div className={classes.checkBar}>
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
          All
        </Button>
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(false)}>
          None
        </Button>
      </div>
      <div className={classes.checkRows}>
        {shown.map(({ value, label, level = 0, group }, index) => (
          <div key={value}>
            {group !== undefined && group !== shown[index - 1]?.group && (
              <p className={classes.checkGroup}>{group}</p>
            )}
            <Checkbox
              size="xs"
              label={label}
              checked={isChosen(value)}
              onChange={() => toggle(value)}
              style={{ paddingInlineStart: level * 16 }}
            />
          </div>
        ))}
      </div>
    </div>
  );
}
