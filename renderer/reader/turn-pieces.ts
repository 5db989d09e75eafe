import type { Turn } from '../../electron/ipc/contract/transcripts.ts';

/**
 * A stretch of the stored text that is shown as one DOM text: `text.slice(start, end)`, character for character.
 * The prefix of a turn is cut into its label, its time and the marks around them; the rest are words.
 */
export type TextPiece = {
  start: number;
  end: number;
  kind: 'label' | 'time' | 'marks' | 'words';
  /** The number of the paragraph that these words are; paragraphs are the lines of turns that say something. */
  paragraph?: number;
};

/** A turn as it is shown; text outside of all turns (a heading of the file) has no turn. */
export type TurnBlock = { turn: Turn | null; number: number | null; pieces: TextPiece[] };

/**
 * Cuts a stored text into blocks and pieces, in the order of the text. Pieces never overlap. White space at the
 * ends of lines belongs to no piece: each line is a paragraph of its own, so nothing else is left out.
 */
export function divideTranscript(text: string, turns: readonly Turn[]): TurnBlock[] {
  const blocks: TurnBlock[] = [];
  let reached = 0;
  const addLooseText = (end: number) => {
    const pieces = divideWords(text, reached, end);
    if (pieces.length > 0) blocks.push({ turn: null, number: null, pieces });
  };
  for (const [index, turn] of turns.entries()) {
    if (turn.start > reached) addLooseText(turn.start);
    const pieces = divideTurn(text, turn);
    if (pieces.length > 0) blocks.push({ turn, number: index + 1, pieces });
    reached = Math.max(reached, turn.end);
  }
  if (reached < text.length) addLooseText(text.length);
  return numberParagraphs(blocks);
}

function numberParagraphs(blocks: TurnBlock[]): TurnBlock[] {
  let number = 0;
  return blocks.map((block) => ({
    ...block,
    pieces: block.pieces.map((piece) => (piece.kind === 'words' ? { ...piece, paragraph: ++number } : piece)),
  }));
}

function divideTurn(text: string, turn: Turn): TextPiece[] {
  const words = divideWords(text, turn.textOffset, turn.end);
  const wordsStart = words[0]?.start ?? turn.textOffset;
  const prefixEnd = words.length > 0 ? Math.min(turn.textOffset, wordsStart) : turn.textOffset;
  return [...dividePrefix(text, turn, prefixEnd), ...words];
}

function dividePrefix(text: string, turn: Turn, prefixEnd: number): TextPiece[] {
  const prefix = text.slice(turn.start, prefixEnd);
  const known = [findPart(prefix, turn.label, 'label'), findPart(prefix, turn.time, 'time')]
    .filter((part) => part !== undefined)
    .sort((left, right) => left.start - right.start);
  const pieces: TextPiece[] = [];
  let reached = 0;
  for (const part of known) {
    if (part.start < reached) continue;
    if (part.start > reached) pieces.push({ start: reached, end: part.start, kind: 'marks' });
    pieces.push(part);
    reached = part.end;
  }
  if (reached < prefix.length) pieces.push({ start: reached, end: prefix.length, kind: 'marks' });
  return pieces.map((piece) => ({ ...piece, start: piece.start + turn.start, end: piece.end + turn.start }));
}

function findPart(prefix: string, part: string | null, kind: TextPiece['kind']): TextPiece | undefined {
  if (!part) return undefined;
  const start = prefix.indexOf(part);
  return start < 0 ? undefined : { start, end: start + part.length, kind };
}

/** One piece for each line that holds more than white space. */
function divideWords(text: string, from: number, to: number): TextPiece[] {
  const pieces: TextPiece[] = [];
  for (let start = from; start < to; ) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? to : Math.min(lineEnd, to);
    pieces.push(...trimPiece(text, start, end));
    start = end + 1;
  }
  return pieces;
}

function trimPiece(text: string, from: number, to: number): TextPiece[] {
  let [start, end] = [from, to];
  while (start < end && isBlank(text, start)) start += 1;
  while (end > start && isBlank(text, end - 1)) end -= 1;
  return start < end ? [{ start, end, kind: 'words' }] : [];
}

const isBlank = (text: string, offset: number) => /\s/.test(text.charAt(offset));
