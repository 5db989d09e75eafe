import { $insertList, $isListItemNode, $removeList, ListNode } from '@lexical/list';
import { $createHeadingNode, $isHeadingNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $getNearestNodeOfType } from '@lexical/utils';
import {
  $createParagraphNode,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
} from 'lexical';

export const blockForms = ['paragraph', 'h1', 'h2', 'h3', 'bullet', 'number'] as const;
/** What a paragraph of a memo is shown as. */
export type BlockForm = (typeof blockForms)[number];

/** Returns the form of the block at the caret. Only inside a read or an update of the editor. */
export function $findBlockForm(): BlockForm {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return 'paragraph';
  const node = selection.anchor.getNode();
  const list = $getNearestNodeOfType(node, ListNode);
  if (list) return list.getListType() === 'number' ? 'number' : 'bullet';
  const block = node.getTopLevelElement();
  const tag = $isHeadingNode(block) ? block.getTag() : 'paragraph';
  return blockForms.find((form) => form === tag) ?? 'paragraph';
}

/** Gives the selected blocks a form; the form they have already makes them paragraphs again. Only inside an update. */
export function $setBlockForm(form: BlockForm): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const wanted = $findBlockForm() === form ? 'paragraph' : form;
  const isInList = $getNearestNodeOfType(selection.anchor.getNode(), ListNode) !== null;
  if (wanted === 'bullet' || wanted === 'number') {
    $insertList(wanted);
    return;
  }
  if (isInList) $removeList();
  $setBlocksType($getSelection(), () =>
    wanted === 'paragraph' ? $createParagraphNode() : $createHeadingNode(wanted),
  );
}

const marks: Record<string, BlockForm> = {
  '#': 'h1',
  '##': 'h2',
  '###': 'h3',
  '-': 'bullet',
  '*': 'bullet',
  '1.': 'number',
};

/** Returns the form that a mark at the start of a paragraph stands for, such as `#`. */
export function findMarkedForm(mark: string): BlockForm | undefined {
  return Object.hasOwn(marks, mark) ? marks[mark] : undefined;
}

/**
 * Gives a paragraph the form whose mark was typed at its very start, when a space follows it; returns whether it did. Only
 * inside an update.
 */
export function $applyMark(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const node = selection.anchor.getNode();
  const block = node.getParent();
  if (!$isTextNode(node) || !$isParagraphNode(block) || !node.is(block.getFirstChild())) return false;
  const form = findMarkedForm(node.getTextContent().slice(0, selection.anchor.offset));
  if (!form) return false;
  selection.setTextNodeRange(node, 0, node, selection.anchor.offset);
  selection.removeText();
  $setBlockForm(form);
  return true;
}

/** Whether the caret stands in an item of a list, which Tab indents. Only inside a read or an update. */
export function $isInList(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const node = selection.anchor.getNode();
  return $isListItemNode(node) || node.getParents().some($isListItemNode);
}
