import type { SpeakerChoice, SpeakerPreview } from '../../electron/ipc/contract/imports.ts';
import type { Practitioner } from '../../electron/ipc/contract/people.ts';
import type { DraftFile } from './import-draft.ts';
import { isSameChoice } from './speaker-choices.ts';
import { toKnownKey } from './speaker-keys.ts';

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

/** Returns whether a label is an id that the study, which has others, does not know, and somebody would be made of it. */
export function isNewId(
  choice: SpeakerChoice | undefined,
  { isUnknownId }: SpeakerPreview,
  companies: CompanyOfParticipant,
): boolean {
  return isUnknownId && choice?.kind === 'new' && companies.size > 0;
}

/**
 * Returns the ids that the name of the file tells and neither the study nor the file has: nobody of that id speaks. In
 * a study without participants every id is new, which is no news.
 */
export function listSilentIds({ preview }: DraftFile, companies: CompanyOfParticipant): string[] {
  if (companies.size === 0 || preview.speakers.length === 0) return [];
  const labels = new Set(preview.speakers.map(({ label }) => toKnownKey(label)));
  return preview.unknownIds.filter((id) => !labels.has(toKnownKey(id)));
}

/** Returns how many things in a file should be looked at before they are believed; none keeps it from the import. */
export function countNotices(file: DraftFile, companies: CompanyOfParticipant): number {
  const { preview, company, speakers } = file;
  const inSpeakers = preview.speakers.filter((speaker) => {
    const choice = speakers[speaker.label];
    return (
      isStillDoubtful(file, speaker) ||
      isNewId(choice, speaker, companies) ||
      findOtherCompany(choice, companies, company) !== undefined
    );
  }).length;
  const isGuessed = preview.isCharsetGuessed && file.charset === null;
  return inSpeakers + Number(isGuessed) + Number(listSilentIds(file, companies).length > 0);
}
