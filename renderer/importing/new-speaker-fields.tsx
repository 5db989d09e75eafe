import { Autocomplete, TextInput } from '@mantine/core';
import { usePractitioners } from '../state/queries.ts';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';
import type { FieldName, MissingField } from './missing-fields.ts';
import { toFieldKey } from './missing-focus.ts';
import {
  changeNewSpeaker,
  countSharingFiles,
  listNames,
  listOtherIds,
  type NewChoice,
  type NewSpeaker,
} from './new-practitioners.ts';

type Props = { speaker: NewSpeaker; newSpeakers: readonly NewSpeaker[]; missing: readonly MissingField[] };

/** Participant id, name and role of a practitioner whom the import makes. */
export function NewSpeakerFields({ speaker, newSpeakers, missing }: Props) {
  const { file, label, choice } = speaker;
  const change = useImport((state) => state.change);
  const set = (part: Partial<Omit<NewChoice, 'kind'>>) =>
    change((draft) => changeNewSpeaker(draft, { path: file.path, label }, part));
  const propsOf = (field: FieldName) => ({
    size: 'xs' as const,
    'data-field': toFieldKey(file.path, field),
    error: missing.find((one) => one.field === field)?.message,
  });
  const practitioners = usePractitioners().data ?? [];
  const names = listNames(newSpeakers, practitioners, speaker);
  const otherIds = listOtherIds(newSpeakers, practitioners, speaker);
  const sharing = countSharingFiles(newSpeakers, speaker);
  return (
    <>
      <div className={styles.newSpeaker}>
        <TextInput
          {...propsOf(`speaker id:${label}`)}
          label="Id"
          dir="auto"
          aria-label={`Participant id of ${label}`}
          value={choice.participant}
          onChange={(event) => set({ participant: event.currentTarget.value })}
        />
        <Autocomplete
          {...propsOf(`speaker name:${label}`)}
          label="Name"
          aria-label={`Name of ${label}`}
          placeholder={label}
          value={choice.name}
          data={names}
          limit={30}
          comboboxProps={{ width: 220, position: 'bottom-start' }}
          onChange={(name) => set({ name })}
        />
        <TextInput
          size="xs"
          label="Role"
          aria-label={`Role of ${label}`}
          placeholder="Data Scientist"
          value={choice.role}
          onChange={(event) => set({ role: event.currentTarget.value })}
        />
      </div>
      {otherIds.length > 0 && <p className={styles.reason}>One practitioner with {otherIds.join(', ')}.</p>}
      {sharing > 0 && (
        <p className={styles.reason}>
          Also speaks in {sharing} other {sharing === 1 ? 'file' : 'files'}: one practitioner.
        </p>
      )}
    </>
  );
}
