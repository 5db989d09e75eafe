import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { Span } from '../../db/model/span.ts';
import { createLineWriter, type LineWriter } from './line-writer.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Place = { isBold: boolean; depth: number; noteStarts: number[] };

const blocks = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'table',
  'li',
  'tr',
  'div',
  'pre',
]);
const transparent = new Set(['thead', 'tbody', 'tfoot']);

/**
 * Turns the HTML that mammoth makes of a Word document into plain text with its bold heads. Paragraphs and `<br>`
 * end lines, tabs are kept, list items begin with `• ` or their number (two spaces deeper for each level), the cells
 * of a table row are separated by tabs, footnotes stand at the end under their numbers `[1]`, from the offset
 * `speechEnd` (UTF-16 units).
 */
export function toPlainText(html: string): { text: string; boldHeads: Span[]; speechEnd: number } {
  const writer = createLineWriter();
  const place: Place = { isBold: false, depth: 0, noteStarts: [] };
  writeNodes(parseFragment(html).childNodes, writer, place);
  return { ...writer.finish(), speechEnd: place.noteStarts[0] ?? writer.getPosition() };
}

/** Writes siblings, with a line end before each block but the first and after each block that is not the last. */
function writeNodes(nodes: readonly Node[], writer: LineWriter, place: Place): void {
  let previous: 'none' | 'block' | 'inline' = 'none';
  for (const node of nodes) {
    const kind =
      isElement(node) && (blocks.has(node.tagName) || transparent.has(node.tagName)) ? 'block' : 'inline';
    if (previous !== 'none' && (kind === 'block' || previous === 'block')) writer.newLine();
    writeNode(node, writer, place);
    previous = kind;
  }
}

function writeNode(node: Node, writer: LineWriter, place: Place): void {
  if ('value' in node) writer.write(toLineText(node), place.isBold);
  else if (isElement(node)) writeElement(node, writer, place);
}

function writeElement(element: Element, writer: LineWriter, place: Place): void {
  const { tagName, childNodes } = element;
  if (tagName === 'br') writer.newLine();
  else if (tagName === 'ul' || tagName === 'ol') writeList(element, writer, place);
  else if (tagName === 'tr') writeRow(childNodes, writer, place);
  else if (tagName === 'strong') writeNodes(childNodes, writer, { ...place, isBold: true });
  else if (!isBackLink(element)) writeNodes(childNodes, writer, place);
}

function writeList(list: Element, writer: LineWriter, place: Place): void {
  list.childNodes.filter(isElement).forEach((item, index) => {
    if (index > 0) writer.newLine();
    const isNote = /^(?:foot|end)note-/.test(findAttribute(item, 'id') ?? '');
    if (isNote) place.noteStarts.push(writer.getPosition());
    const mark = isNote ? `[${index + 1}]` : list.tagName === 'ol' ? `${index + 1}.` : '•';
    // A deeper list begins its first item on the line of the item around it when that one has no words.
    const isNested = item.childNodes[0] !== undefined && isList(item.childNodes[0]);
    if (!isNested) writer.write(`${'  '.repeat(place.depth)}${mark} `, false);
    writeNodes(item.childNodes, writer, { ...place, depth: place.depth + 1 });
  });
}

function writeRow(cells: readonly Node[], writer: LineWriter, place: Place): void {
  cells.filter(isElement).forEach((cell, index) => {
    if (index > 0) writer.write('\t', false);
    writeNodes(cell.childNodes, writer, place);
  });
}

/** A line end inside a run of Word is a space; a byte order mark is no text. */
function toLineText(node: DefaultTreeAdapterTypes.TextNode): string {
  const text = node.value.replace(/[\r\n]+/g, ' ').replaceAll('\uFEFF', '');
  return isFollowedByBackLink(node) ? text.trimEnd() : text;
}

function isFollowedByBackLink(node: DefaultTreeAdapterTypes.TextNode): boolean {
  const siblings = node.parentNode?.childNodes ?? [];
  const next = siblings[siblings.indexOf(node) + 1];
  return next !== undefined && isElement(next) && isBackLink(next);
}

/** The arrow that mammoth puts after a footnote, which leads back to its place and was not in the document. */
function isBackLink(element: Element): boolean {
  return element.tagName === 'a' && /^#(?:foot|end)note-ref-/.test(findAttribute(element, 'href') ?? '');
}

function isList(node: Node): boolean {
  return isElement(node) && (node.tagName === 'ul' || node.tagName === 'ol');
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function findAttribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}
