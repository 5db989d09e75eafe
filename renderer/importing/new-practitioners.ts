import { toParticipantId } from '../../db/model/speaker.ts';
import { findTechniqueLetter } from '../../db/model/technique.ts';
import type { SpeakerChoice } from '../../electron/ipc/contract/imports.ts';
import type { Practitioner } from '../../electron/ipc/contract/people.ts';
import type { DraftFile, ImportDraft } from './import-draft.ts';
import { makeKeeper } from './keep-same.ts';
import { toKnownKey } from './speaker-keys.ts';

export type NewChoice = Extract<SpeakerChoice, { kind: 'new' }>;

/**
 * A speaker of a file who is not in the study yet. The name is what was typed, else the label; the keys tell which
 * spellings are the same.
 */
export type NewSpeaker = {
  file: DraftFile;
  label: string;
  choice: NewChoice;
  name: string;
  nameKey: string;
  idKey: string;
  companyKey: string;
};

/** Returns every speaker for whom the ticked files make a practitioner, in the order of the files. */
export function listNewSpeakers(files: readonly DraftFile[]): NewSpeaker[] {
  return files
    .filter(({ isIncluded }) => isIncluded)
    .flatMap((file) =>
      Object.entries(file.speakers).flatMap(([label, choice]) =>
        choice.kind === 'new' ? [toNewSpeaker(file, label, choice)] : [],
      ),
    );
}

function toNewSpeaker(file: DraftFile, label: string, choice: NewChoice): NewSpeaker {
  const name = choice.name.trim() || label;
  const keys = {
    nameKey: toKnownKey(name),
    idKey: toKnownKey(choice.participant),
    companyKey: toCompanyKey(file),
  };
  return { file, label, choice, name, ...keys };
}

const toCompanyKey = ({ company }: DraftFile) => company.trim().toUpperCase();

/** Returns whether two new speakers become one practitioner: by one id and name, or one name in one company. */
export function isSamePerson(left: NewSpeaker, right: NewSpeaker): boolean {
  if (left.nameKey !== right.nameKey) return false;
  return left.companyKey === right.companyKey || (left.idKey !== '' && left.idKey === right.idKey);
}

/**
 * Gives new speakers without an id one: the label where it is an id itself, or the one that the file's name tells
 * where only one speaker of it needs one, else the technique's letter with the next number that is free in the study
 * (`taken`) and in the files. One practitioner in one technique has one id, in however many files she speaks. Where
 * the technique is not known yet the id stays empty.
 */
export function fillIds(
  files: readonly DraftFile[],
  taken: readonly string[],
  letters: readonly string[],
): DraftFile[] {
  const used = new Set([...taken.map(toKnownKey), ...listNewSpeakers(files).map(({ idKey }) => idKey)]);
  const findFreeId = countIds(used);
  const given = new Map<string, string>();
  const choose = (speaker: NewSpeaker, isOnlyOne: boolean): string => {
    const own = toParticipantId(speaker.label);
    if (own && letters.includes(findTechniqueLetter(own) ?? '')) return own;
    const { technique } = speaker.file;
    if (!letters.includes(technique)) return '';
    const key = [technique, speaker.companyKey, speaker.nameKey].join('\n');
    const ofName = isOnlyOne ? findIdOfName(speaker.file, used) : undefined;
    const id = given.get(key) ?? ofName ?? findFreeId(technique);
    given.set(key, id);
    used.add(toKnownKey(id));
    return id;
  };
  return files.map((file) => {
    const empty = listNewSpeakers([file]).filter(({ choice }) => choice.participant.trim() === '');
    if (empty.length === 0) return file;
    const filled = empty.map(
      (speaker) =>
        [speaker.label, { ...speaker.choice, participant: choose(speaker, empty.length === 1) }] as const,
    );
    return keepFilled(file, filled.map(([, { participant }]) => participant).join('\n'), () => ({
      ...file,
      speakers: { ...file.speakers, ...Object.fromEntries(filled) },
    }));
  });
}

const keepFilled = makeKeeper<DraftFile, DraftFile>();

/** Returns the id that the name of a file tells alone, is of its technique, and that nobody has. */
function findIdOfName({ preview, technique }: DraftFile, used: ReadonlySet<string>): string | undefined {
  const [id, ...others] = preview.unknownIds;
  if (id === undefined || others.length > 0 || used.has(toKnownKey(id))) return undefined;
  return findTechniqueLetter(id) === technique ? id : undefined;
}

/** Finds ids that are not used. Each letter's numbers are counted on, for there may be thousands of speakers. */
function countIds(used: ReadonlySet<string>): (letter: string) => string {
  const next = new Map<string, number>();
  return (letter) => {
    let number = next.get(letter) ?? 1;
    while (used.has(letter + number)) number += 1;
    next.set(letter, number);
    return letter + number;
  };
}

/**
 * Changes a new practitioner. Name and role change in every file of the company where the same label is a new
 * practitioner; the participant id changes where the technique is the same too. A label that is an id is one
 * person in every company.
 */
export function changeNewSpeaker(
  draft: ImportDraft,
  { path, label }: { path: string; label: string },
  change: Partial<Omit<NewChoice, 'kind'>>,
): ImportDraft {
  const from = draft.files.find((file) => file.path === path);
  if (!from) return draft;
  const key = toKnownKey(label);
  const { participant, ...person } = change;
  return {
    ...draft,
    files: draft.files.map((file) => {
      if (toCompanyKey(file) !== toCompanyKey(from) && toParticipantId(label) === undefined) return file;
      const isSameTechnique = file.technique === from.technique;
      const id = participant !== undefined && isSameTechnique ? { participant } : {};
      const speakers = Object.entries(file.speakers).map(([one, choice]) => {
        const isSame = choice.kind === 'new' && toKnownKey(one) === key;
        return [one, isSame ? { ...choice, ...person, ...id } : choice] as const;
      });
      return { ...file, speakers: Object.fromEntries(speakers) };
    }),
  };
}

/** Returns the new speaker of this label in this file, or undefined. */
export function findNewSpeaker(
  speakers: readonly NewSpeaker[],
  path: string,
  label: string,
): NewSpeaker | undefined {
  return speakers.find((speaker) => speaker.label === label && speaker.file.path === path);
}

/** Returns how many other ticked files make the same practitioner. */
export function countSharingFiles(speakers: readonly NewSpeaker[], own: NewSpeaker): number {
  const paths = speakers.filter((speaker) => isSamePerson(speaker, own)).map(({ file }) => file.path);
  return new Set(paths.filter((path) => path !== own.file.path)).size;
}

/** Returns the other ids of the practitioner that this speaker becomes: in the study and in the ticked files. */
export function listOtherIds(
  speakers: readonly NewSpeaker[],
  practitioners: readonly Practitioner[],
  own: NewSpeaker,
): string[] {
  const known = practitioners.filter(({ name }) => toKnownKey(name) === own.nameKey);
  const ids = [
    ...known.flatMap(({ participants }) => participants.map(({ label }) => toKnownKey(label))),
    ...speakers.filter((one) => isSamePerson(one, own)).map(({ idKey }) => idKey),
  ];
  return [...new Set(ids)].filter((id) => id !== '' && id !== own.idKey);
}

/** Returns the names a new practitioner may share: those of the same company, in the study or to be. */
export function listNames(
  speakers: readonly NewSpeaker[],
  practitioners: readonly Practitioner[],
  { companyKey }: NewSpeaker,
): string[] {
  const known = practitioners.filter(({ company }) => company.toUpperCase() === companyKey);
  const planned = speakers.filter((one) => one.companyKey === companyKey);
  return [...new Set([...known, ...planned].map(({ name }) => name))];
}

/**
 * Returns the file of another company that makes this practitioner first, or undefined. An id is one person's, so
 * the same id in files of two companies makes a practitioner of the first, which may well be a mistake.
 */
export function findFirstOtherFile(speakers: readonly NewSpeaker[], own: NewSpeaker): DraftFile | undefined {
  const first = speakers.find((speaker) => isSamePerson(speaker, own));
  return first && first.companyKey !== own.companyKey ? first.file : undefined;
}
