import type { SpeakerChoice } from '../../electron/ipc/contract/imports.ts';
import { type DraftFile, type ImportDraft, mapFiles } from './import-draft.ts';
import { toKnownKey } from './speaker-keys.ts';

type Choices = DraftFile['speakers'];

/** Says who a speaker label stands for in one file. */
export function setSpeaker(
  draft: ImportDraft,
  path: string,
  label: string,
  choice: SpeakerChoice,
): ImportDraft {
  return mapFiles(draft, new Set([path]), (file) => ({
    ...file,
    speakers: chooseSpeaker(file.speakers, label, choice),
  }));
}

/**
 * Returns the choices of a file with one changed. Spellings never form a chain: a label said to be a spelling of
 * another spelling goes to the speaker of that one, and brings its own spellings along. Where the two change places
 * (`MJ` was a spelling of `Mary`, now `Mary` is one of `MJ`), the speaker is taken over.
 */
function chooseSpeaker(speakers: Choices, label: string, choice: SpeakerChoice): Choices {
  if (choice.kind !== 'same') return { ...speakers, [label]: choice };
  const main = findMainLabel(speakers, choice.as);
  const own = speakers[label];
  const hasChangedPlaces = main === label;
  const target = hasChangedPlaces ? choice.as : main;
  if (target === label) return speakers;
  const followers = Object.entries(speakers).filter(([, one]) => one.kind === 'same' && one.as === label);
  return {
    ...speakers,
    ...Object.fromEntries(followers.map(([one]) => [one, { kind: 'same' as const, as: target }])),
    ...(hasChangedPlaces && own ? { [target]: own } : {}),
    [label]: { kind: 'same', as: target },
  };
}

/** Returns the label whose spelling a label is: itself, unless it was said to be another spelling. */
export function findMainLabel(speakers: Choices, label: string): string {
  const choice = speakers[label];
  return choice?.kind === 'same' && choice.as in speakers ? choice.as : label;
}

/** Returns the labels under which the same speaker speaks in a file: the main label first. */
export function listSpellings(speakers: Choices, label: string): string[] {
  const main = findMainLabel(speakers, label);
  const others = Object.keys(speakers).filter((one) => one !== main && findMainLabel(speakers, one) === main);
  return [main, ...others];
}

/** Says the same of this speaker label in every file, however the label is spelled there. */
export function setSpeakerEverywhere(draft: ImportDraft, label: string, choice: SpeakerChoice): ImportDraft {
  const key = toKnownKey(label);
  return {
    ...draft,
    files: draft.files.map((file) => {
      const changes = listOwnChoices(file, key, choice);
      if (changes.length === 0) return file;
      const change = (speakers: Choices, [one, own]: (typeof changes)[number]) =>
        chooseSpeaker(speakers, one, own);
      return { ...file, speakers: changes.reduce(change, file.speakers) };
    }),
  };
}

/** Returns how many other files have this speaker label with a different choice. */
export function countOtherChoices(draft: ImportDraft, path: string, label: string): number {
  const choice = draft.files.find((file) => file.path === path)?.speakers[label];
  if (!choice) return 0;
  const key = toKnownKey(label);
  return draft.files.filter((file) => file.path !== path && listOwnChoices(file, key, choice).length > 0)
    .length;
}

/** The labels of a file with this key of which something else is said, each with the choice as it is in this file. */
function listOwnChoices(file: DraftFile, key: string, choice: SpeakerChoice): [string, SpeakerChoice][] {
  return Object.entries(file.speakers).flatMap(([label, former]) => {
    if (toKnownKey(label) !== key) return [];
    const own = toOwnChoice(file, label, choice);
    return own && !isSameChoice(own, former) ? [[label, own] as [string, SpeakerChoice]] : [];
  });
}

/** Another spelling is named as it is written in the file; where the file does not have it, nothing is said. */
function toOwnChoice(file: DraftFile, label: string, choice: SpeakerChoice): SpeakerChoice | undefined {
  if (choice.kind !== 'same') return choice;
  const key = toKnownKey(choice.as);
  const as = Object.keys(file.speakers).find((one) => one !== label && toKnownKey(one) === key);
  return as === undefined ? undefined : { kind: 'same', as: findMainLabel(file.speakers, as) };
}

/** Returns whether two choices say the same. */
export function isSameChoice(left: SpeakerChoice, right: SpeakerChoice): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
