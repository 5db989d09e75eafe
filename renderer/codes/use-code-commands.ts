import type { ItemInstance, TreeInstance } from '@headless-tree/core';
import type { KeyboardEvent } from 'react';
import { findKeyPlace, listBranch, listOutermost, type StepInTree } from '../../db/model/code-tree.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { useDesk } from '../state/desk.ts';
import { deleteCodes, moveCodes, showEvidenceOf } from './code-actions.ts';
import type { Branch } from './code-branches.ts';
import { type CodeCommand, findCodeCommand, isOffered } from './code-commands.ts';
import { useCodeDesk } from './code-desk.ts';

type Options = {
  tree: TreeInstance<Branch>;
  codes: readonly Code[];
  onChoose: (codeId: number) => void;
  /** Puts the code on what is selected in the text; false when nothing is. */
  onApply: (code: Code) => boolean;
  onTogglePin: (codeId: number) => void;
};

const steps: Record<string, StepInTree> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

export type CodeCommands = ReturnType<typeof useCodeCommands>;

/** What keys and the menu of a row do: to the row alone, or to all selected codes when the row is one of them. */
export function useCodeCommands({ tree, codes, onChoose, onApply, onTogglePin }: Options) {
  const actions = listActions(tree, codes, onTogglePin);
  const run = (command: CodeCommand, item: ItemInstance<Branch>): void => {
    const meant = listMeant(item);
    const [first] = meant;
    if (first && isOffered(command, meant)) actions[command](meant, item, first);
    // On a heading a new code has nothing to stand beneath.
    else if (!first && command === 'add') useCodeDesk.getState().startAdding(null);
  };
  const enter = (code: Code | undefined, item: ItemInstance<Branch>, isOnlyChoosing: boolean) => {
    if (!code) toggle(item);
    else if (isOnlyChoosing || !onApply(code)) onChoose(code.id);
  };

  const onKeyDown = (event: KeyboardEvent, item: ItemInstance<Branch>): void => {
    const row = item.getItemData();
    const code = row.kind === 'code' ? row.code : undefined;
    const step = event.altKey && event.shiftKey ? steps[event.key] : undefined;
    const command = step ? undefined : findCodeCommand(event);
    // The tree hears F2 itself; a second beginning would lose the first letters.
    if (command === 'rename') return;
    if (step) moveByKey(codes, code, step);
    else if (command) run(command, item);
    else if (!event.ctrlKey && (event.key === 'Enter' || event.key === ' '))
      enter(code, item, event.key === ' ');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { run, onKeyDown };
}

/** Returns the codes that a command on this row is for, in the order of the tree. */
export function listMeant(item: ItemInstance<Branch>): Code[] {
  const row = item.getItemData();
  if (row.kind !== 'code') return [];
  if (!item.isSelected()) return [row.code];
  return item
    .getTree()
    .getItems()
    .flatMap((each) => {
      const data = each.getItemData();
      return each.isSelected() && data.kind === 'code' ? [data.code] : [];
    });
}

type Action = (meant: readonly Code[], item: ItemInstance<Branch>, first: Code) => void;

function listActions(
  tree: TreeInstance<Branch>,
  codes: readonly Code[],
  onTogglePin: (codeId: number) => void,
): Record<CodeCommand, Action> {
  const { openDialog, startAdding } = useCodeDesk.getState();
  return {
    add: (_, __, { id }) => startAdding(id),
    rename: (_, item) => item.startRenaming(),
    colour: (meant) => openDialog({ kind: 'colour', ids: meant.map(toId) }),
    moveUnder: (meant) =>
      openDialog({ kind: 'moveUnder', ids: listOutermost(codes, meant.map(toId)).map(toId) }),
    merge: (meant) => openDialog({ kind: 'merge', ids: meant.map(toId) }),
    split: (_, __, { id }) => openDialog({ kind: 'split', id }),
    pin: (_, __, { id }) => onTogglePin(id),
    memos: (_, __, { id }) => useDesk.getState().showMemos({ on: 'code', id }),
    evidence: (meant) => showEvidenceOf(codes, meant, false),
    branchEvidence: (meant) => showEvidenceOf(codes, meant, true),
    delete: (meant, item) => void remove(tree, codes, meant, item),
  };
}

/** Deletes codes, and gives the focus to the row that then stands in their place. */
async function remove(
  tree: TreeInstance<Branch>,
  codes: readonly Code[],
  meant: readonly Code[],
  item: ItemInstance<Branch>,
): Promise<void> {
  const gone = listBranch(codes, meant.map(toId));
  const stays = (each: ItemInstance<Branch>) => {
    const row = each.getItemData();
    return row.kind !== 'code' || !gone.has(row.code.id);
  };
  const rows = tree.getItems();
  const at = item.getItemMeta().index;
  const next = rows.slice(at).find(stays) ?? rows.slice(0, at).findLast(stays);
  await deleteCodes(codes, meant.map(toId));
  tree.setSelectedItems([]);
  next?.setFocused();
  tree.updateDomFocus();
}

function moveByKey(codes: readonly Code[], code: Code | undefined, step: StepInTree): void {
  const place = code && findKeyPlace(codes, code.id, step);
  if (code && place) void moveCodes(codes, [code.id], place);
  else useCodeDesk.getState().say('It cannot go further that way.');
}

function toggle(item: ItemInstance<Branch>): void {
  if (item.isExpanded()) item.collapse();
  else item.expand();
}

const toId = ({ id }: { id: number }) => id;
