import { newGuid } from '../guid.ts';
import { type MemoKind, type MemoSubject, type MemoTarget, memoKinds, memoSubjects } from '../model/memo.ts';
import { listLinkedExcerpts, parseMemoDocument, toMemoText } from '../model/memo-document.ts';
import type { Span } from '../model/span.ts';
import {
  integer,
  nullable,
  oneOf,
  query,
  type ReadHandle,
  type RowOf,
  type SqlValue,
  text,
  type WriteHandle,
} from '../sql.ts';
import { deleteExcerptIfUnused, ensureExcerpt } from './excerpts.ts';

/** Notes on anything in the study, with links to excerpts. */
const contentColumns = {
  id: integer,
  kind: oneOf(memoKinds),
  title: text,
  document: nullable(text),
  text,
  changedAt: nullable(text),
};
const contentOf = query(
  contentColumns,
  'SELECT id, kind, title, document, text, changed_at AS changedAt FROM memos WHERE id = ?',
);
/** What a memo says; `document` is null for a comment that came with a file and was not changed since. */
export type MemoContent = RowOf<typeof contentColumns>;

const ofTranscript = query(
  {
    id: integer,
    start: nullable(integer),
    end: nullable(integer),
    quote: nullable(text),
    author: text,
    writtenAt: nullable(text),
    text,
  },
  `SELECT m.id, e.start_offset AS start, e.end_offset AS end, e.quote, m.author, m.written_at AS writtenAt, m.text
   FROM memos m LEFT JOIN excerpts e ON e.id = m.excerpt_id
   WHERE m.transcript_id = ? OR m.excerpt_id IN (SELECT id FROM excerpts WHERE transcript_id = ?)
   ORDER BY e.start_offset, e.end_offset, m.id`,
);
const restsOn = query(
  { excerptId: integer },
  `SELECT excerpt_id AS excerptId FROM memos WHERE id = ? AND excerpt_id IS NOT NULL
   UNION SELECT excerpt_id FROM memo_links WHERE memo_id = ?`,
);
const linksOf = query(
  { excerptId: integer },
  'SELECT excerpt_id AS excerptId FROM memo_links WHERE memo_id = ?',
);
const excerptById = query({ id: integer }, 'SELECT id FROM excerpts WHERE id = ?');

/** Returns the memos on a transcript and then those on its passages, in the order of the text. */
export function listMemos(read: ReadHandle, transcriptId: number) {
  return read.all(ofTranscript, transcriptId, transcriptId);
}

/** Returns what a memo says. Throws when there is none, for instance after somebody undid it. */
export function getMemoContent(read: ReadHandle, id: number): MemoContent {
  const memo = read.find(contentOf, id);
  if (!memo) throw new Error('This memo does not exist any more.');
  return memo;
}

/** A comment that came with a file. */
export type ImportedMemo = {
  transcriptId: number;
  /** The passage, in UTF-16 units of the transcript, end exclusive; null for a memo on the whole. */
  span: Span | null;
  author: string;
  writtenAt: string | null;
  text: string;
};

/** Adds a comment that came with a file; returns its id. Throws a RangeError when the passage is not inside the text. */
export function insertMemo(write: WriteHandle, memo: ImportedMemo, transcriptText?: string): number {
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

/** A memo as somebody begins it; `document` is JSON of its editor. */
export type NewMemo = {
  target: MemoTarget;
  kind: MemoKind;
  title: string;
  coderId: number | null;
  document: string;
};

/**
 * Adds a memo that somebody writes, and the excerpt of its passage when there is none; returns its id. Throws a
 * MemoDocumentError when the document is none, and a RangeError when the passage is empty or not inside the text.
 */
export function writeNewMemo(write: WriteHandle, memo: NewMemo): number {
  const { target, kind, title, coderId, document } = memo;
  const parsed = parseMemoDocument(document);
  const now = new Date().toISOString();
  const id = write.insert('memos', {
    guid: newGuid(),
    ...toTargetColumn(write, target),
    kind,
    title,
    coderId,
    writtenAt: now,
    changedAt: now,
    document,
    text: toMemoText(parsed).trim(),
  });
  setLinks(write, id, listLinkedExcerpts(parsed));
  return id;
}

function toTargetColumn(write: WriteHandle, target: MemoTarget): Record<string, SqlValue> {
  if (target.on === 'study') return {};
  if (target.on === 'passage') return { excerptId: ensureExcerpt(write, target.transcriptId, target) };
  return { [`${target.on}Id`]: target.id };
}

export type MemoChange = {
  kind?: MemoKind | undefined;
  title?: string | undefined;
  document?: string | undefined;
};

/** Changes what is given of a memo. Throws when there is none, and a MemoDocumentError when the document is none. */
export function updateMemo(write: WriteHandle, id: number, change: MemoChange): void {
  const former = getMemoContent(write, id);
  const { kind = former.kind, title = former.title, document = former.document } = change;
  if (kind === former.kind && title === former.title && document === former.document) return;
  const parsed = document === null ? null : parseMemoDocument(document);
  write.run(
    'UPDATE memos SET kind = ?, title = ?, document = ?, text = ?, changed_at = ? WHERE id = ?',
    kind,
    title,
    document,
    parsed ? toMemoText(parsed).trim() : former.text,
    new Date().toISOString(),
    id,
  );
  if (parsed) setLinks(write, id, listLinkedExcerpts(parsed));
}

/** Keeps the excerpts that a memo links to; those that do not exist any more are left out. */
function setLinks(write: WriteHandle, memoId: number, excerptIds: readonly number[]): void {
  const wanted = new Set(excerptIds.filter((id) => write.find(excerptById, id)));
  for (const { excerptId } of write.all(linksOf, memoId)) {
    if (wanted.delete(excerptId)) continue;
    write.run('DELETE FROM memo_links WHERE memo_id = ? AND excerpt_id = ?', memoId, excerptId);
    deleteExcerptIfUnused(write, excerptId);
  }
  for (const excerptId of wanted) write.insert('memo_links', { memoId, excerptId });
}

/** Deletes a memo, and the excerpts it was on or linked to when nothing else rests on them. */
export function deleteMemo(write: WriteHandle, id: number): void {
  const excerpts = write.all(restsOn, id, id);
  write.run('DELETE FROM memos WHERE id = ?', id);
  for (const { excerptId } of excerpts) deleteExcerptIfUnused(write, excerptId);
}

const counted = { id: integer, memos: integer };
/** The coders whose work is shown; everybody's when it is undefined. */
export type ShownCoders = readonly number[] | undefined;
/** The condition that a memo `m` is of these coders, or of none of the study, such as an imported comment. */
export const isShown = '(? IS NULL OR m.coder_id IS NULL OR m.coder_id IN (SELECT value FROM json_each(?)))';
/** The values for `isShown`. */
export function shownValues(coderIds: ShownCoders): [SqlValue, SqlValue] {
  const list = coderIds ? JSON.stringify(coderIds) : null;
  return [list, list];
}

const countsOf = Object.fromEntries(
  memoSubjects.map((on) => [
    on,
    query(
      counted,
      `SELECT m.${on}_id AS id, count(*) AS memos FROM memos m WHERE m.${on}_id IS NOT NULL AND ${isShown} GROUP BY 1`,
    ),
  ]),
);
const excerptCounts = query(
  counted,
  `SELECT coalesce(m.excerpt_id, k.excerpt_id) AS id, count(*) AS memos FROM memos m LEFT JOIN codings k ON k.id = m.coding_id
   WHERE (m.excerpt_id IS NOT NULL OR m.coding_id IS NOT NULL) AND ${isShown} GROUP BY 1`,
);

/**
 * Returns how many memos there are on each thing of a sort that has some; of an excerpt also those on its codings. With
 * `coderIds`, memos of other coders are left out.
 */
export function countMemos(
  read: ReadHandle,
  on: MemoSubject,
  coderIds?: ShownCoders,
): { id: number; memos: number }[] {
  const counts = on === 'excerpt' ? excerptCounts : countsOf[on];
  return counts ? read.all(counts, ...shownValues(coderIds)) : [];
}
