import { foldAccents } from './model/fold-text.ts';
import { integer, nullable, query, type ReadHandle, type RowOf, text } from './sql.ts';

/** Excerpts as a memo links to them: who speaks, in which technique and company, what is said, under which codes. */

const columns = {
  excerptId: integer,
  transcriptId: integer,
  start: integer,
  end: integer,
  quote: text,
  transcript: text,
  company: text,
  technique: text,
  participant: nullable(text),
  label: nullable(text),
  codes: text,
};
/** Who speaks is whose turn the excerpt begins in. The first two values are the coders whose codes are named, as JSON. */
const select = `SELECT e.id AS excerptId, e.transcript_id AS transcriptId, e.start_offset AS start, e.end_offset AS end,
  substr(e.quote, 1, 240) AS quote, tr.name AS transcript, co.label AS company, te.letter AS technique,
  pa.label AS participant, tu.label,
  coalesce((SELECT group_concat(name, ' · ') FROM (SELECT DISTINCT coalesce(c.item_ref || ' ', '') || c.name AS name
    FROM codings k JOIN codes c ON c.id = k.code_id
    WHERE k.excerpt_id = e.id AND (? IS NULL OR k.coder_id IN (SELECT value FROM json_each(?))))), '') AS codes
  FROM excerpts e JOIN transcripts tr ON tr.id = e.transcript_id JOIN sessions s ON s.id = tr.session_id
  JOIN companies co ON co.id = s.company_id JOIN techniques te ON te.id = s.technique_id
  LEFT JOIN turns tu ON tu.id = (SELECT id FROM turns WHERE transcript_id = e.transcript_id
    AND start_offset <= e.start_offset ORDER BY start_offset DESC LIMIT 1)
  LEFT JOIN participants pa ON pa.id = tu.participant_id`;
/**
 * Of passages that are coded at all, those that a coder whose work is shown has coded. Asked of each passage that fits and
 * not of all, which takes three times as long.
 */
const isShown = `(? IS NULL OR NOT EXISTS (SELECT 1 FROM codings WHERE excerpt_id = e.id)
  OR EXISTS (SELECT 1 FROM codings WHERE excerpt_id = e.id AND coder_id IN (SELECT value FROM json_each(?))))`;
const order = 'ORDER BY e.transcript_id, e.start_offset';

const fromMemo = query(
  columns,
  `${select} WHERE e.id IN (SELECT excerpt_id FROM memo_links WHERE memo_id = ?) ${order}`,
);
const shownOne = query(columns, `${select} WHERE e.id = ? AND ${isShown}`);
const ofCoding = query(columns, `${select} WHERE e.id = (SELECT excerpt_id FROM codings WHERE id = ?)`);
const inTranscript = query(columns, `${select} WHERE e.transcript_id = ? ${order}`);
const elsewhere = query(columns, `${select} WHERE e.transcript_id <> ? ${order}`);

export type LinkedExcerpt = RowOf<typeof columns>;

/** Returns the excerpts that a memo links to; those that are gone are not among them. */
export function listExcerptsLinkedFrom(read: ReadHandle, memoId: number): LinkedExcerpt[] {
  return read.all(fromMemo, null, null, memoId);
}

export type ExcerptSearch = {
  /** Words that all occur in the quote, the names of its codes, the speaker or the names of transcript and company. */
  search: string;
  /** Comes first when it fits. */
  codingId: number | null;
  /** Its excerpts come before those of other transcripts. */
  transcriptId: number | null;
  coderIds?: readonly number[] | undefined;
  limit: number;
};

/** Returns the first excerpts that fit, at most `limit`; accents and case do not matter. Stops when it has them. */
export function findLinkableExcerpts(read: ReadHandle, search: ExcerptSearch): LinkedExcerpt[] {
  const words = foldAccents(search.search).split(/\s+/).filter(Boolean);
  const fits = (excerpt: LinkedExcerpt) => words.every((word) => isIn(excerpt, word));
  const shown = search.coderIds ? JSON.stringify(search.coderIds) : null;
  const found = new Map<number, LinkedExcerpt>();
  for (const candidate of iterate(read, search)) {
    if (!fits(candidate)) continue;
    const excerpt =
      shown === null ? candidate : read.find(shownOne, shown, shown, candidate.excerptId, shown, shown);
    // What fitted may have been a code of a coder whose work is hidden.
    if (excerpt && fits(excerpt)) found.set(excerpt.excerptId, excerpt);
    if (found.size >= search.limit) break;
  }
  return [...found.values()];
}

function* iterate(read: ReadHandle, { codingId, transcriptId }: ExcerptSearch): Generator<LinkedExcerpt> {
  if (codingId !== null) yield* read.all(ofCoding, null, null, codingId);
  if (transcriptId !== null) yield* read.iterate(inTranscript, null, null, transcriptId);
  yield* read.iterate(elsewhere, null, null, transcriptId ?? 0);
}

function isIn({ quote, codes, participant, label, transcript, company }: LinkedExcerpt, word: string) {
  return foldAccents(`${quote}\n${codes}\n${participant ?? label ?? ''}\n${transcript}\n${company}`).includes(
    word,
  );
}
