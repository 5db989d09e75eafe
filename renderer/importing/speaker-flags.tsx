import { IconAlertTriangle, IconHelp } from '@tabler/icons-react';
import type { ProposalReason, SpeakerPreview } from '../../electron/ipc/contract/imports.ts';
import type { DraftFile } from './import-draft.ts';
import styles from './importing.module.css';
import { findFirstOtherFile, type NewSpeaker } from './new-practitioners.ts';
import { type CompanyOfParticipant, findOtherCompany, isNewId, isStillDoubtful } from './notices.ts';
import { isSameChoice } from './speaker-choices.ts';

const reasons: Readonly<Record<ProposalReason, string>> = {
  'exact id': 'Proposed because the study has this id.',
  remembered: 'Proposed as it was decided in an import before.',
  'known name': 'Proposed by the name.',
  role: 'Proposed by the role, which one practitioner has alone.',
  similar: 'Proposed because the spelling is similar.',
  spelling: 'Proposed as another spelling of the same label.',
  interviewer: 'Proposed because the word is usual for interviewers.',
  new: '',
};

type Props = {
  speaker: SpeakerPreview;
  /** The same label among the new speakers, when the import makes somebody of it. */
  own: NewSpeaker | undefined;
  file: DraftFile;
  newSpeakers: readonly NewSpeaker[];
  companies: CompanyOfParticipant;
};

/** Why somebody is proposed, and what should be looked at before it is believed. */
export function SpeakerFlags({ speaker, own, file, newSpeakers, companies }: Props) {
  const choice = file.speakers[speaker.label];
  const otherCompany = findOtherCompany(choice, companies, file.company);
  const firstFile = own && findFirstOtherFile(newSpeakers, own);
  const isAsProposed = choice !== undefined && isSameChoice(choice, speaker.proposal);
  const reason = isAsProposed ? reasons[speaker.reason] : '';
  return (
    <>
      {isStillDoubtful(file, speaker) && (
        <p className={styles.flag}>
          <IconHelp size={14} stroke={1.7} aria-hidden />
          Perhaps no speaker: a word with a colon that is rare in this file.
        </p>
      )}
      {isNewId(choice, speaker, companies) && (
        <Warning>The study has no participant {speaker.label} yet; the import makes one.</Warning>
      )}
      {otherCompany !== undefined && (
        <Warning>
          This participant is of company {otherCompany}, the file of company {file.company}.
        </Warning>
      )}
      {firstFile && (
        <Warning>
          {firstFile.preview.fileName} makes this practitioner one of company {firstFile.company}; this file
          is of company {file.company}.
        </Warning>
      )}
      {reason !== '' && <p className={styles.reason}>{reason}</p>}
    </>
  );
}

function Warning({ children }: { children: React.ReactNode }) {
  return (
    <p className={styles.flag}>
      <IconAlertTriangle size={14} stroke={1.7} aria-hidden />
      <span>{children}</span>
    </p>
  );
}
