import { toListNumber } from '../documents/list-number.ts';
import type { HtmlLines } from './lines.ts';

type Attributes = ReadonlyMap<string, string>;
type OpenList = { isNumbered: boolean; numerals: string; next: number; depth: number; isMarked: boolean };

/** Writes the marks of list items: `• ` or `1. `, two spaces deeper for each level. */
export type HtmlLists = {
  /** Returns what is to be done where the list ends; so does `openItem`. */
  openList(tagName: 'ul' | 'ol', attributes: Attributes): () => void;
  openItem(attributes: Attributes): () => void;
  /** Keeps the level of a list item as Word writes it, in the style of a paragraph. */
  setWordLevel(style: string): void;
  /** Writes the mark that Word put into a paragraph. */
  setWordMark(text: string): void;
};

const styleNumerals = new Map([
  ['lower-alpha', 'a'],
  ['lower-latin', 'a'],
  ['upper-alpha', 'A'],
  ['upper-latin', 'A'],
  ['lower-roman', 'i'],
  ['upper-roman', 'I'],
  ['decimal-leading-zero', '01'],
]);

/** Makes lists that write into `lines`. */
export function createHtmlLists(lines: HtmlLines): HtmlLists {
  const open: OpenList[] = [];
  let wordLevel = 1;
  return {
    openList(tagName, attributes) {
      open.push(toList(tagName, attributes, open.length));
      return () => {
        lines.endBlock();
        open.pop();
      };
    },
    openItem(attributes) {
      const list = open.at(-1);
      const value = Number.parseInt(attributes.get('value') ?? '', 10);
      if (list !== undefined && Number.isFinite(value)) list.next = value;
      lines.setMark(list === undefined ? '• ' : toMark(list, attributes));
      if (list !== undefined) list.next += 1;
      return () => {
        lines.endBlock();
        lines.setMark('');
      };
    },
    setWordLevel(style) {
      wordLevel = Math.min(9, Number(/level(\d)/.exec(style)?.[1] ?? 1));
    },
    setWordMark(text) {
      const mark = text.replace(/[\s\u00A0]+/g, ' ').trim();
      const isNumber = /[\p{L}\p{N}]/u.test(mark) && mark !== 'o' && mark !== '§';
      if (mark !== '') lines.setMark(`${'  '.repeat(wordLevel - 1)}${isNumber ? mark : '•'} `);
    },
  };
}

function toList(tagName: string, attributes: Attributes, outer: number): OpenList {
  const style = (attributes.get('style') ?? '').slice(0, 1_000);
  const type = /list-style(?:-type)?\s{0,9}:\s{0,9}([a-z-]+)/.exec(style)?.[1] ?? '';
  // Google Docs writes each level as a list of its own, with the level in its class.
  const level = Number(/lst-kix_\S{1,80}-(\d)(?:\s|$)/.exec(attributes.get('class') ?? '')?.[1] ?? 0);
  const start = Number.parseInt(attributes.get('start') ?? '1', 10);
  return {
    isNumbered: tagName === 'ol',
    numerals: styleNumerals.get(type) ?? attributes.get('type') ?? '1',
    next: Number.isFinite(start) ? start : 1,
    depth: Math.min(20, Math.max(outer, level)),
    isMarked: type !== 'none',
  };
}

function toMark({ isNumbered, isMarked, numerals, next, depth }: OpenList, attributes: Attributes): string {
  const indent = '  '.repeat(depth);
  if (/^(?:fn|footnote)/.test(attributes.get('id') ?? '')) return `[${next}] `;
  if (!isMarked) return '';
  return isNumbered ? `${indent}${toListNumber(next, numerals)}. ` : `${indent}• `;
}
