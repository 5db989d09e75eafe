import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrangeSiblings,
  type CodeNode,
  findKeyPlace,
  findMoveProblem,
  listAncestors,
  listBranch,
  listChildren,
  listOutermost,
  planMerge,
} from '../../../db/model/code-tree.ts';

const open = (id: number, parentId: number | null = null): CodeNode => ({ id, parentId, kind: 'open' });
const item: CodeNode = { id: 1, parentId: null, kind: 'activity' };
/** 1 is an item with 2 beneath it; 3 › 4 › 5 and 3 › 6, and 7, stand at the top. */
const codes = [item, open(2, 1), open(3), open(4, 3), open(5, 4), open(6, 3), open(7)];
const ids = (found: readonly CodeNode[]) => found.map(({ id }) => id);

describe('the tree of codes', () => {
  it('knows children in their order; only open codes stand at the top', () => {
    expect(ids(listChildren(codes, 3))).toEqual([4, 6]);
    expect(ids(listChildren(codes, 1))).toEqual([2]);
    expect(ids(listChildren(codes, null))).toEqual([3, 7]);
  });

  it('tells what a code stands beneath, from the outermost', () => {
    expect(ids(listAncestors(codes, 5))).toEqual([3, 4]);
    expect(ids(listAncestors(codes, 2))).toEqual([1]);
  });

  it('ends also where a file from elsewhere has a circle', () => {
    const circle = [open(1, 2), open(2, 1)];
    expect(ids(listAncestors(circle, 1))).toEqual([2]);
    expect([...listBranch(circle, [1])].sort()).toEqual([1, 2]);
  });

  it('gathers a branch, and leaves out what goes along with another', () => {
    expect([...listBranch(codes, [3])].sort()).toEqual([3, 4, 5, 6]);
    expect(ids(listOutermost(codes, [5, 3, 7]))).toEqual([3, 7]);
  });

  it('says why a code cannot stand somewhere', () => {
    expect(findMoveProblem(codes, [3], 5)).toBe('A code cannot stand beneath itself.');
    expect(findMoveProblem(codes, [3], 3)).toBe('A code cannot stand beneath itself.');
    expect(findMoveProblem(codes, [1], null)).toMatch('An item of the scheme keeps its place');
    expect(findMoveProblem(codes, [3], 99)).toBe('This code does not exist any more.');
    expect(findMoveProblem(codes, [3], 1)).toBeUndefined();
    expect(findMoveProblem(codes, [5], null)).toBeUndefined();
  });

  it('puts codes before a sibling, or behind all', () => {
    expect(arrangeSiblings(codes, [7], { parentId: 3, beforeId: 6 })).toEqual([4, 7, 6]);
    expect(arrangeSiblings(codes, [7], { parentId: 3, beforeId: null })).toEqual([4, 6, 7]);
    expect(arrangeSiblings(codes, [4], { parentId: 3, beforeId: 4 })).toEqual([4, 6]);
  });

  it('finds where a key leads', () => {
    expect(findKeyPlace(codes, 6, 'up')).toEqual({ parentId: 3, beforeId: 4 });
    expect(findKeyPlace(codes, 4, 'down')).toEqual({ parentId: 3, beforeId: null });
    expect(findKeyPlace(codes, 4, 'up')).toBeUndefined();
    expect(findKeyPlace(codes, 6, 'down')).toBeUndefined();
    expect(findKeyPlace(codes, 7, 'in')).toEqual({ parentId: 3, beforeId: null });
    expect(findKeyPlace(codes, 6, 'out')).toEqual({ parentId: null, beforeId: 7 });
    expect(findKeyPlace(codes, 2, 'out')).toEqual({ parentId: null, beforeId: null });
    expect(findKeyPlace(codes, 3, 'out')).toBeUndefined();
    expect(findKeyPlace(codes, 1, 'down')).toBeUndefined();
  });

  it('moves a target out before what it stood beneath is merged into it', () => {
    expect(planMerge(codes, [3], 5, 'target')).toEqual([
      { id: 5, parentId: null },
      { id: 4, parentId: 5 },
      { id: 6, parentId: 5 },
    ]);
  });

  it('leaves children where the merged code stood, when asked', () => {
    expect(planMerge(codes, [4], 7, 'parent')).toEqual([{ id: 5, parentId: 3 }]);
  });
});

type Action = { kind: 'move' | 'merge' | 'mergeUp'; ids: number[]; to: number };

const actions = fc.array(
  fc.record<Action>({
    kind: fc.constantFrom('move', 'merge', 'mergeUp'),
    ids: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }),
    to: fc.integer({ min: 0, max: 12 }),
  }),
  { maxLength: 25 },
);

/** Does what the database does with a plan. */
function act(tree: readonly CodeNode[], { kind, ids: chosen, to }: Action): CodeNode[] {
  const known = chosen.filter((id) =>
    tree.some((code) => code.id === id && code.kind === 'open' && id !== to),
  );
  if (known.length === 0 || (to !== 0 && !tree.some(({ id }) => id === to))) return [...tree];
  if (kind === 'move') {
    const parentId = to === 0 ? null : to;
    if (findMoveProblem(tree, known, parentId) !== undefined) return [...tree];
    const outermost = new Set(ids(listOutermost(tree, known)));
    return tree.map((code) => (outermost.has(code.id) ? { ...code, parentId } : code));
  }
  if (to === 0) return [...tree];
  const plan = new Map(
    planMerge(tree, known, to, kind === 'merge' ? 'target' : 'parent').map(({ id, parentId }) => [
      id,
      parentId,
    ]),
  );
  return tree
    .filter(({ id }) => !known.includes(id))
    .map((code) => (plan.has(code.id) ? { ...code, parentId: plan.get(code.id) ?? null } : code));
}

describe('random moves and merges', () => {
  it('never make a circle, and every code stays within reach', () => {
    fc.assert(
      fc.property(actions, (list) => {
        const start = [
          item,
          ...Array.from({ length: 11 }, (_, index) => open(index + 2, index % 3 === 0 ? null : index + 1)),
        ];
        let tree: CodeNode[] = start;
        for (const action of list) tree = act(tree, action);
        const roots = tree.filter(({ parentId }) => parentId === null).map(({ id }) => id);
        expect(listBranch(tree, roots).size).toBe(tree.length);
        expect(tree).toContainEqual(item);
      }),
      { numRuns: 400 },
    );
  });
});
