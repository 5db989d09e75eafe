import type { Token } from 'parse5';
import type { Span } from '../../db/model/span.ts';
import { createHtmlComments, type HtmlComments } from './html-comments.ts';
import { createOpenElements, type OpenElement, type OpenElements } from './html-elements.ts';
import { createHtmlLines, type HtmlLines } from './html-lines.ts';
import { createHtmlLists, type HtmlLists } from './html-lists.ts';
import { type HtmlStyle, readDeclarations, readStyleSheet } from './html-styles.ts';
import { createHtmlTables, type HtmlTables } from './html-tables.ts';
import type { TableCells } from './story-writer.ts';

/** What was met besides text: counts of what is left out. */
type HtmlFindings = { scripts: number; hidden: number; deletions: number; pictures: number };

/** The text of a web page. Offsets are UTF-16 units; behind `speechEnd` stand its footnotes. */
export type HtmlText = {
  text: string;
  boldHeads: Span[];
  speechEnd: number;
  tables: TableCells[];
  findings: HtmlFindings;
  comments: HtmlComments;
};

/** A tag with its attributes by name. */
type Tag = { tagName: string; attributes: ReadonlyMap<string, string> };

/** A page that is being read, tag by tag. */
type Page = {
  elements: OpenElements;
  lines: HtmlLines;
  lists: HtmlLists;
  tables: HtmlTables;
  styles: Map<string, HtmlStyle>;
  /** Whether a line end that comes now is the one that stands behind `<pre>`, which browsers do not show. */
  isAfterPre: boolean;
  findings: HtmlFindings;
  comments: HtmlComments;
  noteStart: number | undefined;
};

const blocks = new Set(
  (
    'address article aside blockquote body caption center details dialog dir div dl fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody tfoot thead tr ul xmp'
  ).split(' '),
);
const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const transparent = new Set(['html', 'head', 'body']);
const bold = new Set(['b', 'strong']);
// Headings are bold for another reason than speakers are.
const notBold = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th']);
const leftOut = new Set(
  'script style template noscript title select datalist svg audio video object canvas iframe noembed noframes del'.split(
    ' ',
  ),
);

/** Makes a page without text. */
export function createHtmlPage() {
  const lines = createHtmlLines();
  const page: Page = {
    elements: createOpenElements(),
    lines,
    lists: createHtmlLists(lines),
    tables: createHtmlTables(lines),
    styles: new Map(),
    isAfterPre: false,
    comments: createHtmlComments(lines),
    findings: { scripts: 0, hidden: 0, deletions: 0, pictures: 0 },
    noteStart: undefined,
  };
  return {
    open: (tag: Token.TagToken, isEmpty: boolean) => openTag(page, toTag(tag), isEmpty),
    close: (tagName: string) => closeTag(page, tagName),
    write: (text: string) => {
      writeText(page, page.isAfterPre ? text.replace(/^\r?\n/, '') : text);
      page.isAfterPre = false;
    },
    addComment: (text: string) => page.comments.addHidden(text),
    finish: () => finish(page),
  };
}

function toTag({ tagName, attrs }: Token.TagToken): Tag {
  return { tagName, attributes: new Map(attrs.map(({ name, value }) => [name, value])) };
}

function finish({ elements, lines, tables, findings, comments, noteStart }: Page): HtmlText {
  elements.closeAll();
  const { text, boldHeads } = lines.finish();
  const speechEnd = Math.min(noteStart ?? text.length, text.length);
  return { text, boldHeads, speechEnd, tables: tables.list(), findings, comments };
}

function openTag(page: Page, tag: Tag, isEmpty: boolean): void {
  const { tagName } = tag;
  const { elements } = page;
  if (transparent.has(tagName)) return;
  elements.makeRoom(tagName);
  const around = elements.getInnermost();
  if (empty.has(tagName)) {
    if (!around.isLeftOut) openEmpty(page, tag);
    return;
  }
  if (isEmpty) return;
  const element = toElement(page, tag, around);
  if (!element.isLeftOut && around.onText === undefined) {
    if (blocks.has(tagName)) endBlock(page);
    startBlock(page, tag, element);
  }
  elements.push(element);
}

function endBlock({ lines, comments }: Page): void {
  lines.endBlock();
  comments.endLine();
}

function openEmpty({ lines, findings, comments }: Page, { tagName, attributes }: Tag): void {
  if (tagName === 'meta') comments.readMeta(attributes);
  else if (tagName === 'br') lines.endLine();
  else if (tagName === 'hr') lines.endBlock();
  else if (tagName === 'img') {
    const words = attributes.get('alt') ?? '';
    // Chats show an emoji as a picture of it.
    if (/^\p{Extended_Pictographic}/u.test(words)) lines.write(words.slice(0, 40), false);
    else findings.pictures += 1;
  }
}

function closeTag(page: Page, tagName: string): void {
  if (tagName === 'br') page.lines.endLine();
  else if (!transparent.has(tagName)) page.elements.close(tagName);
  if (tagName === 'div') page.comments.end();
}

function writeText({ elements, lines, comments }: Page, text: string): void {
  const { isLeftOut, onText, isPreformatted, isBold } = elements.getInnermost();
  if (onText !== undefined) onText(text);
  else if (isLeftOut || comments.write(text)) return;
  else if (isPreformatted) lines.writeAsIs(text.replace(/\r\n?/g, '\n'), isBold);
  else lines.write(text, isBold);
}

function toElement(page: Page, { tagName, attributes }: Tag, around: OpenElement): OpenElement {
  const style = attributes.get('style') ?? '';
  const own = readDeclarations(style);
  const classes = (attributes.get('class') ?? '').slice(0, 1_000).split(/\s+/);
  const ofClass = classes.flatMap((name) => page.styles.get(name) ?? []);
  const named = bold.has(tagName) ? true : notBold.has(tagName) ? false : undefined;
  const weight = own.isBold ?? ofClass.find(({ isBold }) => isBold !== undefined)?.isBold ?? named;
  const isSignOfComment = /mso-special-character\s{0,9}:\s{0,9}comment/.test(style);
  const isHidden = own.isHidden || attributes.has('hidden') || ofClass.some((each) => each.isHidden);
  if (!around.isLeftOut) countLeftOut(page.findings, tagName, isHidden);
  return {
    tagName,
    isBold: weight ?? around.isBold,
    isPreformatted:
      around.isPreformatted ||
      own.isPreformatted ||
      /^(?:pre|xmp|textarea)$/.test(tagName) ||
      classes.includes('Apple-tab-span'),
    isLeftOut: around.isLeftOut || isHidden || isSignOfComment || leftOut.has(tagName),
    onText: tagName === 'style' ? (css) => readStyleSheet(css, page.styles) : around.onText,
    onClose: undefined,
  };
}

function countLeftOut(findings: HtmlFindings, tagName: string, isHidden: boolean): void {
  if (tagName === 'script') findings.scripts += 1;
  else if (tagName === 'del') findings.deletions += 1;
  else if (isHidden) findings.hidden += 1;
}

/** Does what an element is for, and sets what is to be done where it ends. */
function startBlock(page: Page, tag: Tag, element: OpenElement): void {
  const { lines, lists, tables } = page;
  const { tagName, attributes } = tag;
  const style = attributes.get('style') ?? '';
  noteNotes(page, tag);
  page.comments.open(attributes);
  if (blocks.has(tagName)) element.onClose = () => lines.endBlock();
  if (tagName === 'ul' || tagName === 'ol') element.onClose = lists.openList(tagName, attributes);
  else if (tagName === 'pre') page.isAfterPre = true;
  else if (tagName === 'li') element.onClose = lists.openItem(attributes);
  else if (tagName === 'table' || tagName === 'dl') element.onClose = tables.openTable();
  else if (tagName === 'tr') element.onClose = tables.openRow();
  else if (tagName === 'td' || tagName === 'th') element.onClose = tables.openCell();
  else if (tagName === 'dt') element.onClose = tables.openTerm();
  else if (tagName === 'dd') element.onClose = tables.openDefinition();
  else if (tagName === 'a') readLink(page, tag, element);
  else if (style.includes('mso-tab-count')) writeTabs(page, style, element);
  else if (/mso-list\s{0,9}:\s{0,9}ignore/i.test(style)) readListMark(page, element);
  else if (/mso-list\s{0,9}:/i.test(style)) lists.setWordLevel(style);
}

/** Notes begin at the first element that says so, in the manner of Word, LibreOffice, Google Docs or pandoc. */
function noteNotes(page: Page, { tagName, attributes }: Tag): void {
  const id = attributes.get('id') ?? '';
  const isNotes =
    /^(?:sdfootnote|sdendnote)\d+$/.test(id) ||
    attributes.get('role') === 'doc-endnotes' ||
    /(?:^|\s)footnotes(?:\s|$)/.test(attributes.get('class') ?? '') ||
    /mso-element\s{0,9}:\s{0,9}(?:foot|end)note-list/.test(attributes.get('style') ?? '');
  const isGoogleNote = tagName === 'a' && /^ftnt\d+$/.test(id);
  if (isNotes) page.noteStart ??= page.lines.getPosition();
  else if (isGoogleNote) page.noteStart ??= page.lines.getNextLineStart();
}

/** Returns whether a link leads from a note or comment to its place, or is the sign of a comment. */
function isSign(attributes: ReadonlyMap<string, string>, kind: string): boolean {
  return (
    /footnote-back|doc-backlink|msocom(?:anchor|off)/i.test(kind) || /^cmnt/.test(attributes.get('id') ?? '')
  );
}

/** The number of a note stands in brackets, as in other formats, so that it is no part of the word before it. */
function readLink(page: Page, { attributes }: Tag, element: OpenElement): void {
  const kind = `${attributes.get('class') ?? ''} ${attributes.get('role') ?? ''}`;
  if (isSign(attributes, kind)) element.isLeftOut = true;
  if (/mso-comment-reference/.test(attributes.get('style') ?? '')) {
    element.onClose = page.comments.openPassage(attributes.get('style') ?? '');
  }
  if (!/footnote-ref|doc-noteref|sd(?:foot|end)note(?:anc|sym)/.test(kind)) return;
  const parts: string[] = [];
  const isSymbol = /sym/.test(kind);
  element.onText = (text) => parts.push(text);
  element.onClose = () => {
    const number = parts.join('').trim();
    if (number !== '') page.lines.write(`[${number}]${isSymbol ? ' ' : ''}`, false);
  };
}

/** Word writes a tab as spaces and says so. */
function writeTabs({ lines }: Page, style: string, element: OpenElement): void {
  const tabs = Number(/mso-tab-count\s{0,9}:\s{0,9}(\d{1,2})/.exec(style)?.[1] ?? 1);
  lines.writeAsIs('\t'.repeat(tabs), false);
  element.isLeftOut = true;
}

/** Word writes the mark of a list item into its text, with spaces for the distance. */
function readListMark({ lists }: Page, element: OpenElement): void {
  const parts: string[] = [];
  element.onText = (text) => parts.push(text);
  element.onClose = () => lists.setWordMark(parts.join(''));
}
