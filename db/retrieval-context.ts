import { integer, query, type ReadHandle } from './sql.ts';
import { getCoding } from './tables/codings.ts';
import { getTranscriptText } from './tables/transcripts.ts';

/** How much of the text is wanted on either side: whole words of so many UTF-16 units, or whole turns. */
export type ContextWish = { unit: 'characters' | 'turns'; number: number };

/** Words before and after an excerpt, as they stand in the transcript; empty at its beginning and at its end. */
export type Context = { before: string; after: string };

/** The outermost of the turns around a passage: some before the one where it begins, some after the one where it ends. */
const turnsAround = query(
  { start: integer, end: integer },
  `SELECT coalesce(min(start_offset), 0) AS start, coalesce(max(end_offset), 0) AS end FROM turns WHERE transcript_id = ?
   AND position >= (SELECT max(position) FROM turns WHERE transcript_id = ? AND start_offset <= ?) - ?
   AND position <= (SELECT max(position) FROM turns WHERE transcript_id = ? AND start_offset < ?) + ?`,
);

/** Returns the words around a coding's excerpt. With 0 turns it is the rest of its own turn. Throws when it is gone. */
export function getContext(read: ReadHandle, codingId: number, { unit, number }: ContextWish): Context {
  const { transcriptId: id, start, end } = getCoding(read, codingId);
  const text = getTranscriptText(read, id);
  if (unit === 'turns') {
    const around = read.get(turnsAround, id, id, start, number, id, end, number);
    return { before: text.slice(around.start, start), after: text.slice(end, Math.max(end, around.end)) };
  }
  return {
    before: text.slice(findWordStart(text, Math.max(0, start - number)), start),
    after: text.slice(end, findWordEnd(text, Math.min(text.length, end + number))),
  };
}

const isBlank = (character: string) => /\s/.test(character);

/** A text without blanks, as in Chinese, is not gone through to its beginning. */
const longestWord = 40;

function findWordStart(text: string, offset: number): number {
  for (let at = offset; at > 0 && at > offset - longestWord; at--)
    if (isBlank(text.charAt(at - 1))) return at;
  return offset < longestWord ? 0 : toWhole(text, offset);
}

function findWordEnd(text: string, offset: number): number {
  for (let at = offset; at < text.length && at < offset + longestWord; at++)
    if (isBlank(text.charAt(at))) return at;
  return offset > text.length - longestWord ? text.length : toWhole(text, offset);
}

/** Moves an offset that would cut a surrogate pair in two before the pair. */
const toWhole = (text: string, offset: number) =>
  /[\udc00-\udfff]/.test(text.charAt(offset)) && offset > 0 ? offset - 1 : offset;
