import { findPatternProblem } from '../../../db/model/pattern-problem.ts';
import { toParticipantId, toSpeakerKey } from '../../../db/model/speaker.ts';
import type { ParsedTurn, SpeakerLabel } from '../parsed-transcript.ts';
import { listSpeakers } from './list.ts';
import { skipSpace, toUnlabelled } from './turns.ts';
import { isKnownSpeaker } from './words.ts';

/** A researcher's pattern for speakers that is none; the message is one sentence with the place and the remedy. */
export class SpeakerPatternError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SpeakerPatternError';
  }
}

/** How many UTF-16 units of a line a pattern sees: even a careless one ends, and no label stands further back. */
const longestHead = 400;

type Head = { start: number; label: string; time: string | null; textStart: number };

/**
 * Finds the turns of a transcript by a regular expression (flag `u`), matched at the beginning of each line, of which
 * it sees at most 400 characters. Its group `label` is the speaker (else its first group, else the whole match), its group
 * `time` (else its second group) when. A line where the label is empty begins no turn. The turns cover the text as
 * those of `findTurns` do. Throws a SpeakerPatternError when the pattern is no regular expression.
 */
export function findTurnsByPattern(
  text: string,
  pattern: string,
): { turns: ParsedTurn[]; speakers: SpeakerLabel[] } {
  const heads = listHeads(text, compile(pattern));
  const turns: ParsedTurn[] = [];
  const first = heads[0]?.start ?? text.length;
  if (first > 0) turns.push(toUnlabelled(0, first));
  const spellings = new Map<string, string>();
  heads.forEach(({ label: written, time, ...head }, index) => {
    const key = toSpeakerKey(written);
    const label = spellings.get(key) ?? toParticipantId(written) ?? written;
    spellings.set(key, label);
    const end = heads[index + 1]?.start ?? text.length;
    const textStart = skipSpace(text, head.textStart, end);
    turns.push({ start: head.start, end, label, time, endTime: null, textStart });
  });
  return { turns, speakers: listSpeakers(text, turns, isInDoubt) };
}

/** Even where the researcher's own pattern finds it, a label that comes once may be a word that looks like one. */
function isInDoubt(label: string, turns: number): boolean {
  return turns < 2 && !isKnownSpeaker(label);
}

function compile(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'uy');
  } catch {
    throw new SpeakerPatternError(describePatternProblem(pattern));
  }
}

function describePatternProblem(pattern: string): string {
  const { what, remedy, at } = findPatternProblem(pattern);
  const place = at === undefined ? '' : ` (character ${at + 1})`;
  return `The pattern for speakers ${what}${place}: ${remedy}.`;
}

function listHeads(text: string, expression: RegExp): Head[] {
  const heads: Head[] = [];
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const head = end > start ? findHead(text, start, end, expression) : undefined;
    if (head !== undefined) heads.push(head);
    start = end + 1;
  }
  return heads;
}

function findHead(text: string, start: number, end: number, expression: RegExp): Head | undefined {
  const isCut = end - start > longestHead;
  const line = text.slice(start, isCut ? start + longestHead : end);
  expression.lastIndex = 0;
  const found = expression.exec(line);
  // Where the line was cut, `$` and `\b` match though it goes on.
  if (found === null || (isCut && found[0].length === longestHead)) return undefined;
  const label = tidyLabel(pickLabel(found));
  if (label === '') return undefined;
  const time = (found.groups === undefined ? found[2] : found.groups.time)?.trim() || null;
  return { start, label, time, textStart: start + found[0].length };
}

function pickLabel(found: RegExpExecArray): string {
  if (found.groups !== undefined) return found.groups.label ?? '';
  return (found.length > 1 ? found[1] : found[0].replace(/[\s:：]+$/u, '')) ?? '';
}

function tidyLabel(label: string): string {
  return label.replace(/\s+/gu, ' ').trim();
}
