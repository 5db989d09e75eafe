import { toParticipantId, toSpeakerKey } from '../../../db/model/speaker.ts';
import type { SpeakerLabel } from '../parsed-transcript.ts';
import { findMisreadId, measureDistance } from './similar-labels.ts';
import { isUsualWord, toPlainLetters } from './words.ts';

type Spelled = { label: string; turns: number; words: string[] };

/** Nobody looks through more labels than these, and a text made to have them would take long. */
const mostLabels = 500;
// Who speaks so often, and so often compared with the other, is not the other with a slip of the pen.
const frequentTurns = 5;
const frequentShare = 0.2;

/**
 * Finds labels that are another spelling of a more frequent one of the same file: `Ana Berg` and `Anna` of `Anna Berg`,
 * `Intervewer` of `Interviewer`, `P l` of `P1`. Maps the rare label to the usual one, which is none of the rare ones.
 * Two participant ids, labels with other numbers and two frequent labels are never the same, and neither is a label
 * that fits two others.
 */
export function findSpellings(labels: readonly SpeakerLabel[]): Map<string, string> {
  const spellings = new Map<string, string>();
  if (labels.length > mostLabels) return spellings;
  const spelled = labels.map(({ label, turns }): Spelled => ({ label, turns, words: toWords(label) }));
  const usual: Spelled[] = [];
  for (const rare of spelled.toSorted((left, right) => right.turns - left.turns)) {
    const [only, ...others] = usual.filter((other) => isSpellingOf(rare, other));
    if (only !== undefined && others.length === 0) spellings.set(rare.label, only.label);
    else usual.push(rare);
  }
  return spellings;
}

function toWords(label: string): string[] {
  return toPlainLetters(label)
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word !== '');
}

function isSpellingOf(rare: Spelled, usual: Spelled): boolean {
  const areIds = [rare, usual].map(({ label }) => toParticipantId(label) !== undefined);
  if (areIds[0] && areIds[1]) return false;
  if (areIds[1] && !isFrequent(rare, usual)) return findMisreadId(rare.label) === toSpeakerKey(usual.label);
  if (rare.words.length === 0 || toDigits(rare) !== toDigits(usual)) return false;
  if (toSorted(rare) === toSorted(usual)) return true;
  if (isFrequent(rare, usual)) return false;
  // `Moderator` and `Moderatorin` are two people, though one letter or two tell them apart.
  const areWords = isUsualWord(rare.label) && isUsualWord(usual.label);
  return isPartOf(rare, usual) || isPartOf(usual, rare) || (!areWords && isSlip(rare, usual));
}

function isFrequent({ turns }: Spelled, usual: Spelled): boolean {
  return turns >= frequentTurns && turns > usual.turns * frequentShare;
}

function toDigits({ words }: Spelled): string {
  return words.join(' ').replace(/\P{N}+/gu, ' ');
}

function toSorted({ words }: Spelled): string {
  return words.toSorted().join(' ');
}

/** `Anna`, `Berg` and `A. Berg` are parts of `Anna Berg`; one letter alone is none. */
function isPartOf(short: Spelled, long: Spelled): boolean {
  if (short.words.every((word) => word.length === 1)) return false;
  if (short.words.length > long.words.length) return false;
  return short.words.every((word) =>
    long.words.some((other) => other === word || (word.length === 1 && other.startsWith(word))),
  );
}

/** Word by word equal but for one that differs by a letter; a single word must be long for that to be a slip. */
function isSlip(rare: Spelled, usual: Spelled): boolean {
  if (rare.words.length !== usual.words.length) return false;
  const different = rare.words.flatMap((word, index) => {
    const other = usual.words[index] ?? '';
    return word === other ? [] : [[word, other] as const];
  });
  const [pair, ...others] = different;
  if (pair === undefined || others.length > 0) return false;
  const shorter = Math.min(pair[0].length, pair[1].length);
  const allowed = shorter >= 8 ? 2 : shorter >= (rare.words.length > 1 ? 3 : 6) ? 1 : 0;
  if (Math.abs(pair[0].length - pair[1].length) > allowed) return false;
  return measureDistance(pair[0], pair[1]) <= allowed;
}
