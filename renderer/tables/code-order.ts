import type { Code } from '../../electron/ipc/contract/codes.ts';

/** A code with its level beneath the codes above it, and the pipeline or stage it stands in, of which kind. */
export type OrderedCode = { code: Code; level: number; group: string; kind: Code['kind'] };

/**
 * Returns the codes in the order of the tree: activities by pipeline, preconditions by stage, open codes; each is followed by
 * its sub-codes.
 */
export function orderCodes(codes: readonly Code[]): OrderedCode[] {
  const known = new Set(codes.map(({ id }) => id));
  const isChild = ({ parentId }: Code) => parentId !== null && known.has(parentId);
  const childrenOf = Map.groupBy(codes.filter(isChild), ({ parentId }) => parentId);
  const withChildren = (code: Code, place: Omit<OrderedCode, 'code'>): OrderedCode[] => [
    { code, ...place },
    ...(childrenOf.get(code.id) ?? []).flatMap((child) =>
      withChildren(child, { ...place, level: place.level + 1 }),
    ),
  ];
  const ofKind = (kind: Code['kind']) => codes.filter((code) => code.kind === kind && !isChild(code));
  return [
    ...ofKind('activity').toSorted(byGroup),
    ...ofKind('precondition').toSorted(byGroup),
    ...ofKind('open'),
  ].flatMap((code) => withChildren(code, { level: 0, group: nameOfGroup(code), kind: code.kind }));
}

const byGroup = (left: Code, right: Code) => (left.groupIndex ?? 0) - (right.groupIndex ?? 0);

function nameOfGroup({ kind, group, groupIndex }: Code): string {
  if (kind === 'open') return 'Open codes';
  return kind === 'precondition' ? `Stage ${groupIndex ?? 0}: ${group ?? ''}` : (group ?? '');
}

/** Returns the ids of a code and of all codes beneath it. */
export function listWithSubCodes(codes: readonly Code[], id: number): number[] {
  const children = codes.filter(({ parentId }) => parentId === id);
  return [id, ...children.flatMap((child) => listWithSubCodes(codes, child.id))];
}
