import { toParticipantId, toSpeakerKey } from '../../../db/model/speaker.ts';
import { isMonth } from '../file-names/file-dates.ts';
import { isInterviewerWord, isNameLike, isNoSpeaker, isNoun, isParticipantWord } from './words.ts';

/** What a label looks like: a participant id, a usual word for a speaker, a name, or words that may be anything. */
export type LabelKind = 'id' | 'word' | 'name' | 'weak';

/** A label as it is written, and the key under which all its spellings are one speaker. */
export type Label = { text: string; key: string; kind: LabelKind };

// Of few labels there are thousands of lines; it is asked of the same words over and over.
const known = new Map<string, Label | undefined>();
const mostKnown = 2_000;

/** Marks of direction stand in labels of Arabic and Hebrew, and are not seen. */
const directionMarks = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Reads what stands where a label may stand as one, or returns undefined for words that are none. */
export function findLabelText(written: string | undefined): Label | undefined {
  if (written === undefined) return undefined;
  if (known.has(written)) return known.get(written);
  if (known.size >= mostKnown) known.clear();
  const read = readLabel(written);
  const label = read === undefined ? undefined : { ...read, key: toSpeakerKey(read.text) };
  known.set(written, label);
  return label;
}

function readLabel(written: string): Omit<Label, 'key'> | undefined {
  const text = written
    .replace(directionMarks, '')
    .replace(/[\s,–—-]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (text === '' || /[.!?;"“”«»„…。！？，、；=@*]/u.test(text.replace(/\b\p{L}{1,4}\./gu, '')))
    return undefined;
  const bare = text.replace(/\s*\([^()]*\)$/u, '');
  // `Question:` and `Answer:` are also what somebody says: they count like names.
  if (isInterviewerWord(bare) || isParticipantWord(bare))
    return { text, kind: isNoun(bare) ? 'name' : 'word' };
  if (toParticipantId(bare) !== undefined) return { text, kind: 'id' };
  // One letter may be anything from an answer (A) to the first point of a list.
  if (bare.length === 1) return /^[\p{Lu}\p{Lo}]$/u.test(bare) ? { text, kind: 'weak' } : undefined;
  if (bare.split(' ').length > 5 || isNoSpeaker(bare) || isDate(bare)) return undefined;
  if (isNameLike(bare)) return { text, kind: 'name' };
  return /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(bare) && !isSentenceOfHan(bare) ? { text, kind: 'weak' } : undefined;
}

/** `February 9, 2021` above a transcript is when it was made; April without a number is a person. */
function isDate(text: string): boolean {
  return /\d/.test(text) && text.split(/[\s,./-]+/).some(isMonth);
}

function isSentenceOfHan(text: string): boolean {
  return text.length > 8 && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}
