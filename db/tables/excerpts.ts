import { newGuid } from '../guid.ts';
import { type Span, toWholeCharacters } from '../model/span.ts';
import { integer, query, type ReadHandle, text, type WriteHandle } from '../sql.ts';
import { absorbCoding } from './coding-twins.ts';
import { moveAnchor, moveLinks, moveMemos, moveRatings } from './excerpt-dependents.ts';
import { getTranscriptText } from './transcripts.ts';

/** Passages of transcripts, each with its quote. */
const bySpan = query(
  { id: integer },
  'SELECT id FROM excerpts WHERE transcript_id = ? AND start_offset = ? AND end_offset = ?',
);
const ofTranscript = query(
  {
    id: integer,
    start: integer,
    end: integer,
    quote: text,
    codes: text,
    says: text,
    codings: integer,
    ratings: integer,
    memos: integer,
  },
  `SELECT e.id, e.start_offset AS start, e.end_offset AS end, e.quote,
     (SELECT json_group_array(name) FROM (SELECT DISTINCT coalesce(c.item_ref || ' ', '') || c.name AS name
        FROM codings k JOIN codes c ON c.id = k.code_id WHERE k.excerpt_id = e.id ORDER BY c.id)) AS codes,
     (SELECT json_group_object(k.code_id || ' ' || k.coder_id, k.status) FROM codings k WHERE k.excerpt_id = e.id) AS says,
     (SELECT count(*) FROM codings k WHERE k.excerpt_id = e.id) AS codings,
     (SELECT count(*) FROM rating_excerpts r WHERE r.excerpt_id = e.id) AS ratings,
     (SELECT count(*) FROM memos m WHERE m.excerpt_id = e.id)
       + (SELECT count(*) FROM memo_links l WHERE l.excerpt_id = e.id) AS memos
   FROM excerpts e WHERE e.transcript_id = ? ORDER BY e.start_offset, e.end_offset`,
);
const twinsOn = query(
  { id: integer, twinId: integer },
  `SELECT one.id, twin.id AS twinId FROM codings one JOIN codings twin
     ON twin.code_id = one.code_id AND twin.coder_id = one.coder_id
   WHERE one.excerpt_id = ? AND twin.excerpt_id = ?`,
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

/** The excerpts that nothing rests on: no coding, no rating, no memo, no link of a memo, and no code for its example. */
const isUnused = `NOT EXISTS (SELECT 1 FROM codings WHERE excerpt_id = excerpts.id)
  AND NOT EXISTS (SELECT 1 FROM rating_excerpts WHERE excerpt_id = excerpts.id)
  AND NOT EXISTS (SELECT 1 FROM memos WHERE excerpt_id = excerpts.id)
  AND NOT EXISTS (SELECT 1 FROM memo_links WHERE excerpt_id = excerpts.id)
  AND NOT EXISTS (SELECT 1 FROM codes WHERE anchor_excerpt_id = excerpts.id)`;

/** Deletes one excerpt when nothing rests on it any more. */
export function deleteExcerptIfUnused(write: WriteHandle, id: number): void {
  write.run(`DELETE FROM excerpts WHERE id = ? AND ${isUnused}`, id);
}

/** Deletes every excerpt that nothing rests on any more. */
export function deleteUnusedExcerpts(write: WriteHandle): void {
  write.run(`DELETE FROM excerpts WHERE ${isUnused}`);
}

/**
 * A passage with what rests on it; `codes` are the names of the codes, with the ids of scheme items, `says` the status of
 * each coding by its code and coder, `memos` how many are on it or link to it.
 */
export type ExcerptUse = Span & {
  id: number;
  quote: string;
  codes: string[];
  says: ReadonlyMap<string, string>;
  codings: number;
  ratings: number;
  memos: number;
};

/** Returns the excerpts of a transcript in the order of the text, each with what rests on it. */
export function listExcerptUses(read: ReadHandle, transcriptId: number): ExcerptUse[] {
  return read.all(ofTranscript, transcriptId).map(({ codes, says, ...excerpt }) => {
    const names: unknown = JSON.parse(codes);
    const statuses: object = JSON.parse(says);
    return {
      ...excerpt,
      codes: Array.isArray(names) ? names.map(String) : [],
      says: new Map(Object.entries(statuses).map(([coding, status]) => [coding, String(status)])),
    };
  });
}

/** An excerpt's new place and words. */
export type ExcerptMove = Span & { id: number; quote: string };

/** Beyond the end of any text; while excerpts change places, none may stand where another one still is. */
const aside = 2 ** 40;

/**
 * Moves excerpts to other places of their transcript, all at once. One that comes to stand exactly where another
 * does becomes one with it: codings, ratings and memos go over.
 */
export function moveExcerpts(write: WriteHandle, transcriptId: number, moves: readonly ExcerptMove[]): void {
  for (const { id } of moves) {
    write.run(
      'UPDATE excerpts SET start_offset = start_offset + ?, end_offset = end_offset + ? WHERE id = ?',
      aside,
      aside,
      id,
    );
  }
  for (const { id, start, end, quote } of moves) {
    const there = write.find(bySpan, transcriptId, start, end);
    if (there) mergeInto(write, id, there.id);
    else
      write.run(
        'UPDATE excerpts SET start_offset = ?, end_offset = ?, quote = ? WHERE id = ?',
        start,
        end,
        quote,
        id,
      );
  }
}

/** The same code by the same coder stays one coding, which keeps the comments and memos of both. */
function mergeInto(write: WriteHandle, fromId: number, toId: number): void {
  for (const { id, twinId } of write.all(twinsOn, toId, fromId)) absorbCoding(write, id, twinId);
  write.run('UPDATE codings SET excerpt_id = ? WHERE excerpt_id = ?', toId, fromId);
  moveMemos(write, fromId, toId);
  moveLinks(write, fromId, toId);
  moveAnchor(write, fromId, toId);
  moveRatings(write, fromId, toId);
  deleteExcerpt(write, fromId);
}

/** Deletes an excerpt with its codings and memos; ratings no longer rest on it. */
export function deleteExcerpt(write: WriteHandle, id: number): void {
  write.run('DELETE FROM excerpts WHERE id = ?', id);
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
