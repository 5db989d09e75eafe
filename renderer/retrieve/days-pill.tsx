import { Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isCalendarDay } from '../../db/model/calendar-day.ts';
import type { FilterChange } from '../state/retrieval.ts';
import { Pill } from './pill.tsx';

type Props = { from: string | undefined; to: string | undefined; onChange: (change: FilterChange) => void };

/** The days on which the sessions were. */
export function DaysPill({ from, to, onChange }: Props) {
  const value = from === undefined && to === undefined ? null : `${from ?? '…'} – ${to ?? '…'}`;
  return (
    <Pill name="Date" value={value} width={260} onClear={() => onChange({ from: undefined, to: undefined })}>
      <Group gap="xs" grow align="flex-start">
        <DayField label="From" value={from} isFirst onChange={(day) => onChange({ from: day })} />
        <DayField label="Until" value={to} onChange={(day) => onChange({ to: day })} />
      </Group>
    </Pill>
  );
}

type DayProps = {
  label: string;
  value: string | undefined;
  isFirst?: boolean;
  onChange: (day: string | undefined) => void;
};

/** A day as it is written everywhere in the program; while it is being typed it is none yet. */
function DayField({ label, value, isFirst = false, onChange }: DayProps) {
  const [typed, setTyped] = useState(value ?? '');
  return (
    <TextInput
      size="xs"
      label={label}
      placeholder="2021-02-03"
      data-autofocus={isFirst || undefined}
      value={typed}
      error={typed !== '' && !isCalendarDay(typed) && 'As 2021-02-03'}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(isCalendarDay(currentTarget.value) ? currentTarget.value : undefined);
      }}
    />
  );
}
