import type { SpeakerChoice, SpeakerPreview } from '../../electron/ipc/contract/imports.ts';
import type { Practitioner } from '../../electron/ipc/contract/people.ts';
import type { DraftFile } from './import-draft.ts';
import { isSameChoice } from './speaker-choices.ts';

/** The company of each participant of the study, by the participant's id. */
export type CompanyOfParticipant = ReadonlyMap<number, string>;

export function indexCompanies(practitioners: readonly Practitioner[]): CompanyOfParticipant {
  return new Map(
    practitioners.flatMap(({ company, participants }) => participants.map(({ id }) => [id, company])),
  );
}

/** Returns the company of the chosen participant when it is not the file's own, which may well be a mistake. */
export function findOtherCompany(
  choice: SpeakerChoice | undefined,
  companies: CompanyOfParticipant,
  company: string,
): string | undefined {
  if (choice?.kind !== 'participant' || company === '') return undefined;
  const found = companies.get(choice.participantId);
  return found !== undefined && found.toUpperCase() !== company.toUpperCase() ? found : undefined;
}

/** Returns whether a label may be no speaker at all, and nobody has said yet what it is. */
export function isStillDoubtful(file: DraftFile, { label, isDoubtful, proposal }: SpeakerPreview): boolean {
  const choice = file.speakers[label];
  return isDoubtful && choice !== undefined && isSameChoice(choice, proposal);
}

/** Returns how many things in a file should be looked at before they are believed; none keeps it from the import. */
export function countNotices(file: DraftFile, companies: CompanyOfParticipant): number {
  const { preview, company, speakers } = file;
  const inSpeakers = preview.speakers.filter(
    (speaker) =>
      isStillDoubtful(file, speaker) ||
      isNewId(speakers[speaker.label], speaker) ||
      findOtherCompany(speakers[speaker.label], companies, company) !== undefined,
  ).length;
  const isGuessed = preview.isCharsetGuessed && file.charset === null;
  return inSpeakers + Number(isGuessed) + Number(preview.unknownIds.length > 0);
}

/** Returns whether a label is an id that the study does not know and for which a practitioner would be made. */
export function isNewId(choice: SpeakerChoice | undefined, { isUnknownId }: SpeakerPreview): boolean {
  return isUnknownId && choice?.kind === 'new';
}
