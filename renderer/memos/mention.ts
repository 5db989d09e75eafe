import { $getSelection, $isRangeSelection, $isTextNode, type TextNode } from 'lexical';

/** How long what is typed after `@` may be before it is a text like any other. */
const longestQuery = 60;

/**
 * Returns where in the text before the caret an `@` begins a search for an excerpt, and the words after it; undefined when
 * there is none. The `@` of an address has a letter before it and begins nothing.
 */
export function findMention(before: string): { start: number; query: string } | undefined {
  const start = before.lastIndexOf('@');
  if (start < 0) return undefined;
  const query = before.slice(start + 1);
  const isStart = start === 0 || /[\s([{“"'‘–—-]/.test(before.charAt(start - 1));
  if (!isStart || query.startsWith(' ') || query.length > longestQuery) return undefined;
  return { start, query };
}

/** A search that was begun in the text of a memo. */
export type Mention = { key: string; start: number; query: string };

/** Returns the search at the caret. Only inside a read or an update of the editor. */
export function $findMention(): Mention | undefined {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return undefined;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node)) return undefined;
  const found = findMention(node.getTextContent().slice(0, selection.anchor.offset));
  return found && { key: node.getKey(), ...found };
}

/** Returns the piece of text that holds the `@` and the words after it, cut out of its surroundings. */
export function $cutMention({ start, query }: Mention, node: TextNode): TextNode | undefined {
  const end = start + 1 + query.length;
  const parts = start === 0 ? node.splitText(end) : node.splitText(start, end);
  return parts[start === 0 ? 0 : 1];
}
