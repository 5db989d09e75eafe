import { newGuid } from '../guid.ts';
import { type Span, toWholeCharacters } from '../model/span.ts';
import { integer, query, type ReadHandle, text, type WriteHandle } from '../sql.ts';
import { getTranscriptText } from './transcripts.ts';

/** Passages of transcripts, each with its quote. */
const bySpan = query(
  { id: integer },
  'SELECT id FROM excerpts WHERE transcript_id = ? AND start_offset = ? AND end_offset = ?',
);
const differing = query(
  { id: integer, transcriptId: integer, start: integer, end: integer, quote: text },
  `SELECT id, transcript_id AS transcriptId, start_offset AS start, end_offset AS end, quote FROM excerpts
   ORDER BY transcript_id, start_offset`,
);

/**
 * Returns the id of the excerpt of this passage; makes it when it is new. Offsets are UTF-16 units of the
 * transcript, end exclusive; ends inside a surrogate pair move outwards. Throws a RangeError when the passage
 * is empty or not inside the text.
 */
export function ensureExcerpt(write: WriteHandle, transcriptId: number, span: Span, text?: string): number {
  const whole = text ?? getTranscriptText(write, transcriptId);
  const { start, end } = toWholeCharacters(whole, span);
  const known = write.find(bySpan, transcriptId, start, end);
  if (known) return known.id;
  return write.insert('excerpts', {
    guid: newGuid(),
    transcriptId,
    startOffset: start,
    endOffset: end,
    quote: whole.slice(start, end),
  });
}

/** Deletes one excerpt when nothing rests on it any more. */
export function deleteExcerptIfUnused(write: WriteHandle, id: number): void {
  write.run(
    `DELETE FROM excerpts WHERE id = ? AND NOT EXISTS (SELECT 1 FROM codings WHERE excerpt_id = excerpts.id)
     AND NOT EXISTS (SELECT 1 FROM rating_excerpts WHERE excerpt_id = excerpts.id)
     AND NOT EXISTS (SELECT 1 FROM memos WHERE excerpt_id = excerpts.id)`,
    id,
  );
}

/** Makes the ratings that rest on one excerpt rest on another instead. */
export function moveRatings(write: WriteHandle, fromId: number, toId: number): void {
  write.run(
    `INSERT OR IGNORE INTO rating_excerpts (rating_id, excerpt_id)
     SELECT rating_id, ? FROM rating_excerpts WHERE excerpt_id = ?`,
    toId,
    fromId,
  );
  write.run('DELETE FROM rating_excerpts WHERE excerpt_id = ?', fromId);
}

/** Returns the excerpts whose stored quote is not what the transcript now says at their place. */
export function listAlteredExcerpts(read: ReadHandle) {
  const texts = new Map<number, string>();
  return read.all(differing).filter(({ transcriptId, start, end, quote }) => {
    const text = texts.get(transcriptId) ?? getTranscriptText(read, transcriptId);
    texts.set(transcriptId, text);
    return text.slice(start, end) !== quote;
  });
}
