import {
  joinPieces,
  lengthOfPieces,
  type Piece,
  slicePieces,
  splicePieces,
  takePieces,
  textOfPieces,
  toReplacements,
  writePieces,
} from './pieces.ts';
import type { Replacement } from './replacement.ts';

/** Who speaks: what the text calls the speaker, and who that is. Without a participant it is an interviewer or unknown. */
export type TurnSpeaker = { label: string | null; participantId: number | null; isInterviewer: boolean };

/** A turn of a stored transcript; offsets are UTF-16 units, end exclusive, and its words begin at `textStart`. */
export type StoredTurn = TurnSpeaker & {
  id: number;
  start: number;
  textStart: number;
  end: number;
  time: string | null;
  endTime: string | null;
};

/** A turn of an edited transcript, in offsets of the new text; `id` is null for one that was not there before. */
export type EditedTurn = Omit<StoredTurn, 'id'> & { id: number | null };

/**
 * All of a turn but its words: `head` is what stands before them (label, time, and the marks between), `tail` the white
 * space behind. A passage that belongs to no turn, such as the heading of a file, is one with `isTurn` false; `isBlank`
 * tells that there never were words.
 */
export type TurnFrame = TurnSpeaker & {
  id: number | null;
  isTurn: boolean;
  isBlank: boolean;
  time: string | null;
  endTime: string | null;
  head: readonly Piece[];
  tail: readonly Piece[];
};

/** A turn while a transcript is edited. */
export type DraftTurn = { frame: TurnFrame; words: readonly Piece[] };

/** The frame of a passage that belongs to no turn. */
export const looseFrame: TurnFrame = {
  id: null,
  isTurn: false,
  isBlank: false,
  label: null,
  participantId: null,
  isInterviewer: false,
  time: null,
  endTime: null,
  head: [],
  tail: [],
};

/** Cuts a stored transcript into turns that can be edited; together they hold all of its text. */
export function toDraft(text: string, turns: readonly StoredTurn[]): DraftTurn[] {
  const draft: DraftTurn[] = [];
  let reached = 0;
  const addLoose = (end: number) => {
    if (end <= reached) return;
    draft.push(toDraftTurn(text, { start: reached, end }, looseFrame));
  };
  for (const { start, textStart, end, ...turn } of turns) {
    addLoose(start);
    const head = takePieces(text, start, textStart);
    draft.push(toDraftTurn(text, { start: textStart, end }, { ...turn, isTurn: true, head }));
    reached = end;
  }
  addLoose(text.length);
  return draft;
}

function toDraftTurn(
  text: string,
  { start, end }: { start: number; end: number },
  frame: Omit<TurnFrame, 'tail' | 'isBlank'>,
): DraftTurn {
  const wordsEnd = start + text.slice(start, end).trimEnd().length;
  return {
    frame: { ...frame, isBlank: wordsEnd === start, tail: takePieces(text, wordsEnd, end) },
    words: takePieces(text, start, wordsEnd),
  };
}

/** What becomes of a transcript: its text by replacements in the stored one, and its turns. */
export type EditedTranscript = { replacements: Replacement[]; turns: EditedTurn[] };

/** Puts a draft together. A turn of which nothing is left but white space goes, unless it was so before. */
export function fromDraft(draft: readonly DraftTurn[], storedLength: number): EditedTranscript {
  const kept = draft.filter((turn) => !isEmpty(turn));
  const pieces: Piece[] = [];
  const turns: EditedTurn[] = [];
  let start = 0;
  for (const { frame, words } of kept) {
    const { id, isTurn, head, tail, label, time, endTime, participantId, isInterviewer } = frame;
    const textStart = start + lengthOfPieces(head);
    const end = textStart + lengthOfPieces(words) + lengthOfPieces(tail);
    if (isTurn) turns.push({ id, start, textStart, end, label, time, endTime, participantId, isInterviewer });
    pieces.push(...head, ...words, ...tail);
    start = end;
  }
  return { replacements: toReplacements(pieces, storedLength), turns };
}

/** Returns where the words of each turn lie in the text that the draft makes; turns that go are left out. */
export function listWords<T extends DraftTurn>(
  draft: readonly T[],
): { turn: T; start: number; end: number }[] {
  let reached = 0;
  return draft
    .filter((turn) => !isEmpty(turn))
    .map((turn) => {
      const start = reached + lengthOfPieces(turn.frame.head);
      const end = start + lengthOfPieces(turn.words);
      reached = end + lengthOfPieces(turn.frame.tail);
      return { turn, start, end };
    });
}

function isEmpty({ frame: { isBlank, head }, words }: DraftTurn): boolean {
  return !isBlank && textOfPieces([...head, ...words]).trim() === '';
}

/** Cuts a turn in two at an offset of its words; the second has the same speaker. White space at the cut goes. */
export function splitTurn({ frame, words }: DraftTurn, offset: number): [DraftTurn, DraftTurn] {
  const former = textOfPieces(words).slice(0, offset).trimEnd().length;
  const rest = textOfPieces(words).slice(offset);
  const later = offset + rest.length - rest.trimStart().length;
  // What stands behind the turn stays behind its second part; the stored text can only be kept in its order.
  const first = { ...frame, endTime: null, tail: writePieces(breakOf(frame)) };
  const second = { ...frame, id: null, isBlank: false, time: null, head: writeHead(frame, frame.label) };
  return [
    { frame: first, words: slicePieces(words, 0, former) },
    { frame: second, words: slicePieces(words, later) },
  ];
}

/** Makes one turn of two: it has the speaker of the first. */
export function joinTurns(first: DraftTurn, second: DraftTurn): DraftTurn {
  const isBetweenWords = lengthOfPieces(first.words) > 0 && lengthOfPieces(second.words) > 0;
  const words = joinPieces(first.words, writePieces(isBetweenWords ? ' ' : ''), second.words);
  const { frame } = first;
  return { frame: { ...frame, endTime: second.frame.endTime, tail: second.frame.tail }, words };
}

/** Returns a turn and a new one without words behind it. */
export function insertBehind({ frame, words }: DraftTurn, speaker: TurnSpeaker): [DraftTurn, DraftTurn] {
  const first = withBreak(frame);
  const own = {
    id: null,
    isTurn: true,
    isBlank: false,
    time: null,
    endTime: null,
    tail: writePieces(breakOf(frame)),
  };
  return [
    { frame: first, words },
    { frame: { ...own, ...speaker, head: writeHead(frame, speaker.label) }, words: [] },
  ];
}

/** Gives a turn another speaker; where the text names another label, it is written in the place of the former one. */
export function withSpeaker(frame: TurnFrame, speaker: TurnSpeaker): TurnFrame {
  const head = speaker.label === frame.label ? frame.head : relabel(frame, speaker.label);
  return { ...frame, ...speaker, isTurn: true, head };
}

/** Gives a turn another time, in the words of the text; null takes it out, with brackets around it. */
export function withTime(frame: TurnFrame, time: string | null): TurnFrame {
  const head = textOfPieces(frame.head);
  const found = findPart(head, frame.time);
  const changed = { ...frame, isTurn: true, time };
  if (!found) {
    return time === null ? changed : { ...changed, head: joinPieces(writePieces(`[${time}] `), frame.head) };
  }
  const span = time === null ? widenOver(head, found, /[[(<]?$/u, /^[\])>]?\s*/u) : found;
  return { ...changed, head: splicePieces(frame.head, { ...span, text: time ?? '' }) };
}

/** What stands between two turns: as much white space as behind this one, and a new line at least. */
function breakOf({ tail }: TurnFrame): string {
  const text = textOfPieces(tail);
  return text.includes('\n') ? text : '\n';
}

function withBreak(frame: TurnFrame): TurnFrame {
  if (textOfPieces(frame.tail).includes('\n')) return frame;
  return { ...frame, tail: joinPieces(frame.tail, writePieces('\n')) };
}

/** A head for another turn, with the marks that stand behind the label of this one. */
function writeHead({ head, label }: TurnFrame, wanted: string | null): Piece[] {
  if (wanted === null) return [];
  const text = textOfPieces(head);
  const found = findPart(text, label);
  const marks = found ? text.slice(found.end) : '';
  const hasWords = /[\p{L}\p{N}]/u.test(marks);
  // Where the text does not name this speaker at all, as in some subtitles, it does not name the next one either.
  if (label !== null && !found) return [];
  return writePieces(wanted + (marks === '' || hasWords ? ': ' : marks));
}

function relabel({ head, label }: TurnFrame, wanted: string | null): Piece[] {
  const text = textOfPieces(head);
  const found = findPart(text, label);
  if (!found) {
    const isNamed = wanted !== null && label === null;
    return isNamed ? joinPieces(head, writePieces(`${wanted}: `)) : [...head];
  }
  const span = wanted === null ? widenOver(text, found, /$/u, /^\s*[:：]?\s*/u) : found;
  return splicePieces(head, { ...span, text: wanted ?? '' });
}

type Part = { start: number; end: number };

function findPart(head: string, part: string | null): Part | undefined {
  const start = part === null || part === '' ? -1 : head.indexOf(part);
  return part === null || start < 0 ? undefined : { start, end: start + part.length };
}

function widenOver(head: string, { start, end }: Part, before: RegExp, behind: RegExp): Part {
  const [opening = ''] = before.exec(head.slice(0, start)) ?? [];
  const [closing = ''] = behind.exec(head.slice(end)) ?? [];
  return { start: start - opening.length, end: end + closing.length };
}
