import { type CodePlace, findMoveProblem, listChildren } from '../../db/model/code-tree.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { type Branch, openCodesId } from './code-branches.ts';

/** Where on a row something is about to be dropped. */
export type DropZone = 'before' | 'into' | 'behind';

/** Returns the zone of a row that a pointer is over; `y` is its distance from the top of the row, in pixels. */
export function findZone(row: Branch, y: number, height: number): DropZone {
  // Items of the scheme keep their order among themselves; a code can only be put beneath one.
  if (row.kind !== 'code' || row.code.kind !== 'open') return 'into';
  if (y < height * 0.3) return 'before';
  return y > height * 0.7 ? 'behind' : 'into';
}

/**
 * Returns the place in the tree that a zone of a row stands for, or undefined where the dragged codes cannot go. Behind a
 * row whose children are shown means before the first of them, since that is where the line is drawn.
 */
export function findDropPlace(
  codes: readonly Code[],
  dragged: readonly number[],
  target: { rowId: string; row: Branch; zone: DropZone; isExpanded: boolean },
): CodePlace | undefined {
  const place = toPlace(codes, target);
  if (!place || dragged.length === 0) return undefined;
  return findMoveProblem(codes, dragged, place.parentId) === undefined ? place : undefined;
}

function toPlace(
  codes: readonly Code[],
  { rowId, row, zone, isExpanded }: { rowId: string; row: Branch; zone: DropZone; isExpanded: boolean },
): CodePlace | undefined {
  if (row.kind !== 'code') return rowId === openCodesId ? { parentId: null, beforeId: null } : undefined;
  const { id, parentId } = row.code;
  if (zone === 'into') return { parentId: id, beforeId: null };
  if (zone === 'before') return { parentId, beforeId: id };
  const firstChild = listChildren(codes, id)[0];
  if (isExpanded && firstChild) return { parentId: id, beforeId: firstChild.id };
  const siblings = listChildren(codes, parentId);
  return { parentId, beforeId: siblings[siblings.findIndex((code) => code.id === id) + 1]?.id ?? null };
}
