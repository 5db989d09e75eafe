import type { Span } from '../../../db/model/span.ts';
import type { ParsedTurn, SpeakerLabel } from '../parsed-transcript.ts';
import { acceptSpeakers, type Candidate, listCandidates } from './candidates.ts';
import type { LabelKind } from './label.ts';
import { listSpeakers } from './list.ts';
import type { LabelShape } from './shapes.ts';
import { findTopMatter } from './top-matter.ts';

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
  const accepted = acceptSpeakers(candidates.filter(({ line }) => !topMatter.has(line)));
  const spellings = spellLabels(accepted);
  const turns = toTurns(text, accepted, spellings, speechEnd);
  return { turns, speakers: listSpeakers(text, turns, toDoubt(accepted, spellings)) };
}

/** A label at the start of a line: offsets in UTF-16 units, the words begin at `textStart`. */
type LineLabel = { start: number; textStart: number; label: string };

/** Finds the lines of a text that begin with a speaker's label in one of these shapes, as `findTurns` does. */
export function findLineLabels(text: string, shapes: readonly LabelShape[]): LineLabel[] {
  const candidates = listCandidates(text, []).filter(
    ({ found }) => shapes.includes(found.shape) || (found.shape === 'alone' && found.kind !== 'name'),
  );
  const accepted = acceptSpeakers(candidates);
  const spellings = spellLabels(accepted);
  return accepted.map(({ start, textStart, found }) => ({
    start,
    textStart,
    label: spellings.get(found.key) ?? found.label,
  }));
}

/** Returns turns that a format gave itself, with their speakers. Offsets are UTF-16 units of the text, ends exclusive. */
export function describeTurns(
  text: string,
  turns: ParsedTurn[],
): { turns: ParsedTurn[]; speakers: SpeakerLabel[] } {
  // A format that tells speakers apart leaves no doubt that they are speakers.
  return { turns, speakers: listSpeakers(text, turns, () => false) };
}

/** Returns the turns of a text in which nobody is told apart: those of the format, which may have times, or one. */
export function withoutSpeakers(text: string, turns: readonly ParsedTurn[] | undefined): ParsedTurn[] {
  if (turns !== undefined) return turns.map((turn) => ({ ...turn, label: null, textStart: turn.start }));
  return text === '' ? [] : [toUnlabelled(0, text.length)];
}

/** Returns a turn of nobody over a passage (UTF-16 units, end exclusive). */
export function toUnlabelled(start: number, end: number): ParsedTurn {
  return { start, end, label: null, time: null, endTime: null, textStart: start };
}

/** Returns where the first character that is no white space stands, at most `end`. */
export function skipSpace(text: string, from: number, end: number): number {
  let position = Math.min(from, end);
  while (position < end && /\s/.test(text.charAt(position))) position += 1;
  return position;
}

/** Each key is spelled as it first is, ids in their plain form. */
function spellLabels(accepted: readonly Candidate[]): Map<string, string> {
  const spellings = new Map<string, string>();
  for (const { found } of accepted) {
    const { key, kind, label } = found;
    if (!spellings.has(key)) spellings.set(key, kind === 'id' ? key : label);
  }
  return spellings;
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
  accepted.forEach(({ found, start, textStart: from }, index) => {
    const end = accepted[index + 1]?.start ?? speechEnd;
    const label = spellings.get(found.key) ?? found.label;
    const time = found.time ?? findClosingTime(text, start);
    const textStart = skipSpace(text, from, end);
    turns.push({ start, end, label, time, endTime: found.endTime, textStart });
  });
  if (speechEnd < text.length) turns.push(toUnlabelled(speechEnd, text.length));
  return turns;
}

/** f4 and MAXQDA write a time mark where a turn ends (`… #00:12:31-4#`), which is where the next one begins. */
function findClosingTime(text: string, start: number): string | null {
  const before = text.slice(Math.max(0, start - 40), start);
  return /#(\d{1,3}:\d{2}:\d{2}(?:[-.,]\d{1,3})?)#\s{0,5}$/.exec(before)?.[1] ?? null;
}

/**
 * A name that comes once is in doubt, and so are words of a role that come twice, and words in small letters that
 * come five times. An id is not, unless it begins
 * with several letters that no other id of the transcript begins with: `RQ1` and `GPT4` have the form of ids too.
 */
function toDoubt(
  accepted: readonly Candidate[],
  spellings: ReadonlyMap<string, string>,
): (label: string, turns: number) => boolean {
  const kinds = new Map<string, LabelKind>();
  const idsOfLetters = new Map<string, number>();
  for (const { found } of accepted) {
    const { key, kind, label } = found;
    const letters = toLetters(key);
    if (kind === 'id') idsOfLetters.set(letters, (idsOfLetters.get(letters) ?? 0) + 1);
    kinds.set(spellings.get(key) ?? label, kind);
  }
  return (label, turns) => {
    const kind = kinds.get(label);
    if (kind === 'small') return turns < 6;
    if (kind === 'weak') return turns < (/^(?:\p{Lo}|\p{L}$)/u.test(label) ? 2 : 3);
    if (turns > 1) return false;
    return (
      kind === 'name' ||
      (kind === 'id' && idsOfLetters.get(toLetters(label)) === 1 && toLetters(label).length > 1)
    );
  };
}

function toLetters(id: string): string {
  return id.replace(/\d+$/, '');
}
