import { newGuid } from '../guid.ts';
import { type EvidenceType, evidenceTypes, type Status, statuses } from '../model/coding.ts';
import type { Span } from '../model/span.ts';
import { integer, oneOf, query, type ReadHandle, type RowOf, text, type WriteHandle } from '../sql.ts';
import { absorbCoding } from './coding-twins.ts';
import { moveAnchor, moveLinks, moveMemos, moveRatings } from './excerpt-dependents.ts';
import { deleteExcerptIfUnused, ensureExcerpt } from './excerpts.ts';

/** One coder put one code on one excerpt. */
export const codingColumns = {
  id: integer,
  excerptId: integer,
  transcriptId: integer,
  start: integer,
  end: integer,
  quote: text,
  codeId: integer,
  coderId: integer,
  status: oneOf(statuses),
  evidence: oneOf(evidenceTypes),
  comment: text,
  createdAt: text,
};
export type CodingRow = RowOf<typeof codingColumns>;

/** The columns of a coding `k` on its excerpt `e`, as `codingColumns` names them. */
export const codingSelect = `k.id, k.excerpt_id AS excerptId, e.transcript_id AS transcriptId, e.start_offset AS start,
  e.end_offset AS end, e.quote, k.code_id AS codeId, k.coder_id AS coderId, k.status, k.evidence, k.comment,
  k.created_at AS createdAt`;
const select = `SELECT ${codingSelect} FROM codings k JOIN excerpts e ON e.id = k.excerpt_id`;
const ofTranscript = query(
  codingColumns,
  `${select} WHERE e.transcript_id = ? ORDER BY e.start_offset, e.end_offset DESC, k.id`,
);
const byId = query(codingColumns, `${select} WHERE k.id = ?`);
const sameCoding = query(
  { id: integer },
  'SELECT id FROM codings WHERE excerpt_id = ? AND code_id = ? AND coder_id = ?',
);
const onExcerpt = query({ id: integer }, 'SELECT id FROM codings WHERE excerpt_id = ? LIMIT 1');
const memosOf = query(
  { codingId: integer, memos: integer },
  `SELECT k.id AS codingId, count(*) AS memos FROM memos m JOIN codings k ON k.id = m.coding_id OR k.excerpt_id = m.excerpt_id
   WHERE k.excerpt_id IN (SELECT id FROM excerpts WHERE transcript_id = ?)
     AND (? IS NULL OR m.coder_id IS NULL OR m.coder_id IN (SELECT value FROM json_each(?))) GROUP BY k.id`,
);

export type NewCoding = {
  transcriptId: number;
  start: number;
  end: number;
  codeId: number;
  coderId: number;
  status: Status;
  evidence: EvidenceType;
  comment: string;
};

/** Returns the codings of a transcript in the order of the text. */
export function listCodingsOfTranscript(read: ReadHandle, transcriptId: number): CodingRow[] {
  return read.all(ofTranscript, transcriptId);
}

/** Returns the coding with this id. Throws when there is none, for instance after somebody undid it. */
export function getCoding(read: ReadHandle, id: number): CodingRow {
  const coding = read.find(byId, id);
  if (!coding) throw new Error('This coding does not exist any more.');
  return coding;
}

/**
 * Returns how many memos are on each coding of a transcript or on its passage; those without any are not among them. With
 * coders, memos of others are left out.
 */
export function listMemoCounts(
  read: ReadHandle,
  transcriptId: number,
  coderIds?: readonly number[],
): { codingId: number; memos: number }[] {
  const shown = coderIds ? JSON.stringify(coderIds) : null;
  return read.all(memosOf, transcriptId, shown, shown);
}

/** Returns the coding that says the same on another passage: the same code by the same coder; undefined when there is none. */
export function findTwin(
  read: ReadHandle,
  excerptId: number,
  { codeId, coderId }: Pick<CodingRow, 'codeId' | 'coderId'>,
): { id: number } | undefined {
  return read.find(sameCoding, excerptId, codeId, coderId);
}

/** Returns whether any coding is on the excerpt. */
export function isCoded(read: ReadHandle, excerptId: number): boolean {
  return read.find(onExcerpt, excerptId) !== undefined;
}

/**
 * Puts a code on a passage and returns the coding's id. The same code by the same coder on the same passage stays one
 * coding, and takes what is said now; what is left unsaid (no status and an affirmation, an empty comment) stays as it was,
 * so that coding twice takes nothing away. `text` spares reading it again.
 */
export function applyCode(write: WriteHandle, coding: NewCoding, text?: string): number {
  const excerptId = ensureExcerpt(write, coding.transcriptId, coding, text);
  const { codeId, coderId, status, evidence, comment } = coding;
  const known = findTwin(write, excerptId, coding);
  if (known) {
    updateCoding(write, known.id, whatIsSaid(coding));
    return known.id;
  }
  return write.insert('codings', {
    guid: newGuid(),
    excerptId,
    codeId,
    coderId,
    status,
    evidence,
    comment,
    createdAt: new Date().toISOString(),
  });
}

function whatIsSaid({ status, evidence, comment }: NewCoding): CodingChange {
  return {
    ...(status === 'not stated' ? {} : { status }),
    ...(status === 'not stated' && evidence === 'affirmation' ? {} : { evidence }),
    ...(comment === '' ? {} : { comment }),
  };
}

export type CodingChange = { codeId?: number; status?: Status; evidence?: EvidenceType; comment?: string };

/** Changes what is given of a coding and leaves the rest. A coding that then says the same becomes one with it. */
export function updateCoding(write: WriteHandle, id: number, change: CodingChange): void {
  const former = getCoding(write, id);
  const twin = findTwin(write, former.excerptId, { ...former, codeId: change.codeId ?? former.codeId });
  if (twin && twin.id !== id) absorbCoding(write, id, twin.id);
  const { codeId, status, evidence, comment } = { ...getCoding(write, id), ...change };
  write.run(
    'UPDATE codings SET code_id = ?, status = ?, evidence = ?, comment = ? WHERE id = ?',
    codeId,
    status,
    evidence,
    comment,
    id,
  );
}

/**
 * Moves a coding to another passage of its transcript. When no other coding is left on the former passage, ratings
 * that rest on it, memos on it and links to it move along and it goes, so that none of them is left at words that nobody
 * codes any more.
 */
export function resizeCoding(write: WriteHandle, id: number, span: Span): void {
  const former = getCoding(write, id);
  const excerptId = ensureExcerpt(write, former.transcriptId, span);
  if (excerptId === former.excerptId) return;
  const twin = findTwin(write, excerptId, former);
  if (twin) absorbCoding(write, id, twin.id);
  write.run('UPDATE codings SET excerpt_id = ? WHERE id = ?', excerptId, id);
  if (!isCoded(write, former.excerptId)) {
    moveRatings(write, former.excerptId, excerptId);
    moveMemos(write, former.excerptId, excerptId);
    moveLinks(write, former.excerptId, excerptId);
    moveAnchor(write, former.excerptId, excerptId);
  }
  deleteExcerptIfUnused(write, former.excerptId);
}

/**
 * Changes what is given of several codings. Codings that say the same then become one, the first of them, so fewer may be
 * left. Throws when one of them does not exist.
 */
export function updateCodings(write: WriteHandle, ids: readonly number[], change: CodingChange): void {
  for (const id of ids) getCoding(write, id);
  for (const id of ids.toReversed()) if (write.find(byId, id)) updateCoding(write, id, change);
}

/** Removes several codings. Throws when one of them does not exist. */
export function deleteCodings(write: WriteHandle, ids: readonly number[]): void {
  for (const id of new Set(ids)) deleteCoding(write, id);
}

/** Removes a coding, and its excerpt when nothing else rests on it. */
export function deleteCoding(write: WriteHandle, id: number): void {
  const { excerptId } = getCoding(write, id);
  write.run('DELETE FROM codings WHERE id = ?', id);
  deleteExcerptIfUnused(write, excerptId);
}
