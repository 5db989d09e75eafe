import { MultiSelect, Select } from '@mantine/core';
import { useMemo } from 'react';
import type { WhoseTurns } from '../../electron/ipc/contract/auto-code.ts';
import { usePractitioners, useTranscripts } from '../state/queries.ts';
import type { ChosenTurns } from './use-passage-list.ts';

type Props = { value: ChosenTurns; onChange: (turns: ChosenTurns) => void };

/** Whose turns are coded: of a participant id, of a person in all techniques, or of a role; and in which transcripts. */
export function WhoseTurnsFields({ value, onChange }: Props) {
  const options = useSpeakerOptions();
  const transcripts = useTranscripts().data ?? [];
  return (
    <>
      <Select
        label="Whose turns"
        placeholder="A participant, a practitioner or a role"
        searchable
        limit={200}
        nothingFoundMessage="Nobody is called so."
        data={options.groups}
        value={value.whose === null ? null : toKey(value.whose)}
        onChange={(key) =>
          onChange({ ...value, whose: key === null ? null : (options.byKey.get(key) ?? null) })
        }
      />
      <MultiSelect
        label="In these transcripts"
        placeholder={value.transcriptIds.length === 0 ? 'All transcripts' : ''}
        searchable
        clearable
        limit={200}
        nothingFoundMessage="No transcript is called so."
        data={transcripts.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={value.transcriptIds.map(String)}
        onChange={(ids) => onChange({ ...value, transcriptIds: ids.map(Number) })}
      />
    </>
  );
}

function toKey(whose: WhoseTurns): string {
  if (whose.kind === 'participant') return `participant ${whose.participantId}`;
  return whose.kind === 'practitioner' ? `practitioner ${whose.practitionerId}` : `role ${whose.role}`;
}

type Option = { whose: WhoseTurns; label: string };

function useSpeakerOptions() {
  const { data } = usePractitioners();
  return useMemo(() => {
    const people = data ?? [];
    const participants: Option[] = people.flatMap(({ participants: ids, name }) =>
      ids.map(({ id, label }) => ({
        whose: { kind: 'participant', participantId: id },
        label: `${label} · ${name}`,
      })),
    );
    const practitioners: Option[] = people.map(({ id, name }) => ({
      whose: { kind: 'practitioner', practitionerId: id },
      label: name,
    }));
    const roles: Option[] = [...new Set(people.map(({ role }) => role))]
      .filter((role) => role !== '')
      .map((role) => ({ whose: { kind: 'role', role }, label: role }));
    const toItems = (options: Option[]) =>
      options.map(({ whose, label }) => ({ value: toKey(whose), label }));
    return {
      groups: [
        { group: 'Participants', items: toItems(participants) },
        { group: 'Practitioners, in all techniques', items: toItems(practitioners) },
        { group: 'Roles', items: toItems(roles) },
      ],
      byKey: new Map([...participants, ...practitioners, ...roles].map(({ whose }) => [toKey(whose), whose])),
    };
  }, [data]);
}
