/** What the tree of codes needs to know of a code. Codes come in the order in which siblings stand. */
export type CodeNode = { id: number; parentId: number | null; kind: 'activity' | 'precondition' | 'open' };

/** Where codes are put: beneath a code (null: at the top of the open codes), before a sibling (null: behind all). */
export type CodePlace = { parentId: number | null; beforeId: number | null };

/** Returns the codes beneath a code, or the open codes at the top for null, in their order. */
export function listChildren<T extends CodeNode>(codes: readonly T[], parentId: number | null): T[] {
  return codes.filter((code) => code.parentId === parentId && (parentId !== null || code.kind === 'open'));
}

/** Returns what a code stands beneath, from the outermost to its parent. Ends at a code that was met before. */
export function listAncestors<T extends CodeNode>(codes: readonly T[], id: number): T[] {
  return climb(indexCodes(codes), id);
}

/** Returns for every code what it stands beneath, from the outermost to its parent. */
export function listAllAncestors<T extends CodeNode>(codes: readonly T[]): Map<number, T[]> {
  const byId = indexCodes(codes);
  return new Map(codes.map(({ id }) => [id, climb(byId, id)]));
}

const indexCodes = <T extends CodeNode>(codes: readonly T[]) => new Map(codes.map((code) => [code.id, code]));

function climb<T extends CodeNode>(byId: ReadonlyMap<number, T>, id: number): T[] {
  const met = new Set([id]);
  const way: T[] = [];
  let parent = byId.get(byId.get(id)?.parentId ?? 0);
  while (parent && !met.has(parent.id)) {
    met.add(parent.id);
    way.unshift(parent);
    parent = byId.get(parent.parentId ?? 0);
  }
  return way;
}

/** Returns the ids of the given codes and of all codes beneath them. */
export function listBranch(codes: readonly CodeNode[], ids: readonly number[]): Set<number> {
  const children = new Map<number, number[]>();
  for (const { id, parentId } of codes) {
    if (parentId === null) continue;
    const siblings = children.get(parentId);
    if (siblings) siblings.push(id);
    else children.set(parentId, [id]);
  }
  const branch = new Set<number>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (branch.has(id)) continue;
    branch.add(id);
    waiting.push(...(children.get(id) ?? []));
  }
  return branch;
}

/** Returns those of the codes that stand beneath no other of them: who moves or deletes them takes the rest along. */
export function listOutermost<T extends CodeNode>(codes: readonly T[], ids: readonly number[]): T[] {
  const chosen = new Set(ids);
  const byId = indexCodes(codes);
  return codes.filter(({ id }) => chosen.has(id) && !climb(byId, id).some((code) => chosen.has(code.id)));
}

/** Returns why the codes cannot stand beneath `parentId`, in a sentence, or undefined when they can. */
export function findMoveProblem(
  codes: readonly CodeNode[],
  ids: readonly number[],
  parentId: number | null,
): string | undefined {
  const byId = indexCodes(codes);
  if (ids.some((id) => !byId.has(id)) || (parentId !== null && !byId.has(parentId)))
    return 'This code does not exist any more.';
  if (ids.some((id) => byId.get(id)?.kind !== 'open'))
    return 'An item of the scheme keeps its place; only open codes are moved.';
  if (parentId === null) return undefined;
  const above = new Set([parentId, ...climb(byId, parentId).map(({ id }) => id)]);
  return ids.some((id) => above.has(id)) ? 'A code cannot stand beneath itself.' : undefined;
}

/** Returns the ids of the new siblings in their order, once the codes stand at the place. */
export function arrangeSiblings(
  codes: readonly CodeNode[],
  ids: readonly number[],
  { parentId, beforeId }: CodePlace,
): number[] {
  const moved = new Set(ids);
  const siblings = listChildren(codes, parentId).map(({ id }) => id);
  const stays = (id: number) => !moved.has(id);
  const found = beforeId === null ? -1 : siblings.indexOf(beforeId);
  const at = found < 0 ? siblings.length : found;
  return [...siblings.slice(0, at).filter(stays), ...ids, ...siblings.slice(at).filter(stays)];
}

export type StepInTree = 'up' | 'down' | 'in' | 'out';

/**
 * Returns where a key moves an open code: before or behind its neighbour, into the sibling above, or out of its parent
 * and behind it. Undefined when it cannot go further.
 */
export function findKeyPlace(
  codes: readonly CodeNode[],
  id: number,
  step: StepInTree,
): CodePlace | undefined {
  const code = codes.find((candidate) => candidate.id === id);
  if (code?.kind !== 'open') return undefined;
  const siblings = listChildren(codes, code.parentId);
  const index = siblings.findIndex((sibling) => sibling.id === id);
  const above = siblings[index - 1];
  if (step === 'in') return above && { parentId: above.id, beforeId: null };
  if (step === 'up') return above && { parentId: code.parentId, beforeId: above.id };
  if (step === 'down') {
    if (index === siblings.length - 1) return undefined;
    return { parentId: code.parentId, beforeId: siblings[index + 2]?.id ?? null };
  }
  const parent = codes.find((candidate) => candidate.id === code.parentId);
  // Out of a scheme item leads to the top of the open codes, for nothing stands beside the items.
  if (!parent) return undefined;
  if (parent.kind !== 'open') return { parentId: null, beforeId: null };
  const uncles = listChildren(codes, parent.parentId);
  return {
    parentId: parent.parentId,
    beforeId: uncles[uncles.findIndex((uncle) => uncle.id === parent.id) + 1]?.id ?? null,
  };
}

/** Where the codes beneath a merged code go: beneath the code it becomes, or up to where the merged code stood. */
export const childrenOfMerged = ['target', 'parent'] as const;
export type ChildrenOfMerged = (typeof childrenOfMerged)[number];

/**
 * Returns the new parents that merging the codes into another one asks for, so that nothing is lost with the merged
 * codes and no code comes to stand beneath itself: a target that stood beneath a merged code moves out first.
 */
export function planMerge(
  codes: readonly CodeNode[],
  ids: readonly number[],
  intoId: number,
  children: ChildrenOfMerged,
): { id: number; parentId: number | null }[] {
  const byId = indexCodes(codes);
  const merged = new Set(ids.filter((id) => id !== intoId));
  const keptAbove = (id: number) => climb(byId, id).findLast((code) => !merged.has(code.id))?.id ?? null;
  const outermost = climb(byId, intoId).find(({ id }) => merged.has(id));
  const moves = outermost ? [{ id: intoId, parentId: outermost.parentId }] : [];
  for (const code of codes) {
    if (code.id === intoId || merged.has(code.id) || !merged.has(code.parentId ?? 0)) continue;
    moves.push({ id: code.id, parentId: children === 'target' ? intoId : keptAbove(code.id) });
  }
  return moves;
}
