import type { TreeInstance } from '@headless-tree/core';
import { useEffect, useRef } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { type Branch, listRowsAbove, openCodesId, toCodeRowId } from './code-branches.ts';
import { useCodeDesk } from './code-desk.ts';

/**
 * Opens what a wanted code stands beneath and gives it the focus, as soon as it is there: a code that was just made or
 * moved comes back from the study a little later.
 */
export function useWantedCode(
  tree: TreeInstance<Branch>,
  codes: readonly Code[],
  branches: ReadonlyMap<string, Branch>,
  setOpened: (toNext: (opened: string[]) => string[]) => void,
): void {
  const wanted = useCodeDesk((desk) => desk.wanted);
  const opened = useRef<unknown>(null);
  const focused = useRef<unknown>(useCodeDesk.getState().wanted);

  useEffect(() => {
    if (!wanted || opened.current === wanted || focused.current === wanted) return;
    const { codeId, parentId } = wanted;
    if (!codes.some(({ id }) => id === codeId)) return;
    opened.current = wanted;
    setOpened((rows) => [...new Set([...rows, ...listRowsToOpen(codes, codeId, parentId)])]);
  }, [wanted, codes, setOpened]);

  // After every render, since the rows change later than the codes.
  useEffect(() => {
    if (!wanted || focused.current === wanted) return;
    const rowId = toCodeRowId(wanted.codeId);
    if (!branches.has(rowId)) return;
    const item = tree.getItems().find((candidate) => candidate.getId() === rowId);
    if (!item || (wanted.parentId !== undefined && item.getItemMeta().parentId !== rowOf(wanted.parentId)))
      return;
    focused.current = wanted;
    item.setFocused();
    tree.setSelectedItems([rowId]);
    // A row that was moved may still have the focus; taking it once more would come too late for the next key.
    if (item.getElement() !== document.activeElement) tree.updateDomFocus();
  });
}

const rowOf = (parentId: number | null) => (parentId === null ? openCodesId : toCodeRowId(parentId));

function listRowsToOpen(
  codes: readonly Code[],
  codeId: number,
  parentId: number | null | undefined,
): string[] {
  if (parentId === undefined) return listRowsAbove(codes, codeId);
  return parentId === null ? [openCodesId] : [...listRowsAbove(codes, parentId), toCodeRowId(parentId)];
}
