import type { Span } from '../../../db/model/span.ts';
import { findLabel } from './line.ts';
import type { LabelledLine, LabelShape } from './shapes.ts';
import { findWholeTime, type Times } from './times.ts';
import { isSound } from './words.ts';

/**
 * A labelled line at its place: `start` and `textStart` are offsets in the text, `line` is the number of the line. The line
 * is a part of its own, since to copy its parts took longer than to find them.
 */
export type Candidate = { found: LabelledLine; start: number; textStart: number; line: number };

/** A line that holds a time only, with the number above it if there is one: `start` is where the first of them begins. */
type TimeAbove = Times & { start: number };

/** Lists the lines of a text that may begin a turn, in their order. */
export function listCandidates(text: string, boldHeads: readonly Span[]): Candidate[] {
  const headEnds = new Map(boldHeads.map(({ start, end }) => [start, end]));
  const candidates: Candidate[] = [];
  let above: TimeAbove | undefined;
  let number: number | undefined;
  let taken = 0;
  let end = 0;
  const readBelow = () => text.slice(end + 1, findLineEnd(text, end + 1));
  for (let start = 0, line = 0; start < text.length; start = end + 1, line += 1) {
    end = findLineEnd(text, start);
    if (isBlank(text, start, end)) continue;
    const written = text.slice(start, end);
    const times = findWholeTime(written);
    const boldLength = (headEnds.get(start) ?? start) - start;
    const found =
      times === undefined ? findLabel(written, { boldLength, timeAbove: above, readBelow }) : undefined;
    if (found !== undefined) {
      taken = start + found.textStart;
      candidates.push({ found, start: above?.start ?? start, textStart: taken, line });
    }
    // A time on its own line belongs to the turn below it, unless it stands below a label.
    above = times !== undefined && start >= taken ? { ...times, start: number ?? start } : undefined;
    number = isNumber(written) ? start : undefined;
  }
  return candidates;
}

function isBlank(text: string, start: number, end: number): boolean {
  return start === end || (/\s/.test(text.charAt(start)) && text.slice(start, end).trim() === '');
}

function isNumber(line: string): boolean {
  return line.length < 16 && /^\s{0,8}\d{1,6}\s{0,8}$/.test(line);
}

function findLineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/**
 * How often a key occurs at all and in a shape; how often shapes are repeated, and by how many keys; whether a name
 * is, and whether one is that stands above its words or in a list; how many labels have a colon, a time or brackets.
 */
type Counts = {
  ofKey: Map<string, number>;
  ofShape: Map<string, number>;
  repeatedShapes: Map<LabelShape, number>;
  keysOfShape: Map<LabelShape, number>;
  isNameRepeated: boolean;
  isLooseRepeated: boolean;
  marked: number;
};

const markedShapes: ReadonlySet<LabelShape> = new Set(['colon', 'time', 'stamped', 'inline', 'bracket']);
const timedShapes: ReadonlySet<LabelShape> = new Set(['time', 'stamped', 'inline']);
const smallestShare = 0.15;

/** Returns the candidates that begin turns, judged by their form and by how often their labels come. */
export function acceptSpeakers(candidates: readonly Candidate[]): Candidate[] {
  const counts = countKeys(candidates);
  return candidates.filter(({ found }) => isSpeaker(found, counts));
}

function countKeys(candidates: readonly Candidate[]): Counts {
  const counts: Counts = {
    ofKey: new Map(),
    ofShape: new Map(),
    repeatedShapes: new Map(),
    keysOfShape: new Map(),
    isNameRepeated: false,
    isLooseRepeated: false,
    marked: 0,
  };
  for (const { found } of candidates) {
    const { key, kind, shape, isLoose } = found;
    increase(counts.ofKey, key);
    if (markedShapes.has(shape)) counts.marked += 1;
    // Words in small letters with a colon come again in speech too, and say nothing of other labels.
    if (kind === 'small') continue;
    if (shape === 'colon' && isLoose && increase(counts.ofShape, `loose ${key}`) > 1)
      counts.isLooseRepeated = true;
    const inShape = increase(counts.ofShape, `${shape} ${key}`);
    if (inShape > 1 && kind === 'name') counts.isNameRepeated = true;
    if (inShape > 1) increase(counts.repeatedShapes, shape);
    if (inShape === 2) increase(counts.keysOfShape, shape);
  }
  return counts;
}

function increase<Key>(counts: Map<Key, number>, key: Key): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

/**
 * Decides whether a labelled line begins a turn. A colon, a time or brackets need no repetition after a participant
 * id, a usual word or (but for brackets) a name. A tab, a dash, a line of its own and bold are also how tables, lists,
 * headings and emphasis look, so the label must come again in that shape, or be an id or usual word among labels that
 * do.
 */
function isSpeaker(labelled: LabelledLine, counts: Counts): boolean {
  const { kind, shape, key } = labelled;
  const isKnownKind = kind === 'id' || kind === 'word';
  if (kind === 'small') return isUsualSmall(labelled, counts);
  if (shape !== 'bracket' && markedShapes.has(shape)) return isMarked(labelled, counts);
  if (shape === 'bracket' && isKnownKind) return true;
  const isRepeatedInShape = (counts.ofShape.get(`${shape} ${key}`) ?? 0) > 1;
  const repeats = counts.repeatedShapes.get(shape) ?? 0;
  // Headings in capitals and emphasis may come twice in a transcript whose speakers are marked by a colon or a time.
  const isUsualShape = repeats > countMarked(counts);
  if (shape === 'dash' || shape === 'stop' || shape === 'bracket' || shape === 'plain') {
    const isDialogue = (counts.keysOfShape.get(shape) ?? 0) > 1;
    return isRepeatedInShape && isDialogue && isUsualShape && !isSound(labelled.label);
  }
  if (isKnownKind) return isRepeatedInShape || repeats > 0;
  return isRepeatedInShape && isUsualShape;
}

function countMarked({ repeatedShapes }: Counts): number {
  return (['colon', 'time', 'inline'] as const).reduce(
    (sum, shape) => sum + (repeatedShapes.get(shape) ?? 0),
    0,
  );
}

/** Small letters are a speaker's where they come again and again: three times, and in a good part of what is marked. */
function isUsualSmall({ key, shape }: LabelledLine, counts: Counts): boolean {
  const count = counts.ofKey.get(key) ?? 0;
  return (shape === 'colon' || shape === 'time') && count >= 3 && count >= smallestShare * counts.marked;
}

function isMarked({ kind, key, shape, time, isLoose }: LabelledLine, counts: Counts): boolean {
  if ((counts.ofKey.get(key) ?? 0) > 1) return true;
  if (kind === 'id' || kind === 'word') return true;
  // Who speaks once in the shape in which others speak again is in doubt, but the words are not theirs.
  if (kind === 'name' && timedShapes.has(shape) && counts.repeatedShapes.has(shape)) return true;
  if (shape === 'colon' && isLoose && counts.isLooseRepeated && kind === 'name' && key.includes(' '))
    return true;
  // Where speakers have ids, a single word with a colon that comes once (`Always: …`) is something somebody says.
  const isBareWord = time === null && !key.includes(' ') && !counts.isNameRepeated;
  return kind === 'name' && !isBareWord && !isLoose;
}
