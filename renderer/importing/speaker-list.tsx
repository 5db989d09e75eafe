import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { SpeakerPreview } from '../../electron/ipc/contract/imports.ts';
import { usePractitioners } from '../state/queries.ts';
import { count } from '../widgets/count.ts';
import type { DraftFile } from './import-draft.ts';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';
import type { MissingField } from './missing-fields.ts';
import { findNewSpeaker, type NewSpeaker } from './new-practitioners.ts';
import { NewSpeakerFields } from './new-speaker-fields.tsx';
import type { CompanyOfParticipant } from './notices.ts';
import { SameElsewhere } from './same-elsewhere.tsx';
import { setSpeaker } from './speaker-choices.ts';
import { useSpeakerDrag } from './speaker-drag.ts';
import { SpeakerFlags } from './speaker-flags.tsx';
import { DoubtfulMark, SpeakerRoleMark } from './speaker-role-mark.tsx';
import { findRole, indexIds } from './speaker-roles.ts';
import { openSpeakerSelect, SpeakerSelect } from './speaker-select.tsx';

type Props = {
  file: DraftFile;
  newSpeakers: readonly NewSpeaker[];
  missing: readonly MissingField[];
  companies: CompanyOfParticipant;
};

/** A file in which every line looks like a speaker has thousands of labels; so many are shown before one asks. */
const shownAtFirst = 60;

/** Every speaker label of a file with what is said under it, and who it stands for. */
export function SpeakerList({ file, ...context }: Props) {
  const { speakers } = file.preview;
  const [isAll, setAll] = useState(false);
  const practitioners = usePractitioners().data;
  const ids = useMemo(() => indexIds(practitioners ?? []), [practitioners]);
  if (speakers.length === 0) {
    return (
      <p className={styles.note}>
        {file.rule.kind === 'none'
          ? 'The whole text is one turn of nobody, as notes are.'
          : 'No speaker labels such as “P1:” were found. The text is imported as one turn, whose words count for nobody.'}
      </p>
    );
  }
  const shown = isAll ? speakers : speakers.slice(0, shownAtFirst);
  return (
    <>
      <ul className={styles.speakerList}>
        {shown.map((speaker) => (
          <SpeakerItem key={speaker.label} speaker={speaker} file={file} ids={ids} {...context} />
        ))}
      </ul>
      {shown.length < speakers.length && (
        <Button size="compact-sm" variant="default" onClick={() => setAll(true)}>
          Show all {speakers.length.toLocaleString('en')} labels
        </Button>
      )}
    </>
  );
}

type ItemProps = Props & { speaker: SpeakerPreview; ids: ReadonlyMap<number, string> };

function SpeakerItem({ speaker, file, ids, newSpeakers, missing, companies }: ItemProps) {
  const { label, firstWords } = speaker;
  const own = findNewSpeaker(newSpeakers, file.path, label);
  const merge = (dragged: string) =>
    useImport
      .getState()
      .change((draft) => setSpeaker(draft, file.path, dragged, { kind: 'same', as: label }));
  const { isOver, target, source } = useSpeakerDrag(label, merge);
  return (
    <li {...target} data-over={isOver || undefined}>
      <div className={styles.speakerHead}>
        <span className={styles.speakerName}>
          <button
            type="button"
            {...source}
            className={styles.speakerLabel}
            title="Show the turns. Drag it on another label, or press M, to say that it is another spelling."
            onClick={() => useImport.getState().show({ tab: 'turns', turnsOf: label })}
            onKeyDown={(event) => {
              if (event.key.toLowerCase() !== 'm' || event.ctrlKey || event.metaKey || event.altKey) return;
              event.preventDefault();
              openSpeakerSelect(file.path, label);
            }}
          >
            <bdi>{label}</bdi>
          </button>
          {speaker.isDoubtful && <DoubtfulMark />}
          <SpeakerRoleMark role={findRole(file, label, ids)} />
        </span>
        <SpeakerSelect file={file} label={label} />
      </div>
      <p className={styles.firstWords}>
        <span className={styles.counts}>{describeCounts(speaker)}</span> <bdi>{firstWords}</bdi>
      </p>
      <SpeakerFlags speaker={speaker} own={own} file={file} newSpeakers={newSpeakers} companies={companies} />
      {own && <NewSpeakerFields speaker={own} newSpeakers={newSpeakers} missing={missing} />}
      <SameElsewhere file={file} label={label} />
    </li>
  );
}

function describeCounts({ turns, words }: SpeakerPreview): string {
  return `${count(turns, 'turn')}, ${count(words, 'word')}:`;
}
