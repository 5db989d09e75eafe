import { Button, Checkbox, Group, NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { type SearchedKind, type SearchSpeakers, searchedKinds } from '../../electron/ipc/contract/search.ts';
import { useCompanies, usePractitioners, useTechniques } from '../state/queries.ts';
import { useAutoCode } from './auto-code-store.ts';
import classes from './search-screen.module.css';
import { useSearch } from './search-store.ts';

const kindNames: Record<SearchedKind, string> = {
  transcript: 'Transcripts',
  memo: 'Memos',
  code: 'Codes',
  comment: 'Comments',
};

/** Where to search, and in whose words. A change searches anew when something was found before. */
export function SearchLimits({ onChange }: { onChange: () => void }) {
  const { kinds, companyId, technique, speakers } = useSearch((search) => search.form);
  const companies = useCompanies().data ?? [];
  const techniques = useTechniques().data ?? [];
  const roles = useRoles();
  const change = (form: Parameters<ReturnType<typeof useSearch.getState>['change']>[0]) => {
    useSearch.getState().change(form);
    if (useSearch.getState().result !== null) onChange();
  };
  const toggle = (kind: SearchedKind, isOn: boolean) => {
    const next = searchedKinds.filter((one) => (one === kind ? isOn : kinds.includes(one)));
    if (next.length > 0) change({ kinds: next });
  };
  return (
    <div className={classes.limits}>
      <Group gap="sm" role="group" aria-label="Where">
        {searchedKinds.map((kind) => (
          <Checkbox
            key={kind}
            size="xs"
            label={kindNames[kind]}
            checked={kinds.includes(kind)}
            onChange={({ currentTarget }) => toggle(kind, currentTarget.checked)}
          />
        ))}
      </Group>
      <NativeSelect
        size="xs"
        aria-label="Company"
        data={[
          { value: '', label: 'Any company' },
          ...companies.map(({ id, label }) => ({ value: String(id), label: `Company ${label}` })),
        ]}
        value={companyId === null ? '' : String(companyId)}
        onChange={({ currentTarget: { value } }) =>
          change({ companyId: value === '' ? null : Number(value) })
        }
      />
      <NativeSelect
        size="xs"
        aria-label="Technique"
        data={[
          { value: '', label: 'Any technique' },
          ...techniques.map(({ letter, name }) => ({ value: letter, label: `${letter} ${name}` })),
        ]}
        value={technique ?? ''}
        onChange={({ currentTarget: { value } }) => change({ technique: value === '' ? null : value })}
      />
      <NativeSelect
        size="xs"
        aria-label="Speakers"
        data={[
          { value: 'all', label: 'Everybody’s words' },
          { value: 'participants', label: 'Without the interviewer' },
          ...roles.map((role) => ({ value: `role ${role}`, label: `Only: ${role}` })),
        ]}
        value={speakers.kind === 'role' ? `role ${speakers.role}` : speakers.kind}
        onChange={({ currentTarget: { value } }) => change({ speakers: toSpeakers(value) })}
      />
      <Button
        className={classes.bySpeaker ?? ''}
        size="xs"
        variant="default"
        onClick={() => useAutoCode.getState().open({ kind: 'speaker' })}
      >
        Code by speaker …
      </Button>
    </div>
  );
}

function toSpeakers(value: string): SearchSpeakers {
  if (value === 'all' || value === 'participants') return { kind: value };
  return { kind: 'role', role: value.slice('role '.length) };
}

function useRoles(): string[] {
  const { data } = usePractitioners();
  return useMemo(
    () =>
      [...new Set(data?.map(({ role }) => role).filter((role) => role !== ''))].sort((left, right) =>
        left.localeCompare(right, 'en'),
      ),
    [data],
  );
}
