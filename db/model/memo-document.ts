import { z } from 'zod';

/**
 * What a memo says, as its editor (Lexical) stores it: JSON of headings, lists and paragraphs, with links to excerpts.
 * Only what Casebench itself needs to know is checked; the editor keeps more in it.
 */
export type MemoDocument = { root: { type: 'root'; children: MemoNode[] } };

/** The blocks, and what stands in a line of one. */
export type MemoNode =
  | { type: 'paragraph' | 'listitem'; children: MemoNode[] }
  | { type: 'heading'; tag: 'h1' | 'h2' | 'h3'; children: MemoNode[] }
  | { type: 'list'; listType: 'bullet' | 'number'; children: MemoNode[] }
  | { type: 'text' | 'tab'; text: string }
  | { type: 'linebreak' }
  | ExcerptLink;

/** Leads to an excerpt. Who speaks and the start of the quote are kept with it, for when the excerpt is gone. */
export type ExcerptLink = { type: 'excerpt-link'; excerptId: number; speaker: string; quote: string };

/** Told to people: a memo that cannot be stored, and what to do. */
export class MemoDocumentError extends Error {}

/** In UTF-16 units of its JSON. A book has fewer letters. */
export const longestMemoDocument = 1_000_000;

const children = z.lazy(() => z.array(node));
const node: z.ZodType<MemoNode> = z.discriminatedUnion('type', [
  z.looseObject({ type: z.enum(['paragraph', 'listitem']), children }),
  z.looseObject({ type: z.literal('heading'), tag: z.enum(['h1', 'h2', 'h3']), children }),
  z.looseObject({ type: z.literal('list'), listType: z.enum(['bullet', 'number']), children }),
  z.looseObject({ type: z.enum(['text', 'tab']), text: z.string() }),
  z.looseObject({ type: z.literal('linebreak') }),
  z.looseObject({
    type: z.literal('excerpt-link'),
    excerptId: z.number().int().positive(),
    speaker: z.string().max(200),
    quote: z.string().max(400),
  }),
]);
const document = z.looseObject({ root: z.looseObject({ type: z.literal('root'), children }) });

/** Returns the document that the JSON holds. Throws a MemoDocumentError when it is none, or too long. */
export function parseMemoDocument(json: string): MemoDocument {
  if (json.length > longestMemoDocument)
    throw new MemoDocumentError(
      'This memo is too long to be saved. Move a part of it to another memo, then go on.',
    );
  const parsed = readDocument(json);
  if (!parsed)
    throw new MemoDocumentError(
      'This memo cannot be saved: it holds something that a memo cannot hold. Undo the last change of its text.',
    );
  return parsed;
}

function readDocument(json: string): MemoDocument | undefined {
  try {
    return document.parse(JSON.parse(json));
  } catch {
    // Not JSON, not a memo, or nested so deeply that it cannot be walked.
    return undefined;
  }
}

/** Returns the text of a document without form: a line for each paragraph, heading and item of a list. */
export function toMemoText({ root }: MemoDocument): string {
  return root.children.flatMap((block) => toLines(block, 0)).join('\n');
}

function toLines(block: MemoNode, depth: number): string[] {
  if (block.type === 'list') return toItemLines(block, depth);
  return [toLine(block)];
}

function toItemLines({ listType, children: items }: Extract<MemoNode, { type: 'list' }>, depth: number) {
  const indent = '  '.repeat(depth);
  let number = 0;
  return items.flatMap((item) => {
    const parts = 'children' in item ? item.children : [item];
    const lists = parts.filter(({ type }) => type === 'list').flatMap((list) => toLines(list, depth + 1));
    const words = parts.filter(({ type }) => type !== 'list');
    // A list within a list stands in an item of its own, which has no mark.
    if (words.length === 0 && lists.length > 0) return lists;
    number += 1;
    const mark = listType === 'number' ? `${number}.` : '•';
    return [`${indent}${mark} ${words.map(toLine).join('')}`, ...lists];
  });
}

function toLine(part: MemoNode): string {
  if (part.type === 'linebreak') return '\n';
  if (part.type === 'excerpt-link') return toLinkText(part);
  return 'children' in part ? part.children.map(toLine).join('') : part.text;
}

/** What a link says: `P1 “We deploy by hand”`. */
export function toLinkText({ speaker, quote }: Pick<ExcerptLink, 'speaker' | 'quote'>): string {
  return `${speaker} “${quote}”`.trimStart();
}

/** Returns the ids of the excerpts that a document links to, each once, in the order of its text. */
export function listLinkedExcerpts({ root }: MemoDocument): number[] {
  const idsOf = (part: MemoNode): number[] => {
    if (part.type === 'excerpt-link') return [part.excerptId];
    return 'children' in part ? part.children.flatMap(idsOf) : [];
  };
  return [...new Set(root.children.flatMap(idsOf))];
}

/** Returns the JSON of a document with every link to one excerpt leading to another instead. */
export function relinkExcerpt(json: string, fromId: number, toId: number): string {
  const relinked: unknown = JSON.parse(json, (_key, value: unknown) =>
    isLinkTo(value, fromId) ? { ...value, excerptId: toId } : value,
  );
  return JSON.stringify(relinked);
}

function isLinkTo(value: unknown, excerptId: number): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'excerpt-link' &&
    'excerptId' in value &&
    value.excerptId === excerptId
  );
}

/** Returns the JSON of a document that says a plain text, such as a comment that came with a file: a paragraph a line. */
export function fromPlainText(text: string): string {
  const element = { direction: null, format: '', indent: 0, version: 1 };
  const form = { detail: 0, format: 0, mode: 'normal', style: '', version: 1 };
  const paragraphs = text.split('\n').map((line) => ({
    ...element,
    type: 'paragraph',
    textFormat: 0,
    textStyle: '',
    children: line === '' ? [] : [{ ...form, type: 'text', text: line }],
  }));
  return JSON.stringify({ root: { ...element, type: 'root', children: paragraphs } });
}
