import type { Token } from 'parse5';
import { createHtmlComments } from './comments.ts';
import { createOpenElements, type OpenElement } from './elements.ts';
import { createHtmlLines } from './lines.ts';
import { createHtmlLists } from './lists.ts';
import type { HtmlFindings, HtmlText, Page, Tag } from './place.ts';
import { readDeclarations, readStyleSheet } from './styles.ts';
import { createHtmlTables } from './tables.ts';
import { startTag } from './tags.ts';

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
  (
    'script style template noscript title select datalist svg audio video object canvas iframe noembed noframes del rt rp ' +
    'annotation annotation-xml'
  ).split(' '),
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
    notes: undefined,
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

function finish({ elements, lines, tables, findings, comments, notes }: Page): HtmlText {
  elements.closeAll();
  const { text, boldHeads } = lines.finish();
  // What is followed by more of the page is no list of notes at its end.
  const isEnd = notes !== undefined && text.slice(notes.end).trim() === '';
  const speechEnd = isEnd ? Math.min(notes.start, text.length) : text.length;
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
    if (blocks.has(tagName)) {
      endBlock(page);
      element.onClose = () => page.lines.endBlock();
    }
    startTag(page, tag, element);
  }
  elements.push(element);
}

function endBlock({ lines, comments }: Page): void {
  lines.endBlock();
  comments.endLine();
}

function openEmpty({ lines, findings, comments }: Page, { tagName, attributes }: Tag): void {
  if (tagName === 'meta') comments.readMeta(attributes);
  else if (tagName === 'br' && !comments.endLine()) lines.endLine();
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
