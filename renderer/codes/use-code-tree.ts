import {
  hotkeysCoreFeature,
  renamingFeature,
  selectionFeature,
  syncDataLoaderFeature,
  type TreeInstance,
} from '@headless-tree/core';
import { useTree } from '@headless-tree/react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { type Branch, openCodesId, rootId } from './code-branches.ts';
import { useWantedCode } from './use-wanted-code.ts';

type Options = {
  codes: readonly Code[];
  branches: ReadonlyMap<string, Branch>;
  /** With a filter everything is open, because what is left was searched for. */
  isFiltered: boolean;
  onRename: (codeId: number, name: string) => void;
  scrollTo: (index: number) => void;
};

const missing: Branch = {
  kind: 'heading',
  name: '',
  colour: null,
  countKey: '',
  members: [],
  children: [],
};

/** The code tree's keys, focus, selection and open branches; rows are read anew whenever the codes change. */
export function useCodeTree({
  codes,
  branches,
  isFiltered,
  onRename,
  scrollTo,
}: Options): TreeInstance<Branch> {
  // The same list until the codes change: the tree compares by identity, and a new one with every render never ends.
  const allFolders = useMemo(() => listFolders(branches), [branches]);
  const [opened, setOpened] = useState(['heading:pipelines', 'heading:stages', openCodesId]);
  const rows = useRef(branches);
  rows.current = branches;
  const tree = useTree<Branch>({
    rootItemId: rootId,
    state: { expandedItems: isFiltered ? allFolders : opened },
    setExpandedItems: (next) => setOpened(next),
    getItemName: (item) => item.getItemData().name,
    isItemFolder: (item) => item.getItemData().kind !== 'code' || item.getItemData().children.length > 0,
    dataLoader: {
      getItem: (id) => rows.current.get(id) ?? missing,
      getChildren: (id) => rows.current.get(id)?.children ?? [],
    },
    canRename: (item) => {
      const row = item.getItemData();
      return row.kind === 'code' && row.code.kind === 'open';
    },
    onRename: (item, name) => {
      const row = item.getItemData();
      if (row.kind === 'code') onRename(row.code.id, name);
    },
    scrollToItem: (item) => scrollTo(item.getItemMeta().index),
    features: [syncDataLoaderFeature, hotkeysCoreFeature, selectionFeature, renamingFeature],
  });
  const shown = useRef<unknown>(null);
  useLayoutEffect(() => {
    if (shown.current === branches) return;
    shown.current = branches;
    tree.rebuildTree();
  }, [tree, branches]);
  useWantedCode(tree, codes, branches, setOpened);
  return tree;
}

/** Returns the ids of all rows that can be opened. */
export const listFolders = (branches: ReadonlyMap<string, Branch>) =>
  [...branches].filter(([, { children }]) => children.length > 0).map(([id]) => id);
