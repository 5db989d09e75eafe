import type { SpeakerChoice } from '../../electron/ipc/contract/transcripts.ts';
import { toParticipantId, toSpeakerKey } from '../../db/model/speaker.ts';
import { findTechniqueLetter } from '../../db/model/technique.ts';
import type { DraftFile, ImportDraft } from './import-draft.ts';

export type NewChoice = Extract<SpeakerChoice, { kind: 'new' }>;

/** A speaker of a file who is not in the study yet. */
export type NewSpeaker = { file: DraftFile; label: string; choice: NewChoice };

/** Returns every speaker for whom the ticked files make a practitioner, in the order of the files. */
export function listNewSpeakers(files: readonly DraftFile[]): NewSpeaker[] {
  return files
    .filter(({ isIncluded }) => isIncluded)
    .flatMap((file) =>
      Object.entries(file.speakers).flatMap(([label, choice]) =>
        choice.kind === 'new' ? [{ file, label, choice }] : [],
      ),
    );
}

/** The name a new practitioner gets: what was typed, else the label. */
export const nameOf = ({ choice, label }: Pick<NewSpeaker, 'choice' | 'label'>) => choice.name.trim() || label;

/** New speakers with one key become one practitioner: they have the same name in the same company. */
export function toPersonKey(speaker: NewSpeaker): string {
  return `${speaker.file.company.toUpperCase()}\n${toSpeakerKey(nameOf(speaker))}`;
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
  const used = new Set([...taken, ...listNewSpeakers(files).map(({ choice }) => choice.participant)].map(toSpeakerKey));
  const given = new Map<string, string>();
  const choose = (speaker: NewSpeaker): string => {
    const own = toParticipantId(speaker.label);
    if (own && letters.includes(findTechniqueLetter(own) ?? '')) return own;
    const { technique } = speaker.file;
    if (!letters.includes(technique)) return '';
    const key = `${technique}\n${toPersonKey(speaker)}`;
    const id = given.get(key) ?? findFreeId(technique, used);
    given.set(key, id);
    used.add(toSpeakerKey(id));
    return id;
  };
  return files.map((file) => {
    const empty = listNewSpeakers([file]).filter(({ choice }) => choice.participant.trim() === '');
    if (empty.length === 0) return file;
    const filled = empty.map((speaker) => [speaker.label, { ...speaker.choice, participant: choose(speaker) }] as const);
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
 * practitioner; the participant id changes where the technique is the same too.
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
      if (file.company.toUpperCase() !== from.company.toUpperCase()) return file;
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
  const key = toPersonKey(own);
  const paths = speakers.filter((speaker) => toPersonKey(speaker) === key).map(({ file }) => file.path);
  return new Set(paths.filter((other) => other !== path)).size;
}
