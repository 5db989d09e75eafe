import {
  joinPieces,
  lengthOfPieces,
  type Piece,
  slicePieces,
  takePieces,
  textOfPieces,
  toReplacements,
  writePieces,
} from './pieces.ts';
import type { Replacement } from './replacement.ts';
import { looseFrame, type TurnFrame, type TurnSpeaker, writeHead } from './turn-frame.ts';

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

/** A turn while a transcript is edited. */
export type DraftTurn = { frame: TurnFrame; words: readonly Piece[] };

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

/** What stands between two turns: as much white space as behind this one, and a new line at least. */
function breakOf({ tail }: TurnFrame): string {
  const text = textOfPieces(tail);
  return text.includes('\n') ? text : '\n';
}

function withBreak(frame: TurnFrame): TurnFrame {
  if (textOfPieces(frame.tail).includes('\n')) return frame;
  return { ...frame, tail: joinPieces(frame.tail, writePieces('\n')) };
}
