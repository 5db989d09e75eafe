import type { Span } from '../../db/model/span.ts';
import { countWords } from '../../db/model/words.ts';
import type { ParsedTurn, SpeakerLabel } from './parsed-transcript.ts';
import { findLabel, type LabelledLine, type LabelShape } from './speaker-line.ts';
import { isInterviewerWord } from './speaker-words.ts';
import { findTopMatter } from './top-matter.ts';

/** A labelled line at its place: `start` and `textStart` are offsets in the text, `line` is the number of the line. */
type Candidate = LabelledLine & { start: number; line: number };

/** How often a key occurs at all and in a shape, how often shapes are repeated, and whether a name is. */
type Counts = {
  ofKey: Map<string, number>;
  ofShape: Map<string, number>;
  repeatedShapes: Map<LabelShape, number>;
  isNameRepeated: boolean;
};

/**
 * Finds the turns of a transcript and its speakers. A turn begins where a line begins with a speaker label and ends
 * where the next begins, so that the turns cover the text; what stands before the first is a turn without a label.
 * Offsets are UTF-16 units, ends exclusive. `boldHeads` are the bold passages that lines begin with, `speechEnd` is
 * the offset behind which nobody speaks: what stands there is a turn without a label too. The time it takes grows
 * with the length of the text.
 */
export function findTurns(
  text: string,
  boldHeads: readonly Span[] = [],
  speechEnd: number = text.length,
): { turns: ParsedTurn[]; speakers: SpeakerLabel[] } {
  const candidates = listCandidates(text.slice(0, speechEnd), boldHeads);
  const topMatter = findTopMatter(text, candidates);
  const body = candidates.filter(({ line }) => !topMatter.has(line));
  const counts = countKeys(body);
  const accepted = body.filter((candidate) => isSpeaker(candidate, counts));
  const spellings = new Map<string, string>();
  for (const { key, kind, label } of accepted) {
    if (!spellings.has(key)) spellings.set(key, kind === 'id' ? key : label);
  }
  const turns = toTurns(text, accepted, spellings, speechEnd);
  return { turns, speakers: toSpeakers(text, accepted, turns) };
}

function listCandidates(text: string, boldHeads: readonly Span[]): Candidate[] {
  const headEnds = new Map(boldHeads.map(({ start, end }) => [start, end]));
  const candidates: Candidate[] = [];
  let start = 0;
  for (let line = 0; start < text.length; line += 1) {
    const end = findLineEnd(text, start);
    const nextLine = text.slice(end + 1, findLineEnd(text, end + 1));
    const boldLength = (headEnds.get(start) ?? start) - start;
    const found = start === end ? undefined : findLabel(text.slice(start, end), boldLength, nextLine);
    if (found !== undefined) candidates.push({ ...found, textStart: start + found.textStart, start, line });
    start = end + 1;
  }
  return candidates;
}

function findLineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function countKeys(candidates: readonly Candidate[]): Counts {
  const counts: Counts = {
    ofKey: new Map(),
    ofShape: new Map(),
    repeatedShapes: new Map(),
    isNameRepeated: false,
  };
  for (const { key, kind, shape } of candidates) {
    counts.ofKey.set(key, (counts.ofKey.get(key) ?? 0) + 1);
    const inShape = (counts.ofShape.get(`${shape} ${key}`) ?? 0) + 1;
    counts.ofShape.set(`${shape} ${key}`, inShape);
    if (inShape > 1 && kind === 'name') counts.isNameRepeated = true;
    if (inShape > 1) counts.repeatedShapes.set(shape, (counts.repeatedShapes.get(shape) ?? 0) + 1);
  }
  return counts;
}

/**
 * Decides whether a labelled line begins a turn. A colon, a time or brackets need no repetition after a participant
 * id, a usual word or a name. A tab, a line of its own and bold are also how tables, headings and emphasis look, so the label must
 * come again in that shape, or be an id or usual word among labels that do.
 */
function isSpeaker({ kind, shape, key, time }: Candidate, counts: Counts): boolean {
  const isKnownKind = kind === 'id' || kind === 'word';
  const isRepeated = (counts.ofKey.get(key) ?? 0) > 1;
  // Where speakers have ids, a single word with a colon that comes once (`Always: …`) is something somebody says.
  const isBareWord = kind === 'name' && time === null && !key.includes(' ') && !counts.isNameRepeated;
  if (shape === 'colon' || shape === 'time') return isRepeated || (kind !== 'weak' && !isBareWord);
  if (shape === 'bracket') return isKnownKind;
  const isRepeatedInShape = (counts.ofShape.get(`${shape} ${key}`) ?? 0) > 1;
  const repeats = counts.repeatedShapes.get(shape) ?? 0;
  if (isKnownKind) return isRepeatedInShape || repeats > 0;
  // Headings in capitals and emphasis may come twice in a transcript whose speakers are marked by a colon or a time.
  const others = (counts.repeatedShapes.get('colon') ?? 0) + (counts.repeatedShapes.get('time') ?? 0);
  return isRepeatedInShape && repeats > others;
}

function toTurns(
  text: string,
  accepted: readonly Candidate[],
  spellings: ReadonlyMap<string, string>,
  speechEnd: number,
): ParsedTurn[] {
  const turns: ParsedTurn[] = [];
  const first = accepted[0]?.start ?? speechEnd;
  if (first > 0) turns.push(toUnlabelled(0, first));
  accepted.forEach((candidate, index) => {
    const { start, key } = candidate;
    const end = accepted[index + 1]?.start ?? speechEnd;
    const time = candidate.time ?? findClosingTime(text, start);
    const textStart = skipSpace(text, candidate.textStart, end);
    turns.push({ start, end, label: spellings.get(key) ?? candidate.label, time, textStart });
  });
  if (speechEnd < text.length) turns.push(toUnlabelled(speechEnd, text.length));
  return turns;
}

function toUnlabelled(start: number, end: number): ParsedTurn {
  return { start, end, label: null, time: null, textStart: start };
}

/** f4 and MAXQDA write a time mark where a turn ends (`… #00:12:31-4#`), which is where the next one begins. */
function findClosingTime(text: string, start: number): string | null {
  const before = text.slice(Math.max(0, start - 40), start);
  return /#(\d{1,3}:\d{2}:\d{2}(?:[-.,]\d{1,3})?)#\s{0,5}$/.exec(before)?.[1] ?? null;
}

function skipSpace(text: string, from: number, end: number): number {
  let position = Math.min(from, end);
  while (position < end && /\s/.test(text.charAt(position))) position += 1;
  return position;
}

function toSpeakers(
  text: string,
  accepted: readonly Candidate[],
  turns: readonly ParsedTurn[],
): SpeakerLabel[] {
  const speakers = new Map<string, SpeakerLabel>();
  const labelled = turns.filter((turn) => turn.label !== null);
  labelled.forEach((turn, index) => {
    const kind = accepted[index]?.kind ?? 'weak';
    const speaker = speakers.get(turn.label ?? '') ?? toNewSpeaker(turn.label ?? '');
    const spoken = text.slice(turn.textStart, turn.end);
    speaker.turns += 1;
    speaker.words += countSpokenWords(spoken);
    speaker.isDoubtful = (kind === 'name' && speaker.turns < 2) || (kind === 'weak' && speaker.turns < 3);
    if (speaker.firstWords === '') speaker.firstWords = toFirstWords(spoken);
    speakers.set(speaker.label, speaker);
  });
  return [...speakers.values()];
}

function toNewSpeaker(label: string): SpeakerLabel {
  const isInterviewer = isInterviewerWord(label);
  return { label, turns: 0, words: 0, firstWords: '', isDoubtful: false, isInterviewer };
}

/** Counts the words of a turn without those of f4's time marks, which stand among them. */
function countSpokenWords(text: string): number {
  return countWords(text.replace(/#[\d:.,-]+#/g, ' '));
}

function toFirstWords(text: string): string {
  const words = text.slice(0, 400).replace(/\s+/gu, ' ').trim();
  if (words.length <= 80) return words;
  const cut = words.lastIndexOf(' ', 80);
  return `${words.slice(0, cut > 40 ? cut : 80).replace(/[\ud800-\udbff]$/u, '')}…`;
}
