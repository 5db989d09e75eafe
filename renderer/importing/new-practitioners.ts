import { toParticipantId, toSpeakerKey } from '../../db/model/speaker.ts';
import { findTechniqueLetter } from '../../db/model/technique.ts';
import type { Practitioner } from '../../electron/ipc/contract/people.ts';
import type { SpeakerChoice } from '../../electron/ipc/contract/transcripts.ts';
import type { DraftFile, ImportDraft } from './import-draft.ts';

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
    nameKey: toSpeakerKey(name),
    idKey: toSpeakerKey(choice.participant),
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
 * Gives new speakers without an id one: the label where it is an id itself, else the technique's letter with the
 * next number that is free in the study (`taken`) and in the files. One practitioner in one technique has one id,
 * in however many files she speaks. Where the technique is not known yet the id stays empty.
 */
export function fillIds(
  files: readonly DraftFile[],
  taken: readonly string[],
  letters: readonly string[],
): DraftFile[] {
  const used = new Set([...taken.map(toSpeakerKey), ...listNewSpeakers(files).map(({ idKey }) => idKey)]);
  const given = new Map<string, string>();
  const choose = (speaker: NewSpeaker): string => {
    const own = toParticipantId(speaker.label);
    if (own && letters.includes(findTechniqueLetter(own) ?? '')) return own;
    const { technique } = speaker.file;
    if (!letters.includes(technique)) return '';
    const key = [technique, speaker.companyKey, speaker.nameKey].join('\n');
    const id = given.get(key) ?? findFreeId(technique, used);
    given.set(key, id);
    used.add(toSpeakerKey(id));
    return id;
  };
  return files.map((file) => {
    const empty = listNewSpeakers([file]).filter(({ choice }) => choice.participant.trim() === '');
    if (empty.length === 0) return file;
    const filled = empty.map(
      (speaker) => [speaker.label, { ...speaker.choice, participant: choose(speaker) }] as const,
    );
    return { ...file, speakers: { ...file.speakers, ...Object.fromEntries(filled) } };
  });
}

function findFreeId(letter: string, used: ReadonlySet<string>): string {
  let number = 1;
  while (used.has(letter + number)) number += 1;
  return letter + number;
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
  const key = toSpeakerKey(label);
  const { participant, ...person } = change;
  return {
    ...draft,
    files: draft.files.map((file) => {
      if (toCompanyKey(file) !== toCompanyKey(from) && toParticipantId(label) === undefined) return file;
      const isSameTechnique = file.technique === from.technique;
      const id = participant !== undefined && isSameTechnique ? { participant } : {};
      const speakers = Object.entries(file.speakers).map(([one, choice]) => {
        const isSame = choice.kind === 'new' && toSpeakerKey(one) === key;
        return [one, isSame ? { ...choice, ...person, ...id } : choice] as const;
      });
      return { ...file, speakers: Object.fromEntries(speakers) };
    }),
  };
}

/** Returns how many other ticked files make the same practitioner as this label of this file. */
export function countSharingFiles(files: readonly DraftFile[], path: string, label: string): number {
  const speakers = listNewSpeakers(files);
  const own = speakers.find((speaker) => speaker.file.path === path && speaker.label === label);
  if (!own) return 0;
  const paths = speakers.filter((speaker) => isSamePerson(speaker, own)).map(({ file }) => file.path);
  return new Set(paths.filter((other) => other !== path)).size;
}

/** Returns the other ids of the practitioner that this label becomes: in the study and in the ticked files. */
export function listOtherIds(
  files: readonly DraftFile[],
  practitioners: readonly Practitioner[],
  { path, label }: { path: string; label: string },
): string[] {
  const speakers = listNewSpeakers(files);
  const own = speakers.find((speaker) => speaker.file.path === path && speaker.label === label);
  if (!own) return [];
  const known = practitioners.filter(({ name }) => toSpeakerKey(name) === own.nameKey);
  const ids = [
    ...known.flatMap(({ participants }) => participants.map((participant) => participant.label)),
    ...speakers.filter((one) => isSamePerson(one, own)).map(({ choice }) => choice.participant),
  ];
  return [...new Set(ids.map(toSpeakerKey))].filter((id) => id !== '' && id !== own.idKey);
}

/** Returns the names a new practitioner of this file may share: those of the company, in the study or to be. */
export function listNames(
  files: readonly DraftFile[],
  practitioners: readonly Practitioner[],
  file: DraftFile,
): string[] {
  const company = toCompanyKey(file);
  const known = practitioners.filter((one) => one.company.toUpperCase() === company);
  const planned = listNewSpeakers(files).filter((one) => one.companyKey === company);
  return [...new Set([...known, ...planned].map(({ name }) => name))];
}

/**
 * Returns the file of another company that makes this practitioner first, or undefined. An id is one person's, so
 * the same id in files of two companies makes a practitioner of the first, which may well be a mistake.
 */
export function findFirstOtherFile(
  files: readonly DraftFile[],
  path: string,
  label: string,
): DraftFile | undefined {
  const speakers = listNewSpeakers(files);
  const own = speakers.find((speaker) => speaker.file.path === path && speaker.label === label);
  const first = own && speakers.find((speaker) => isSamePerson(speaker, own));
  return first && first.companyKey !== own.companyKey ? first.file : undefined;
}
