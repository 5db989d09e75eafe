import { newGuid } from '../guid.ts';
import type { Span } from '../model/span.ts';
import { integer, nullable, query, type ReadHandle, type RowOf, text, type WriteHandle } from '../sql.ts';
import { deleteExcerptIfUnused, ensureExcerpt } from './excerpts.ts';

/** Notes on a transcript, or on a passage of it by its excerpt. */
const columns = {
  id: integer,
  transcriptId: integer,
  start: nullable(integer),
  end: nullable(integer),
  quote: nullable(text),
  author: text,
  writtenAt: nullable(text),
  text,
};
export type MemoRow = RowOf<typeof columns>;

const ofTranscript = query(
  columns,
  `SELECT m.id, coalesce(m.transcript_id, e.transcript_id) AS transcriptId, e.start_offset AS start,
     e.end_offset AS end, e.quote, m.author, m.written_at AS writtenAt, m.text
   FROM memos m LEFT JOIN excerpts e ON e.id = m.excerpt_id
   WHERE m.transcript_id = ? OR m.excerpt_id IN (SELECT id FROM excerpts WHERE transcript_id = ?)
   ORDER BY e.start_offset, e.end_offset, m.id`,
);
const anchorOf = query(
  { excerptId: nullable(integer) },
  'SELECT excerpt_id AS excerptId FROM memos WHERE id = ?',
);

/** Returns the memos on a transcript and then those on its passages, in the order of the text. */
export function listMemos(read: ReadHandle, transcriptId: number): MemoRow[] {
  return read.all(ofTranscript, transcriptId, transcriptId);
}

export type NewMemo = {
  transcriptId: number;
  /** The passage, in UTF-16 units of the transcript, end exclusive; null for a memo on the whole. */
  span: Span | null;
  author: string;
  writtenAt: string | null;
  text: string;
};

/** Adds a memo and returns its id. Throws a RangeError when the passage is empty or not inside the text. */
export function insertMemo(write: WriteHandle, memo: NewMemo, transcriptText?: string): number {
  const { transcriptId, span, author, writtenAt, text: words } = memo;
  const excerptId = span === null ? null : ensureExcerpt(write, transcriptId, span, transcriptText);
  return write.insert('memos', {
    guid: newGuid(),
    transcriptId: span === null ? transcriptId : null,
    excerptId,
    author,
    writtenAt,
    text: words,
  });
}

/** Changes the words of a memo. */
export function updateMemo(write: WriteHandle, id: number, words: string): void {
  write.run('UPDATE memos SET text = ? WHERE id = ?', words, id);
}

/** Deletes a memo, and its excerpt when nothing else rests on it. */
export function deleteMemo(write: WriteHandle, id: number): void {
  const anchor = write.find(anchorOf, id);
  write.run('DELETE FROM memos WHERE id = ?', id);
  if (anchor && anchor.excerptId !== null) deleteExcerptIfUnused(write, anchor.excerptId);
}
