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
  const { openDialog, startAdding } = useCodeDesk.getState();

  /** The codes that a command on this row is for, in the order of the tree. */
  const listMeant = (item: ItemInstance<Branch>): Code[] => {
    const row = item.getItemData();
    if (row.kind !== 'code') return [];
    if (!item.isSelected()) return [row.code];
    return tree.getItems().flatMap((each) => {
      const data = each.getItemData();
      return each.isSelected() && data.kind === 'code' ? [data.code] : [];
    });
  };

  const remove = async (item: ItemInstance<Branch>, meant: readonly Code[]) => {
    const ids = meant.map(({ id }) => id);
    const gone = listBranch(codes, ids);
    const stays = (each: ItemInstance<Branch>) => {
      const row = each.getItemData();
      return row.kind !== 'code' || !gone.has(row.code.id);
    };
    const rows = tree.getItems();
    const at = item.getItemMeta().index;
    const next = rows.slice(at).find(stays) ?? rows.slice(0, at).findLast(stays);
    await deleteCodes(codes, ids);
    tree.setSelectedItems([]);
    next?.setFocused();
    tree.updateDomFocus();
  };

  const actions: Record<
    CodeCommand,
    (first: Code, meant: readonly Code[], item: ItemInstance<Branch>) => void
  > = {
    add: (first) => startAdding(first.id),
    rename: (_, __, item) => item.startRenaming(),
    colour: (_, meant) => openDialog({ kind: 'colour', ids: meant.map(toId) }),
    moveUnder: (_, meant) =>
      openDialog({ kind: 'moveUnder', ids: listOutermost(codes, meant.map(toId)).map(toId) }),
    merge: (_, meant) => openDialog({ kind: 'merge', ids: meant.map(toId) }),
    split: (first) => openDialog({ kind: 'split', id: first.id }),
    pin: (first) => onTogglePin(first.id),
    memos: (first) => useDesk.getState().showMemos({ on: 'code', id: first.id }),
    evidence: (_, meant) => showEvidenceOf(codes, meant, false),
    branchEvidence: (_, meant) => showEvidenceOf(codes, meant, true),
    delete: (_, meant, item) => void remove(item, meant),
  };
  const run = (command: CodeCommand, item: ItemInstance<Branch>): void => {
    const meant = listMeant(item);
    const [first] = meant;
    if (first && isOffered(command, meant)) actions[command](first, meant, item);
    // On a heading a new code has nothing to stand beneath.
    else if (!first && command === 'add') startAdding(null);
  };

  const onKeyDown = (event: KeyboardEvent, item: ItemInstance<Branch>): void => {
    const row = item.getItemData();
    const code = row.kind === 'code' ? row.code : undefined;
    const step = event.altKey && event.shiftKey ? steps[event.key] : undefined;
    const command = step ? undefined : findCodeCommand(event);
    if (step) {
      const place = code && findKeyPlace(codes, code.id, step);
      if (code && place) void moveCodes(codes, [code.id], place);
      else useCodeDesk.getState().say('It cannot go further that way.');
    } else if (command === 'rename') {
      // The tree hears F2 itself; a second beginning would lose the first letters.
      return;
    } else if (command) run(command, item);
    else if ((event.key === 'Enter' && !event.ctrlKey) || (event.key === ' ' && !event.ctrlKey)) {
      if (!code) toggle(item);
      else if (event.key === ' ' || !onApply(code)) onChoose(code.id);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return { listMeant, run, onKeyDown };
}

function toggle(item: ItemInstance<Branch>): void {
  if (item.isExpanded()) item.collapse();
  else item.expand();
}

const toId = ({ id }: { id: number }) => id;
