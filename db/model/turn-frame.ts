import { joinPieces, type Piece, splicePieces, textOfPieces, writePieces } from './pieces.ts';

/** Who speaks: what the text calls the speaker, and who that is. Without a participant it is an interviewer or unknown. */
export type TurnSpeaker = { label: string | null; participantId: number | null; isInterviewer: boolean };

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

/** A head for another turn, with the marks that stand behind the label of this one. */
export function writeHead({ head, label }: TurnFrame, wanted: string | null): Piece[] {
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
