import {
  describeMemoSubject,
  type MemoKind,
  type MemoSubject,
  type MemoTarget,
  memoKinds,
  memoSubjects,
} from './model/memo.ts';
import { integer, nullable, oneOf, query, type ReadHandle, type RowOf, text } from './sql.ts';
import { isShown, type ShownCoders, shownValues } from './tables/memos.ts';
import { getTranscriptText } from './tables/transcripts.ts';

/** Memos with all that a researcher wants to see beside one: what it is on, of which company, who wrote it and when. */

/** What a memo `m` is on, whatever that is, with where it stands in the text and the company it concerns. */
const subjectColumns = {
  on: oneOf(['study', ...memoSubjects]),
  targetId: nullable(integer),
  excerptId: nullable(integer),
  transcriptId: nullable(integer),
  start: nullable(integer),
  end: nullable(integer),
  quote: nullable(text),
  companyId: nullable(integer),
  company: nullable(text),
  transcript: nullable(text),
  itemRef: nullable(text),
  code: nullable(text),
  practitioner: nullable(text),
  role: nullable(text),
};
const subjectSelect = `CASE ${memoSubjects.map((on) => `WHEN m.${on}_id IS NOT NULL THEN '${on}'`).join(' ')}
    ELSE 'study' END AS "on",
  coalesce(${memoSubjects.map((on) => `m.${on}_id`).join(', ')}) AS targetId, e.id AS excerptId, tr.id AS transcriptId,
  e.start_offset AS start, e.end_offset AS end, e.quote, co.id AS companyId, co.label AS company, tr.name AS transcript,
  c.item_ref AS itemRef, c.name AS code, p.name AS practitioner, p.role`;
export const subjectJoins = `LEFT JOIN codings k ON k.id = m.coding_id
  LEFT JOIN excerpts e ON e.id = coalesce(m.excerpt_id, k.excerpt_id)
  LEFT JOIN transcripts tr ON tr.id = coalesce(m.transcript_id, e.transcript_id)
  LEFT JOIN sessions s ON s.id = tr.session_id
  LEFT JOIN practitioners p ON p.id = m.practitioner_id
  LEFT JOIN ratings r ON r.id = m.rating_id
  LEFT JOIN codes c ON c.id = coalesce(m.code_id, k.code_id, (SELECT id FROM codes WHERE item_ref = r.item_ref))
  LEFT JOIN companies co ON co.id = coalesce(m.company_id, p.company_id, r.company_id, s.company_id)`;

/** How much of a memo's text stands in a list, in characters. */
const previewLength = 280;

const memoColumns = {
  id: integer,
  kind: oneOf(memoKinds),
  title: text,
  preview: text,
  coderId: nullable(integer),
  coder: nullable(text),
  author: text,
  writtenAt: nullable(text),
  changedAt: nullable(text),
  links: integer,
  ...subjectColumns,
};
const memoSelect = `SELECT m.id, m.kind, m.title, substr(m.text, 1, ${previewLength}) AS preview, m.coder_id AS coderId,
  coder.name AS coder, m.author, m.written_at AS writtenAt, m.changed_at AS changedAt,
  (SELECT count(*) FROM memo_links l WHERE l.memo_id = m.id) AS links, ${subjectSelect}
  FROM memos m LEFT JOIN coders coder ON coder.id = m.coder_id ${subjectJoins}`;

/** What something a memo can be on is, in words, and where it stands. */
export type MemoAbout = {
  on: 'study' | MemoSubject;
  /** Null for the study, and for a passage that is no excerpt yet. */
  targetId: number | null;
  about: string;
  excerptId: number | null;
  transcriptId: number | null;
  start: number | null;
  end: number | null;
  quote: string | null;
  companyId: number | null;
  company: string | null;
  /** Id of the scheme item, for a code or a rating of one. */
  itemRef: string | null;
};

/** A memo in a list: `preview` is the start of its text. */
export type MemoRow = MemoAbout & {
  id: number;
  kind: MemoKind;
  title: string;
  preview: string;
  coderId: number | null;
  coder: string | null;
  author: string;
  writtenAt: string | null;
  changedAt: string | null;
  links: number;
};

function toAbout(parts: RowOf<typeof subjectColumns>): MemoAbout {
  const { on, targetId, excerptId, transcriptId, start, end, quote, companyId, company, itemRef } = parts;
  const about = describeMemoSubject(parts);
  return { on, targetId, about, excerptId, transcriptId, start, end, quote, companyId, company, itemRef };
}

const toMemo = ({ transcript, code, practitioner, role, ...memo }: RowOf<typeof memoColumns>) => ({
  ...memo,
  about: describeMemoSubject({ ...memo, transcript, code, practitioner, role }),
});

const targetOnly = query(
  subjectColumns,
  `SELECT ${subjectSelect} FROM (SELECT ${memoSubjects.map((on) => `? AS ${on}_id`).join(', ')}) m ${subjectJoins}`,
);
const excerptBySpan = query(
  { id: integer },
  'SELECT id FROM excerpts WHERE transcript_id = ? AND start_offset = ? AND end_offset = ?',
);

/** Returns what a memo would be on, or undefined when that does not exist any more. */
export function findMemoAbout(read: ReadHandle, target: MemoTarget): MemoAbout | undefined {
  if (target.on === 'passage') return findPassage(read, target);
  const ids = memoSubjects.map((on) => (target.on === on ? target.id : null));
  const about = toAbout(read.get(targetOnly, ...ids));
  return isThere(read, about) ? about : undefined;
}

function isThere(read: ReadHandle, { on, targetId }: MemoAbout): boolean {
  if (on === 'study') return true;
  const tables: Record<MemoSubject, string> = {
    transcript: 'transcripts',
    excerpt: 'excerpts',
    coding: 'codings',
    code: 'codes',
    company: 'companies',
    practitioner: 'practitioners',
    rating: 'ratings',
  };
  return (
    read.find(query({ id: integer }, `SELECT id FROM ${tables[on]} WHERE id = ?`), targetId) !== undefined
  );
}

function findPassage(
  read: ReadHandle,
  { transcriptId, start, end }: Extract<MemoTarget, { on: 'passage' }>,
): MemoAbout | undefined {
  const known = read.find(excerptBySpan, transcriptId, start, end);
  if (known) return findMemoAbout(read, { on: 'excerpt', id: known.id });
  const whole = findMemoAbout(read, { on: 'transcript', id: transcriptId });
  if (!whole) return undefined;
  const about = `a passage of ${whole.about}`;
  const quote = getTranscriptText(read, transcriptId).slice(start, end);
  return { ...whole, on: 'excerpt', targetId: null, about, start, end, quote };
}

const readingOrder = 'ORDER BY e.start_offset, e.end_offset, m.id';
const ofStudy = query(
  memoColumns,
  `${memoSelect} WHERE coalesce(${memoSubjects.map((on) => `m.${on}_id`).join(', ')}) IS NULL AND ${isShown} ORDER BY m.id`,
);
const ofExcerpt = query(
  memoColumns,
  `${memoSelect} WHERE (m.excerpt_id = ? OR m.coding_id IN (SELECT id FROM codings WHERE excerpt_id = ?)) AND ${isShown}
   ORDER BY m.id`,
);
const inTranscript = query(
  memoColumns,
  `${memoSelect} WHERE (m.transcript_id = ? OR m.excerpt_id IN (SELECT id FROM excerpts WHERE transcript_id = ?)
     OR m.coding_id IN (SELECT k.id FROM excerpts e JOIN codings k ON k.excerpt_id = e.id WHERE e.transcript_id = ?))
   AND ${isShown} ${readingOrder}`,
);
const linkedTo = query(
  memoColumns,
  `${memoSelect} WHERE m.id IN (SELECT memo_id FROM memo_links WHERE excerpt_id = ?) AND ${isShown} ORDER BY m.id`,
);
const ofTarget = Object.fromEntries(
  memoSubjects.map((on) => [
    on,
    query(memoColumns, `${memoSelect} WHERE m.${on}_id = ? AND ${isShown} ORDER BY m.id`),
  ]),
);
const byIds = query(
  memoColumns,
  `${memoSelect} WHERE m.id IN (SELECT value FROM json_each(?)) ORDER BY m.id`,
);

/** Returns the memos on one thing, the oldest first; on an excerpt also those on its codings. */
export function listMemosOn(read: ReadHandle, target: MemoTarget, coderIds?: ShownCoders): MemoRow[] {
  const shown = shownValues(coderIds);
  if (target.on === 'study') return read.all(ofStudy, ...shown).map(toMemo);
  if (target.on === 'passage') {
    const known = read.find(excerptBySpan, target.transcriptId, target.start, target.end);
    return known ? listMemosOn(read, { on: 'excerpt', id: known.id }, coderIds) : [];
  }
  if (target.on === 'excerpt') return read.all(ofExcerpt, target.id, target.id, ...shown).map(toMemo);
  const one = ofTarget[target.on];
  return one ? read.all(one, target.id, ...shown).map(toMemo) : [];
}

/** Returns the memos on a transcript, and on its passages and their codings in the order of the text. */
export function listMemosInTranscript(read: ReadHandle, id: number, coderIds?: ShownCoders): MemoRow[] {
  return read.all(inTranscript, id, id, id, ...shownValues(coderIds)).map(toMemo);
}

/** Returns the memos whose text links to an excerpt. */
export function listMemosLinkedTo(read: ReadHandle, excerptId: number, coderIds?: ShownCoders): MemoRow[] {
  return read.all(linkedTo, excerptId, ...shownValues(coderIds)).map(toMemo);
}

/** Returns the memos with these ids, those that exist, by id. */
export function listMemosByIds(read: ReadHandle, ids: readonly number[]): MemoRow[] {
  return read.all(byIds, JSON.stringify(ids)).map(toMemo);
}
