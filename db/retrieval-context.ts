import type { Span } from './model/span.ts';
import { integer, nullable, query, type ReadHandle } from './sql.ts';
import { getCoding } from './tables/codings.ts';
import { getTranscriptText } from './tables/transcripts.ts';

/** How much of the text is wanted on either side: whole sentences of at least so many UTF-16 units, or whole turns. */
export type ContextWish = { unit: 'characters' | 'turns'; number: number };

/** Words before and after an excerpt, as they stand in the transcript; empty at its beginning and at its end. */
export type Context = { before: string; after: string };

/**
 * The outermost of the turns around a passage: some before the one where it begins, some after the one where it ends.
 * Null where the passage lies in no turn.
 */
const turnsAround = query(
  { start: nullable(integer), end: nullable(integer) },
  `SELECT min(start_offset) AS start, max(end_offset) AS end FROM turns WHERE transcript_id = ?
   AND position >= (SELECT max(position) FROM turns WHERE transcript_id = ? AND start_offset <= ?) - ?
   AND position <= (SELECT max(position) FROM turns WHERE transcript_id = ? AND start_offset < ?) + ?`,
);

/** How much is read around an excerpt where turns are wanted and the text has none, in UTF-16 units. */
const withoutTurns = 240;

/** Returns the words around a coding's excerpt. With 0 turns it is the rest of its own turn. Throws when it is gone. */
export function getContext(read: ReadHandle, codingId: number, { unit, number }: ContextWish): Context {
  const { transcriptId: id, start, end } = getCoding(read, codingId);
  const text = getTranscriptText(read, id);
  if (unit === 'turns') {
    const around = read.get(turnsAround, id, id, start, number, id, end, number);
    if (around.start !== null && around.end !== null)
      return { before: text.slice(around.start, start), after: text.slice(end, Math.max(end, around.end)) };
  }
  return cutSentences(text, { start, end }, unit === 'turns' ? withoutTurns : number);
}

function cutSentences(text: string, { start, end }: Span, number: number): Context {
  return {
    before: text.slice(findSentenceStart(text, Math.max(0, start - number)), start),
    after: text.slice(end, findSentenceEnd(text, Math.min(text.length, end + number))),
  };
}

/** A sentence that goes on for longer, or a text without any, is cut where a word begins or ends. */
const longestRest = 300;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

function findSentenceStart(text: string, offset: number): number {
  const from = Math.max(0, offset - longestRest);
  const rest = text.slice(from, offset);
  const start = [...sentences.segment(rest)].at(-1)?.index ?? 0;
  if (start > 0 || from === 0) return from + start;
  return from + ([...words.segment(rest)].at(-1)?.index ?? 0);
}

function findSentenceEnd(text: string, offset: number): number {
  const rest = text.slice(offset, offset + longestRest);
  const [first] = sentences.segment(rest);
  const end = first?.segment.length ?? 0;
  if (end < rest.length || offset + end >= text.length) return offset + end;
  const [word] = words.segment(rest);
  return offset + (word?.segment.length ?? 0);
}
