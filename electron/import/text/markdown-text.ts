import type { fromMarkdown } from 'mdast-util-from-markdown';
import { createLineWriter, type LineWriter } from '../documents/line-writer.ts';

export type MarkdownTree = ReturnType<typeof fromMarkdown>;
type Nodes = MarkdownTree | MarkdownTree['children'][number];
type Parents = Extract<Nodes, { children: unknown[] }>;
type List = Extract<Nodes, { type: 'list' }>;
type Paragraph = Extract<Nodes, { type: 'paragraph' }>;

// Tags of HTML are marks; anything else between angle brackets, such as <laughs>, is the transcriber's remark.
const htmlTag =
  /<\/?(?:a|b|big|center|code|div|em|font|hr|i|img|p|small|span|strong|sub|sup|u)(?:\s[^<>]*)?\/?>/gi;
const htmlComment = /<!--[\s\S]*?-->/g;
const htmlLineEnd = /<br\s*\/?>\n?/gi;

/**
 * Writes a Markdown tree as plain text: marks and the addresses of links are left out, blocks
 * end with a line end and keep one blank line between them where the source has any, list items begin with `• ` or
 * their number, the cells of a table row are separated by tabs.
 */
export function writeMarkdown(root: MarkdownTree, writer: LineWriter): void {
  writeBlocks(root, writer, '');
}

function writeBlocks(parent: Parents, writer: LineWriter, indent: string): void {
  let previous: Nodes | undefined;
  for (const block of parent.children) {
    // A rule is a mark, but the blank line around it is kept.
    if (block.type === 'thematicBreak') continue;
    if (previous !== undefined) {
      writer.newLine();
      if (isBlankBetween(previous, block)) writer.newLine();
      writer.write(indent, false);
    }
    writeBlock(block, writer, indent);
    previous = block;
  }
}

function isBlankBetween(previous: Nodes, next: Nodes): boolean {
  return (next.position?.start.line ?? 0) - (previous.position?.end.line ?? 0) > 1;
}

function writeBlock(block: Nodes, writer: LineWriter, indent: string): void {
  if (block.type === 'list') writeList(block, writer, indent);
  else if (block.type === 'paragraph') writeParagraph(block, writer);
  else if (block.type === 'heading') writeInline(block.children, writer, false);
  else if (block.type === 'blockquote' || block.type === 'listItem') writeBlocks(block, writer, indent);
  else writeInline([block], writer, false);
}

function writeList(list: List, writer: LineWriter, indent: string): void {
  list.children.forEach((item, index) => {
    const before = list.children[index - 1];
    if (before !== undefined) {
      writer.newLine();
      if (isBlankBetween(before, item)) writer.newLine();
      writer.write(indent, false);
    }
    writer.write(`${toMark(list, index)} `, false);
    writeBlocks(item, writer, `${indent}  `);
  });
}

function toMark(list: List, index: number): string {
  return list.ordered === true ? `${(list.start ?? 1) + index}.` : '•';
}

function writeParagraph(paragraph: Paragraph, writer: LineWriter): void {
  const cells = findTableRows(toText(paragraph.children));
  if (cells === undefined) writeInline(paragraph.children, writer, false);
  else writer.write(cells.map((row) => row.join('\t')).join('\n'), false);
}

/** Finds the cells of a pipe table, which CommonMark reads as a paragraph: its second line is made of dashes. */
function findTableRows(text: string): string[][] | undefined {
  const [header, dashes, ...rows] = text.split('\n');
  if (header === undefined || dashes === undefined || !header.includes('|')) return undefined;
  if (!/^[\s|:-]+$/.test(dashes) || !dashes.includes('-') || !dashes.includes('|')) return undefined;
  return [header, ...rows].map(toCells);
}

function toCells(row: string): string[] {
  const trimmed = row.trim().replace(/^\|/, '').replace(/\|$/, '');
  return trimmed.split('|').map((cell) => cell.trim());
}

function toText(nodes: readonly Nodes[]): string {
  const writer = createLineWriter();
  writeInline(nodes, writer, false);
  return writer.finish().text;
}

function writeInline(nodes: readonly Nodes[], writer: LineWriter, isBold: boolean): void {
  for (const node of nodes) {
    if (node.type === 'break') writer.newLine();
    else if (node.type === 'html') writer.write(toRemark(node.value), isBold);
    else if (node.type === 'image') writer.write(node.alt ?? '', isBold);
    else if ('value' in node) writer.write(node.value, isBold);
    else if ('children' in node) writeInline(node.children, writer, isBold || node.type === 'strong');
  }
}

function toRemark(html: string): string {
  return html.replace(htmlComment, '').replace(htmlLineEnd, '\n').replace(htmlTag, '');
}
