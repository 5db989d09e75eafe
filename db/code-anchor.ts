import type { Span } from './model/span.ts';
import { integer, query, type ReadHandle, text, type WriteHandle } from './sql.ts';
import { getCode, updateCode } from './tables/codes.ts';
import { deleteExcerptIfUnused, ensureExcerpt } from './tables/excerpts.ts';

/** The example that anchors a code, and the passage it was taken from. */

const placeOf = query(
  { transcriptId: integer, start: integer, end: integer, transcript: text },
  `SELECT e.transcript_id AS transcriptId, e.start_offset AS start, e.end_offset AS end, t.name AS transcript
   FROM codes c JOIN excerpts e ON e.id = c.anchor_excerpt_id JOIN transcripts t ON t.id = e.transcript_id WHERE c.id = ?`,
);
const quoteOf = query({ quote: text }, 'SELECT quote FROM excerpts WHERE id = ?');

export type AnchorPlace = Span & { transcriptId: number; transcript: string };

/** Returns the passage that a code's example was taken from (UTF-16 units, end exclusive), or undefined. */
export function findAnchorPlace(read: ReadHandle, codeId: number): AnchorPlace | undefined {
  return read.find(placeOf, codeId);
}

/**
 * Takes a passage as the example of a code: its words become the example. With null the example leads nowhere any more,
 * and its words stay. Throws a RangeError when the passage is empty or not inside the text.
 */
export function setAnchor(
  write: WriteHandle,
  codeId: number,
  place: (Span & { transcriptId: number }) | null,
): void {
  const { anchorExcerptId } = getCode(write, codeId);
  const excerptId = place === null ? null : ensureExcerpt(write, place.transcriptId, place);
  if (excerptId !== null) updateCode(write, codeId, { anchorExample: write.get(quoteOf, excerptId).quote });
  write.run('UPDATE codes SET anchor_excerpt_id = ? WHERE id = ?', excerptId, codeId);
  if (anchorExcerptId !== null) deleteExcerptIfUnused(write, anchorExcerptId);
}
