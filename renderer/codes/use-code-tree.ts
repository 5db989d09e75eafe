import {
  hotkeysCoreFeature,
  renamingFeature,
  syncDataLoaderFeature,
  type TreeInstance,
} from '@headless-tree/core';
import { useTree } from '@headless-tree/react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Branch, openCodesId, rootId } from './code-branches.ts';

type Options = {
  branches: ReadonlyMap<string, Branch>;
  /** With a filter everything is open, because what is left was searched for. */
  isFiltered: boolean;
  onRename: (codeId: number, name: string) => void;
  scrollTo: (index: number) => void;
};

const missing: Branch = { kind: 'heading', name: '', colour: null, codings: 0, children: [] };

/** The code tree's keys, focus and open branches; rows are read anew whenever the codes change. */
export function useCodeTree({ branches, isFiltered, onRename, scrollTo }: Options): TreeInstance<Branch> {
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
      if (row.kind === 'code' && name.trim() !== '' && name !== row.name) onRename(row.code.id, name);
    },
    scrollToItem: (item) => scrollTo(item.getItemMeta().index),
    features: [syncDataLoaderFeature, hotkeysCoreFeature, renamingFeature],
  });
  const shown = useRef<unknown>(null);
  useLayoutEffect(() => {
    if (shown.current === branches) return;
    shown.current = branches;
    tree.rebuildTree();
  }, [tree, branches]);
  return tree;
}

const listFolders = (branches: ReadonlyMap<string, Branch>) =>
  [...branches].filter(([, { children }]) => children.length > 0).map(([id]) => id);
