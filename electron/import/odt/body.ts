import type { XmlElement } from '../documents/xml-events.ts';
import {
  breakLine,
  closeFrame,
  closeParagraph,
  openFrame,
  openParagraph,
  openSpan,
  startParagraph,
  write,
} from './paragraphs.ts';
import type { OdtPlace } from './place.ts';

// What stands in these is not text of the document, or was deleted, or stands in it a second time.
const skipped = new Set([
  'text:tracked-changes',
  'text:note-citation',
  'text:ruby-text',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'office:forms',
  'office:binary-data',
  'office:scripts',
  'office:event-listeners',
  'svg:title',
  'svg:desc',
  'draw:object',
  'draw:object-ole',
  'meta:creator-initials',
  'loext:sender-initials',
  'text:table-of-content-source',
  'text:alphabetical-index-source',
  'text:bibliography-source',
  'text:illustration-index-source',
  'text:table-index-source',
]);

const openers: ReadonlyMap<string, (place: OdtPlace, element: XmlElement) => void> = new Map([
  ['text:p', openParagraph],
  ['text:h', openParagraph],
  ['text:span', openSpan],
  [
    'text:s',
    (place, { find }) => write(place, ' '.repeat(Math.min(1_000, Number(find('text:c') ?? 1) || 1))),
  ],
  ['text:tab', (place) => write(place, '\t')],
  ['text:line-break', breakLine],
  ['text:list', ({ lists }, element) => lists.openList(element)],
  ['text:list-item', ({ lists }, element) => lists.openItem(element)],
  ['text:list-header', ({ lists }, element) => lists.openItem(element)],
  ['text:note', openFrame],
  ['draw:text-box', openFrame],
  ['draw:image', countPicture],
  ['office:annotation', openComment],
  ['office:annotation-end', (place, { find }) => endComment(place, find('office:name') ?? '')],
  ['dc:creator', (place) => Object.assign(place, { field: 'author' })],
  ['dc:date', (place) => Object.assign(place, { field: 'date' })],
  ['text:section', noteHidden],
  ['text:hidden-text', noteHidden],
  ['text:hidden-paragraph', noteHidden],
  ['table:table', ({ writer }) => writer.startTable()],
  ['table:table-row', ({ writer }) => writer.startRow()],
  ['table:table-cell', openCell],
  ['table:covered-table-cell', openCovered],
] as const);

const closers: ReadonlyMap<string, (place: OdtPlace) => void> = new Map([
  ['text:p', closeParagraph],
  ['text:h', closeParagraph],
  ['text:span', ({ paragraph }) => paragraph?.spans.pop()],
  ['text:list', ({ lists }) => lists.closeList()],
  ['text:note', (place) => closeFrame(place, 'note')],
  ['draw:text-box', (place) => closeFrame(place, 'box')],
  ['office:annotation', closeComment],
  ['dc:creator', (place) => Object.assign(place, { field: undefined })],
  ['dc:date', (place) => Object.assign(place, { field: undefined })],
  ['table:table', ({ writer }) => writer.endTable()],
  ['table:table-cell', ({ writer }) => writer.endCell()],
] as const);

/** Reads the beginning of an element. */
export function openElement(place: OdtPlace, element: XmlElement): void {
  readChange(place, element);
  if (element.name === 'draw:object' && place.skipDepth === 0) place.findings.objects += 1;
  if (place.skipDepth > 0 || skipped.has(element.name)) place.skipDepth += 1;
  else openers.get(element.name)?.(place, element);
}

/**
 * What was deleted stands apart, before the text, or, as LibreOffice writes it when it shows changes, in its place
 * between two marks.
 */
function readChange({ changes, findings }: OdtPlace, { name, find }: XmlElement): void {
  const id = () => find('text:change-id') ?? '';
  if (name === 'text:changed-region') changes.region = find('text:id') ?? find('xml:id') ?? '';
  else if (name === 'text:change-start' && changes.deletions.has(id())) changes.open.add(id());
  else if (name === 'text:change-end') changes.open.delete(id());
  if (name !== 'text:deletion') return;
  changes.deletions.add(changes.region);
  findings.deletions += 1;
}

/** Reads the end of an element. */
export function closeElement(place: OdtPlace, name: string): void {
  if (place.skipDepth > 0) place.skipDepth -= 1;
  else closers.get(name)?.(place);
}

/** Comments stand in the text where the passage they are about begins or, without an end of it, where they are. */
function openComment(place: OdtPlace, { find }: XmlElement): void {
  startParagraph(place);
  const name = find('office:name') ?? `comment ${place.findings.comments.length}`;
  place.writer.startMark(name);
  openFrame(place);
  place.comment = { name, author: '', date: null };
}

function closeComment(place: OdtPlace): void {
  const { text } = place.writer.finish();
  const { comment } = place;
  Object.assign(place, place.outer.pop());
  if (comment === undefined) return;
  // LibreOffice writes zeros for a comment of Word's that has no date.
  const date = comment.date?.startsWith('0000-') ? null : comment.date;
  place.findings.comments.push({ ...comment, date, text: text.trim() });
}

function endComment(place: OdtPlace, name: string): void {
  startParagraph(place);
  place.writer.endMark(name);
}

function countPicture({ findings }: OdtPlace): void {
  findings.pictures += 1;
}

function noteHidden({ findings }: OdtPlace, { name, find }: XmlElement): void {
  const display = find('text:display') ?? 'true';
  if (name !== 'text:section' || display === 'none') findings.hidden += 1;
}

function openCell(place: OdtPlace, { find }: XmlElement): void {
  place.writer.startCell();
  place.covered = (Number(find('table:number-columns-spanned') ?? 1) || 1) - 1;
}

/** What a cell of a row above covers is an empty cell, so that the columns stay what they are. */
function openCovered(place: OdtPlace): void {
  place.covered -= 1;
  if (place.covered >= 0) return;
  place.writer.startCell();
  place.writer.endCell();
}
