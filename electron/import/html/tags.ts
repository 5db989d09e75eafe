import type { OpenElement } from './elements.ts';
import type { Page, Tag } from './place.ts';

/** Does what an element is for, and sets what is to be done where it ends. */
export function startTag(page: Page, tag: Tag, element: OpenElement): void {
  const { lists, tables } = page;
  const { tagName, attributes } = tag;
  const style = attributes.get('style') ?? '';
  page.comments.open(attributes);
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
  noteNotes(page, tag, element);
}

/** Notes begin at the first element that says so, in the manner of Word, LibreOffice, Google Docs or pandoc. */
function noteNotes(page: Page, { tagName, attributes }: Tag, element: OpenElement): void {
  const id = attributes.get('id') ?? '';
  const isNotes =
    /^(?:sdfootnote|sdendnote)\d+$/.test(id) ||
    attributes.get('role') === 'doc-endnotes' ||
    /(?:^|\s)footnotes(?:\s|$)/.test(attributes.get('class') ?? '') ||
    /mso-element\s{0,9}:\s{0,9}(?:foot|end)note-list/.test(attributes.get('style') ?? '');
  // In Google Docs only a sign at the start of the line says so, and nothing stands behind the notes.
  const isGoogleNote = tagName === 'a' && /^ftnt\d+$/.test(id);
  if (isGoogleNote) page.notes ??= { start: page.lines.getNextLineStart(), end: Number.POSITIVE_INFINITY };
  if (!isNotes) return;
  const notes = page.notes ?? { start: page.lines.getPosition(), end: 0 };
  page.notes = notes;
  const close = element.onClose;
  element.onClose = () => {
    close?.();
    notes.end = Math.max(notes.end, page.lines.getPosition());
  };
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
