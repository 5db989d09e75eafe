import { findNameOwner, titleOfCode } from './model/code-name.ts';
import {
  arrangeSiblings,
  type CodePlace,
  findMoveProblem,
  listBranch,
  listOutermost,
} from './model/code-tree.ts';
import { integer, query, type ReadHandle, type WriteHandle } from './sql.ts';
import {
  type CodeChange,
  CodeError,
  deleteCode,
  getCode,
  insertOpenCode,
  listCodes,
  placeCode,
  updateCode,
} from './tables/codes.ts';

/** Changes of the tree of codes, each with what holds for the tree as a whole: names are told apart, no code beneath itself. */

const codingsOf = query(
  { count: integer },
  'SELECT count(*) AS count FROM codings WHERE code_id IN (SELECT value FROM json_each(?))',
);

/** Throws a sentence when another code has the name, with accents and case aside, or is the scheme item of that id. */
export function refuseTakenName(read: ReadHandle, name: string, exceptId?: number): void {
  const owner = findNameOwner(listCodes(read), name, exceptId);
  if (owner) throw new CodeError(`There is already a code “${titleOfCode(owner)}”. Choose another name.`);
}

/** Adds an open code beneath another code, or at the top, behind its siblings; returns its id. Throws when the name is taken. */
export function createCode(
  write: WriteHandle,
  code: { name: string; parentId: number | null; definition: string },
): number {
  refuseTakenName(write, code.name);
  if (code.parentId !== null) getCode(write, code.parentId);
  return insertOpenCode(write, code);
}

/** Changes what is given of a code. Throws when the new name is taken, or is that of a scheme item, which keeps its own. */
export function changeCode(write: WriteHandle, id: number, change: CodeChange): void {
  if (change.name !== undefined && change.name !== getCode(write, id).name) {
    refuseTakenName(write, change.name, id);
  }
  updateCode(write, id, change);
}

/**
 * Moves open codes, with all beneath them, to a place in the tree; they keep the order of `ids`. Those that stand beneath
 * another moved one go along with it. Throws a sentence when one is a scheme item or would stand beneath itself.
 */
export function moveCodes(write: WriteHandle, ids: readonly number[], place: CodePlace): void {
  const codes = listCodes(write);
  const problem = findMoveProblem(codes, ids, place.parentId);
  if (problem !== undefined) throw new CodeError(problem);
  const outermost = new Set(listOutermost(codes, ids).map(({ id }) => id));
  const moved = ids.filter((id) => outermost.has(id));
  const byId = new Map(codes.map((code) => [code.id, code]));
  const before = new Map(codes.map(({ id, position }) => [id, position]));
  arrangeSiblings(codes, moved, place).forEach((id, position) => {
    if (byId.get(id)?.parentId === place.parentId && before.get(id) === position) return;
    placeCode(write, id, place.parentId, position);
  });
}

/** What goes with codes that are deleted: codes, sub-codes included, and their codings. */
export type Deletion = { codes: number; subcodes: number; codings: number };

/** Returns what deleting the codes takes along. */
export function countDeletion(read: ReadHandle, ids: readonly number[]): Deletion {
  const branch = listBranch(listCodes(read), ids);
  const { count } = read.get(codingsOf, JSON.stringify([...branch]));
  return { codes: branch.size, subcodes: branch.size - new Set(ids).size, codings: count };
}

/**
 * Deletes open codes with all beneath them, their codings, memos and summaries, and the excerpts that nothing else rests
 * on. Throws a sentence when one is an item of the scheme.
 */
export function deleteCodes(write: WriteHandle, ids: readonly number[]): void {
  const codes = listCodes(write);
  if (codes.some(({ id, kind }) => kind !== 'open' && ids.includes(id))) {
    throw new CodeError('An item of the scheme stays in the study; only open codes are deleted.');
  }
  for (const { id } of listOutermost(codes, ids)) deleteCode(write, id);
}
