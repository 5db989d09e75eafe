import { NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { memoKinds, memoSubjects } from '../../db/model/memo.ts';
import { useCoders, useCompanies } from '../state/queries.ts';
import classes from './memo-filter-bar.module.css';
import type { ChosenFilter } from './memos-view.ts';

type Props = { filter: ChosenFilter; onNarrow: (filter: ChosenFilter) => void };

const subjects = ['study', ...memoSubjects] as const;
const orders = [
  { value: 'changed', label: 'Changed last' },
  { value: 'created', label: 'Written last' },
  { value: 'subject', label: 'By subject' },
] as const;

/** Narrows the memos by words, kind, subject, coder and company, and orders them. */
export function MemoFilterBar({ filter, onNarrow }: Props) {
  const coders = useCoders().data ?? [];
  const companies = useCompanies().data ?? [];
  const numberOf = (value: string) => (value === '' ? undefined : Number(value));
  return (
    <search className={classes.bar}>
      <TextInput
        size="xs"
        type="search"
        className={classes.words ?? ''}
        aria-label="Search the memos"
        placeholder="Search title and text"
        leftSection={<IconSearch size={14} stroke={1.6} aria-hidden />}
        value={filter.search ?? ''}
        onChange={({ currentTarget: { value } }) => onNarrow({ ...filter, search: value.slice(0, 400) })}
      />
      <Choice
        label="Kind"
        any="Any kind"
        value={filter.kind}
        options={memoKinds.map((kind) => ({ value: kind, label: kind }))}
        onChoose={(value) => onNarrow({ ...filter, kind: memoKinds.find((kind) => kind === value) })}
      />
      <Choice
        label="Subject"
        any="On anything"
        value={filter.on}
        options={subjects.map((on) => ({
          value: on,
          label: `on ${on === 'study' ? 'the study' : `${on === 'excerpt' ? 'an' : 'a'} ${on}`}`,
        }))}
        onChoose={(value) => onNarrow({ ...filter, on: subjects.find((on) => on === value) })}
      />
      {coders.length > 1 && (
        <Choice
          label="Coder"
          any="Any coder"
          value={filter.coderId}
          options={coders.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChoose={(value) => onNarrow({ ...filter, coderId: numberOf(value) })}
        />
      )}
      {companies.length > 1 && (
        <Choice
          label="Company"
          any="Any company"
          value={filter.companyId}
          options={companies.map(({ id, label }) => ({ value: String(id), label: `company ${label}` }))}
          onChoose={(value) => onNarrow({ ...filter, companyId: numberOf(value) })}
        />
      )}
      <NativeSelect
        size="xs"
        aria-label="Order"
        data={[...orders]}
        value={filter.order}
        onChange={({ currentTarget: { value } }) =>
          onNarrow({ ...filter, order: orders.find((order) => order.value === value)?.value ?? 'changed' })
        }
      />
    </search>
  );
}

type ChoiceProps = {
  label: string;
  any: string;
  value: string | number | undefined;
  options: { value: string; label: string }[];
  onChoose: (value: string) => void;
};

function Choice({ label, any, value, options, onChoose }: ChoiceProps) {
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      data={[{ value: '', label: any }, ...options]}
      value={value === undefined ? '' : String(value)}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    />
  );
}
