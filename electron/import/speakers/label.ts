import { toParticipantId, toSpeakerKey } from '../../../db/model/speaker.ts';
import { isMonth } from '../file-names/file-dates.ts';
import { isGroupWord, isNameLike, isNoSpeaker, isNoun, isUsualWord } from './words.ts';

/**
 * What a label looks like: a participant id, a usual word for a speaker, a name, words that may be anything, or words in
 * small letters (`jo lee`), which are next to always no label.
 */
export type LabelKind = 'id' | 'word' | 'name' | 'weak' | 'small';

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
  if (isTelephone(text)) return { text, kind: 'name' };
  // Who transcribed was not sure who said it: somebody else than P1 until it is known.
  if (/\d\?$/.test(text) && toParticipantId(text.slice(0, -1)) !== undefined) return { text, kind: 'id' };
  if (text === '' || /[.!?;"“”«»„…。！？，、；=@*]/u.test(text.replace(/\b\p{L}{1,4}\./gu, '')))
    return undefined;
  const bare = text.replace(/\s*\([^()]*\)$/u, '');
  // `Question:` and `Answer:` are also what somebody says: they count like names.
  if (isUsualWord(bare)) return { text, kind: isNoun(bare) ? 'name' : 'word' };
  if (toParticipantId(bare) !== undefined) return { text, kind: 'id' };
  // One letter may be anything from an answer (A) to the first point of a list.
  if (bare.length === 1) return /^[\p{Lu}\p{Lo}]$/u.test(bare) ? { text, kind: 'weak' } : undefined;
  if (isGroupWord(bare) && /^\p{Lu}/u.test(bare)) return { text, kind: 'weak' };
  if (bare.split(' ').length > 5 || isNoSpeaker(bare) || isDate(bare)) return undefined;
  if (isNameLike(bare)) return { text, kind: 'name' };
  if (/^\p{Ll}/u.test(bare)) return isSmallName(bare) ? { text, kind: 'small' } : undefined;
  return isSentenceOfHan(bare) ? undefined : { text, kind: 'weak' };
}

function isTelephone(text: string): boolean {
  return /^(?:\+\d|\d{5})[\d *()-]{4,20}$/.test(text);
}

/** What people call themselves in meetings and chats: one to three words, a dot or a number in them. */
function isSmallName(text: string): boolean {
  return (
    text.length > 1 &&
    text.length <= 30 &&
    /^[\p{L}\p{M}\p{N}'’_-]+(?: [\p{L}\p{M}\p{N}'’_-]+){0,2}$/u.test(text)
  );
}

/** `February 9, 2021` above a transcript is when it was made; April without a number is a person. */
function isDate(text: string): boolean {
  return /\d/.test(text) && text.split(/[\s,./-]+/).some(isMonth);
}

function isSentenceOfHan(text: string): boolean {
  return text.length > 8 && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}
