import { findNameOwner, titleOfCode } from '../../db/model/code-name.ts';
import { type ChildrenOfMerged, type CodePlace, listBranch } from '../../db/model/code-tree.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { getStudyApi } from '../api.ts';
import { useDesk } from '../state/desk.ts';
import { count } from '../widgets/count.ts';
import { runAction } from '../widgets/run-action.ts';
import { showUndoable } from '../widgets/undo-notice.tsx';
import { useCodeDesk } from './code-desk.ts';

/** What a researcher does to codes: each is one call, saved at once and undoable, and said in words. */

/** Makes an open code and shows it in the tree; returns its id. A name that is taken is told instead. */
export async function makeCode(
  codes: readonly Code[],
  name: string,
  parentId: number | null,
): Promise<number | undefined> {
  const { tellClash, showInTree, say } = useCodeDesk.getState();
  const owner = findNameOwner(codes, name);
  if (owner) {
    tellClash({ forId: null, name, ownerId: owner.id });
    return undefined;
  }
  const made = await runAction(() => getStudyApi().code.create({ name, parentId }));
  if (!made) return undefined;
  showInTree(made.id);
  say(`New code ${name}.`);
  return made.id;
}

/** Gives an open code another name; a name that is taken is told instead. */
export function renameCode(codes: readonly Code[], id: number, typed: string): void {
  const name = typed.trim();
  const code = codes.find((candidate) => candidate.id === id);
  if (!code || name === '' || name === code.name) return;
  const owner = findNameOwner(codes, name, id);
  const { tellClash, forgetClash } = useCodeDesk.getState();
  if (owner) tellClash({ forId: id, name, ownerId: owner.id });
  else {
    forgetClash();
    void runAction(() => getStudyApi().code.update({ id, name }));
  }
}

/** Moves codes to a place in the tree. */
export async function moveCodes(
  codes: readonly Code[],
  ids: readonly number[],
  place: CodePlace,
): Promise<void> {
  const { parentId, beforeId } = place;
  const done = await runAction(async () => {
    await getStudyApi().code.move({ ids: [...ids], parentId, beforeId });
    return true;
  });
  const [first] = ids;
  if (!done || first === undefined) return;
  const parent = codes.find(({ id }) => id === parentId);
  const { say, showInTree } = useCodeDesk.getState();
  say(`${nameCodes(codes, ids)} now under ${parent ? titleOfCode(parent) : 'Open codes'}.`);
  showInTree(first, parentId);
}

/** Merges codes into another one and shows that one. */
export async function mergeCodes(
  codes: readonly Code[],
  ids: readonly number[],
  intoId: number,
  children: ChildrenOfMerged = 'target',
): Promise<void> {
  const done = await runAction(async () => {
    await getStudyApi().code.merge({ ids: [...ids], intoId, children });
    return true;
  });
  if (!done) return;
  const { say, showInTree, forgetClash } = useCodeDesk.getState();
  forgetClash();
  say(`Merged ${nameCodes(codes, ids)} into ${nameCodes(codes, [intoId])}.`);
  showInTree(intoId);
  followMemos(ids, intoId);
}

/** Memos on a merged code are on the other one now: where they are shown, they stay in sight. */
function followMemos(ids: readonly number[], intoId: number): void {
  const { side, showMemos } = useDesk.getState();
  const about = side?.show === 'memos' ? side.about : undefined;
  if (about?.on === 'code' && ids.includes(about.id)) showMemos({ on: 'code', id: intoId });
}

/** Deletes codes with all that hangs on them, says how much that was, and offers to undo it. */
export async function deleteCodes(codes: readonly Code[], ids: readonly number[]): Promise<void> {
  const gone = await runAction(() => getStudyApi().code.delete({ ids: [...ids] }));
  if (!gone) return;
  const along = [
    ...(gone.subcodes > 0 ? [count(gone.subcodes, 'sub-code')] : []),
    ...(gone.codings > 0 ? [count(gone.codings, 'coding')] : []),
  ];
  const words = along.length === 0 ? '' : ` with ${along.join(' and ')}`;
  showUndoable(`Deleted ${quoteCodes(codes, ids)}${words}.`, gone.label);
}

/** Opens the excerpts of codes, with those of all codes beneath them or without. */
export function showEvidenceOf(
  codes: readonly Code[],
  shown: readonly Code[],
  withSubcodes: boolean,
  name?: string,
): void {
  const ids = shown.map(({ id }) => id);
  const codeIds = withSubcodes ? [...listBranch(codes, ids)] : ids;
  const title = `${name ?? nameCodes(codes, ids)}${codeIds.length > ids.length ? ' with sub-codes' : ''}`;
  useDesk.getState().showEvidence({ title, filter: { codeIds } });
}

/** Returns the name of one code in quotation marks, or how many there are. */
export function quoteCodes(codes: readonly Code[], ids: readonly number[]): string {
  return ids.length === 1 ? `“${nameCodes(codes, ids)}”` : nameCodes(codes, ids);
}

/** Returns the name of one code, or how many there are. */
function nameCodes(codes: readonly Code[], ids: readonly number[]): string {
  const code = codes.find(({ id }) => id === ids[0]);
  return ids.length === 1 && code ? titleOfCode(code) : count(ids.length, 'code');
}
