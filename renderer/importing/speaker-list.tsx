import { Select } from '@mantine/core';
import { IconAlertTriangle, IconHelp } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { SpeakerPreview } from '../../electron/ipc/contract/transcripts.ts';
import { usePractitioners } from '../state/queries.ts';
import { countOtherChoices, type DraftFile, setSpeaker, setSpeakerEverywhere } from './import-draft.ts';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';
import type { MissingField } from './missing-fields.ts';
import { findFirstOtherFile, findNewSpeaker, type NewSpeaker } from './new-practitioners.ts';
import { NewSpeakerFields } from './new-speaker-fields.tsx';
import { findOtherCompany, fromSelectValue, listSpeakerOptions, toSelectValue } from './speaker-options.ts';

type Props = { file: DraftFile; newSpeakers: readonly NewSpeaker[]; missing: readonly MissingField[] };

/** Every speaker label of a file with what is said under it, and who it stands for. */
export function SpeakerList({ file, newSpeakers, missing }: Props) {
  const { speakers } = file.preview;
  if (speakers.length === 0) {
    return (
      <p className={styles.note}>
        No speaker labels such as “P1:” were found. The text is imported as one turn, whose words count for
        nobody.
      </p>
    );
  }
  return (
    <>
      {Object.values(file.speakers).some(({ kind }) => kind === 'new') && (
        <p className={styles.reason}>
          New practitioners with the same name become one: P1 and W1 named A-01 are one person with two ids.
        </p>
      )}
      <ul className={styles.speakerList}>
        {speakers.map((speaker) => (
          <SpeakerItem
            key={speaker.label}
            speaker={speaker}
            file={file}
            newSpeakers={newSpeakers}
            missing={missing}
          />
        ))}
      </ul>
    </>
  );
}

function SpeakerItem({ speaker, file, newSpeakers, missing }: Props & { speaker: SpeakerPreview }) {
  const { label, turns, words, firstWords } = speaker;
  const own = findNewSpeaker(newSpeakers, file.path, label);
  return (
    <li>
      <div className={styles.speakerHead}>
        <span className={styles.speakerLabel}>{label}</span>
        <span className={styles.counts}>
          {turns} {turns === 1 ? 'turn' : 'turns'}, {words.toLocaleString('en')}{' '}
          {words === 1 ? 'word' : 'words'}
        </span>
        <SpeakerSelect file={file} label={label} />
      </div>
      <p className={styles.firstWords}>{firstWords}</p>
      <SpeakerFlags speaker={speaker} file={file} newSpeakers={newSpeakers} />
      {own && <NewSpeakerFields speaker={own} newSpeakers={newSpeakers} missing={missing} />}
      <SameElsewhere file={file} label={label} />
    </li>
  );
}

function SpeakerSelect({ file, label }: { file: DraftFile; label: string }) {
  const practitioners = usePractitioners().data;
  const change = useImport((state) => state.change);
  const options = useMemo(
    () => listSpeakerOptions(practitioners ?? [], file.company),
    [practitioners, file.company],
  );
  return (
    <Select
      className={styles.speakerSelect ?? ''}
      size="xs"
      aria-label={`Who ${label} is`}
      searchable
      allowDeselect={false}
      value={toSelectValue(file.speakers[label])}
      data={options}
      comboboxProps={{ width: 320, position: 'bottom-end' }}
      maxDropdownHeight={320}
      nothingFoundMessage="Nobody of that name. Choose “New practitioner”."
      onChange={(value) => {
        if (value !== null)
          change((draft) => setSpeaker(draft, file.path, label, fromSelectValue(value, label)));
      }}
    />
  );
}

const reasons: Readonly<Record<string, string>> = {
  'known name': 'Proposed by the name.',
  role: 'Proposed by the role, which one practitioner has alone.',
  similar: 'Proposed because the spelling is similar.',
};

/** What should be looked at before it is believed. */
function SpeakerFlags({ speaker, file, newSpeakers }: Omit<Props, 'missing'> & { speaker: SpeakerPreview }) {
  const practitioners = usePractitioners().data ?? [];
  const choice = file.speakers[speaker.label];
  const otherCompany = findOtherCompany(choice, practitioners, file.company);
  const own = findNewSpeaker(newSpeakers, file.path, speaker.label);
  const firstFile = own && findFirstOtherFile(newSpeakers, own);
  const isAsProposed = toSelectValue(choice) === toSelectValue(speaker.proposal);
  const reason = isAsProposed ? reasons[speaker.reason] : undefined;
  return (
    <>
      {speaker.isDoubtful && (
        <p className={styles.flag}>
          <IconHelp size={14} stroke={1.7} aria-hidden /> Perhaps no speaker: a word with a colon that is rare
          in this file.
        </p>
      )}
      {otherCompany !== undefined && (
        <p className={styles.flag}>
          <IconAlertTriangle size={14} stroke={1.7} aria-hidden /> This participant is of company{' '}
          {otherCompany}, the file of company {file.company}.
        </p>
      )}
      {firstFile && (
        <p className={styles.flag}>
          <IconAlertTriangle size={14} stroke={1.7} aria-hidden /> {firstFile.preview.fileName} makes this
          practitioner one of company {firstFile.company}; this file is of company {file.company}.
        </p>
      )}
      {reason && <p className={styles.reason}>{reason}</p>}
    </>
  );
}

/** The way to say the same of this label in the other files, where something else is said of it. */
function SameElsewhere({ file, label }: { file: DraftFile; label: string }) {
  const { draft, change } = useImport();
  const choice = draft.files.find(({ path }) => path === file.path)?.speakers[label];
  const others = choice?.kind === 'new' ? 0 : countOtherChoices(draft, file.path, label);
  if (others === 0 || !choice) return null;
  return (
    <button
      type="button"
      className={styles.link}
      onClick={() => change((former) => setSpeakerEverywhere(former, label, choice))}
    >
      Say the same of {label} in {others} other {others === 1 ? 'file' : 'files'}
    </button>
  );
}
