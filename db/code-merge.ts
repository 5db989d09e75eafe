import { newGuid } from './guid.ts';
import { type ChildrenOfMerged, listChildren, listOutermost, planMerge } from './model/code-tree.ts';
import { followMergedCode } from './saved-queries.ts';
import { integer, query, type WriteHandle } from './sql.ts';
import {
  CodeError,
  type CodeRow,
  deleteCode,
  getCode,
  listCodes,
  placeCode,
  updateCode,
} from './tables/codes.ts';
import { absorbCoding } from './tables/coding-twins.ts';

/** Codings that go from one code to another: merging codes, splitting a code. */

/** The codings of one code that meet one of the other code, by the same coder on the same excerpt. */
const twins = query(
  { id: integer, twinId: integer },
  `SELECT kept.id, twin.id AS twinId FROM codings twin JOIN codings kept
     ON kept.excerpt_id = twin.excerpt_id AND kept.coder_id = twin.coder_id AND kept.code_id = ?
   WHERE twin.code_id = ? AND twin.id IN (SELECT value FROM json_each(?))`,
);
const codingsOf = query({ id: integer }, 'SELECT id FROM codings WHERE code_id = ?');

/**
 * Merges codes into another one: codings, memos, summaries and definitions go over, saved queries ask for it, and the merged
 * codes go. Only open codes can be merged away; throws a sentence otherwise.
 */
export function mergeCodes(
  write: WriteHandle,
  ids: readonly number[],
  intoId: number,
  children: ChildrenOfMerged,
): void {
  const codes = listCodes(write);
  const merged = codes.filter(({ id }) => ids.includes(id) && id !== intoId);
  if (merged.length === 0) throw new CodeError('Choose another code to merge into.');
  if (merged.some(({ kind }) => kind !== 'open'))
    throw new CodeError(
      'An item of the scheme stays in the study; only open codes are merged into another code.',
    );
  getCode(write, intoId);
  moveChildren(write, codes, planMerge(codes, ids, intoId, children));
  for (const code of merged) {
    moveCodings(write, code.id, intoId, write.all(codingsOf, code.id).map(toId));
    write.run('UPDATE memos SET code_id = ? WHERE code_id = ?', intoId, code.id);
    moveSummaries(write, code.id, intoId);
    followMergedCode(write, code.id, intoId);
    keepDefinition(write, code, getCode(write, intoId));
  }
  // Only now: a merged code may stand beneath another one, and would go with it before its codings have moved.
  for (const { id } of listOutermost(listCodes(write), merged.map(toId))) deleteCode(write, id);
}

const toId = ({ id }: { id: number }) => id;

function moveChildren(
  write: WriteHandle,
  codes: readonly CodeRow[],
  moves: readonly { id: number; parentId: number | null }[],
): void {
  const last = new Map<number | null, number>();
  for (const { id, parentId } of moves) {
    const known = last.get(parentId) ?? Math.max(-1, ...listChildren(codes, parentId).map(toPosition));
    last.set(parentId, known + 1);
    placeCode(write, id, parentId, known + 1);
  }
}

const toPosition = ({ position }: CodeRow) => position;

/**
 * Gives codings of one code to another. Where the same coder has both on one excerpt they become one, which keeps the
 * comments and memos of both; a status that only one of them states is kept.
 */
export function moveCodings(
  write: WriteHandle,
  fromId: number,
  toId: number,
  codingIds: readonly number[],
): void {
  const moved = JSON.stringify(codingIds);
  for (const { id, twinId } of write.all(twins, toId, fromId, moved)) {
    absorbCoding(write, id, twinId);
  }
  write.run(
    'UPDATE codings SET code_id = ? WHERE code_id = ? AND id IN (SELECT value FROM json_each(?))',
    toId,
    fromId,
    moved,
  );
}

/** A company's summaries under both codes become one text, one after the other. */
function moveSummaries(write: WriteHandle, fromId: number, toId: number): void {
  write.run(
    `UPDATE summaries SET text = summaries.text || char(10) || char(10) || other.text, changed_at = ? FROM summaries other
     WHERE summaries.code_id = ? AND other.code_id = ? AND other.company_id = summaries.company_id
       AND instr(summaries.text, other.text) = 0`,
    new Date().toISOString(),
    toId,
    fromId,
  );
  write.run('UPDATE OR IGNORE summaries SET code_id = ? WHERE code_id = ?', toId, fromId);
  write.run('DELETE FROM summaries WHERE code_id = ?', fromId);
}

/** What was written of the merged code is kept; the definition of a scheme item is not written, so it becomes its use. */
function keepDefinition(write: WriteHandle, from: CodeRow, into: CodeRow): void {
  const isOpen = into.kind === 'open';
  updateCode(write, into.id, {
    ...(isOpen ? { definition: join(into.definition, from.definition) } : {}),
    whenToUse: join(isOpen ? into.whenToUse : join(into.whenToUse, from.definition), from.whenToUse),
    whenNotToUse: join(into.whenNotToUse, from.whenNotToUse),
    anchorExample: join(into.anchorExample, from.anchorExample),
  });
  if (into.anchorExcerptId === null && from.anchorExcerptId !== null)
    write.run('UPDATE codes SET anchor_excerpt_id = ? WHERE id = ?', from.anchorExcerptId, into.id);
}

const join = (kept: string, added: string) =>
  kept.includes(added) ? kept : [kept, added].filter((text) => text !== '').join('\n\n');

/**
 * Puts codings of a code under another one: moved there, or copied, which leaves them under both. Memos on a coding go
 * with it when it moves and stay where they are when it is copied. Throws when both codes are the same.
 */
export function splitCode(
  write: WriteHandle,
  split: { id: number; codingIds: readonly number[]; toId: number; isCopy: boolean },
): void {
  const { id, codingIds, toId, isCopy } = split;
  if (id === toId) throw new CodeError('Choose another code than the one that is split.');
  getCode(write, id);
  getCode(write, toId);
  if (isCopy) copyCodings(write, id, toId, codingIds);
  else moveCodings(write, id, toId, codingIds);
}

function copyCodings(write: WriteHandle, fromId: number, toId: number, codingIds: readonly number[]): void {
  const met = new Set(write.all(twins, toId, fromId, JSON.stringify(codingIds)).map(({ twinId }) => twinId));
  for (const codingId of codingIds) {
    if (met.has(codingId)) continue;
    write.run(
      `INSERT INTO codings (guid, excerpt_id, code_id, coder_id, status, evidence, comment, created_at)
       SELECT ?, excerpt_id, ?, coder_id, status, evidence, comment, created_at FROM codings WHERE id = ? AND code_id = ?`,
      newGuid(),
      toId,
      codingId,
      fromId,
    );
  }
}
