import type { LooseComment } from './comment-places.ts';
import type { OdtLists } from './odt-lists.ts';
import type { OdtStyles } from './odt-styles.ts';
import { createStoryWriter, type StoryWriter } from './story-writer.ts';
import type { XmlElement } from './xml-events.ts';

/** What was met besides text: counts of what is left out, and how many passages were kept that are not shown. */
export type OdtFindings = {
  deletions: number;
  pictures: number;
  objects: number;
  hidden: number;
  comments: LooseComment[];
};

/** A paragraph that is open. `spans` are the bold states of the spans in it, from the outermost. */
type Paragraph = {
  styleName: string | undefined;
  isHeading: boolean;
  isStarted: boolean;
  isAfterSpace: boolean;
  spans: boolean[];
};
/** A text box, note or comment within a paragraph is read by itself: what is around it waits. */
type Frame = { writer: StoryWriter; paragraph: Paragraph | undefined; comment: Draft | undefined };
type Draft = { name: string; author: string; date: string | null };

/** Where the reader of an OpenDocument text is. */
export type OdtPlace = Frame & {
  styles: OdtStyles;
  lists: OdtLists;
  findings: OdtFindings;
  outer: Frame[];
  skipDepth: number;
  /** The part of a comment whose text is being read. */
  field: 'author' | 'date' | undefined;
  /** The deletions by their ids, those that are open, and the change that is being described. */
  changes: { region: string; deletions: Set<string>; open: Set<string> };
  /** How many covered cells belong to a cell before that is several columns wide. */
  covered: number;
};

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

/** Makes the place at the start of a document's body. */
export function createOdtPlace(styles: OdtStyles, lists: OdtLists): OdtPlace {
  return {
    writer: createStoryWriter(),
    paragraph: undefined,
    comment: undefined,
    styles,
    lists,
    findings: { deletions: 0, pictures: 0, objects: 0, hidden: 0, comments: [] },
    outer: [],
    skipDepth: 0,
    field: undefined,
    changes: { region: '', deletions: new Set(), open: new Set() },
    covered: 0,
  };
}

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
  const id = find('text:change-id') ?? '';
  if (name === 'text:changed-region') changes.region = find('text:id') ?? find('xml:id') ?? '';
  else if (name === 'text:change-start' && changes.deletions.has(id)) changes.open.add(id);
  else if (name === 'text:change-end') changes.open.delete(id);
  if (name !== 'text:deletion') return;
  changes.deletions.add(changes.region);
  findings.deletions += 1;
}

/** Reads the end of an element. */
export function closeElement(place: OdtPlace, name: string): void {
  if (place.skipDepth > 0) place.skipDepth -= 1;
  else closers.get(name)?.(place);
}

/** Reads text. White space is one space and none at a paragraph's start: `text:s` and `text:tab` are for more. */
export function writeText(place: OdtPlace, text: string): void {
  const { paragraph, field, comment } = place;
  if (place.skipDepth > 0) return;
  if (field !== undefined && comment !== undefined) comment[field] = `${comment[field] ?? ''}${text}`;
  if (field !== undefined || paragraph === undefined) return;
  const collapsed = text.replace(/[ \t\r\n]+/g, ' ').replaceAll('\uFEFF', '');
  const shown = paragraph.isAfterSpace ? collapsed.replace(/^ /, '') : collapsed;
  if (shown === '') return;
  write(place, shown);
  paragraph.isAfterSpace = shown.endsWith(' ');
}

function openParagraph(place: OdtPlace, { name, find }: XmlElement): void {
  place.paragraph = {
    styleName: find('text:style-name'),
    isHeading: name === 'text:h',
    isStarted: false,
    isAfterSpace: true,
    spans: [],
  };
  if (place.styles.isHidden('paragraph', place.paragraph.styleName)) place.findings.hidden += 1;
}

function startParagraph({ paragraph, writer, lists, outer }: OdtPlace): void {
  if (paragraph === undefined || paragraph.isStarted) return;
  paragraph.isStarted = true;
  // What stands in a box or note within a list item is not the item's first paragraph.
  writer.startBlock(outer.length > 0 ? '' : lists.nextMark(paragraph.styleName));
}

function closeParagraph(place: OdtPlace): void {
  startParagraph(place);
  if (place.paragraph !== undefined) place.writer.endBlock();
  place.paragraph = undefined;
  if (place.changes.open.size > 0) place.writer.joinBlocks();
}

function openSpan({ paragraph, styles, findings }: OdtPlace, { find }: XmlElement): void {
  if (paragraph === undefined) return;
  const name = find('text:style-name');
  paragraph.spans.push(styles.isBold('text', name) ?? isBold(paragraph, styles));
  if (styles.isHidden('text', name)) findings.hidden += 1;
}

/** Headings are bold for another reason than speakers are. */
function isBold({ spans, isHeading, styleName }: Paragraph, styles: OdtStyles): boolean {
  return spans.at(-1) ?? (!isHeading && styles.isBold('paragraph', styleName) === true);
}

function write(place: OdtPlace, text: string): void {
  const { paragraph, writer, styles, changes } = place;
  if (paragraph === undefined || changes.open.size > 0) return;
  startParagraph(place);
  writer.write(text, isBold(paragraph, styles));
  paragraph.isAfterSpace = false;
}

function breakLine(place: OdtPlace): void {
  if (place.paragraph === undefined || place.changes.open.size > 0) return;
  startParagraph(place);
  place.writer.newLine();
  place.paragraph.isAfterSpace = true;
}

function openFrame(place: OdtPlace): void {
  const { writer, paragraph, comment } = place;
  place.outer.push({ writer, paragraph, comment });
  Object.assign(place, { writer: createStoryWriter(), paragraph: undefined, comment: undefined });
}

function closeFrame(place: OdtPlace, kind: 'note' | 'box'): void {
  const story = place.writer.finish();
  Object.assign(place, place.outer.pop());
  startParagraph(place);
  if (kind === 'note') place.writer.addNote(story);
  else place.writer.addBox(story);
  if (place.paragraph !== undefined) place.paragraph.isAfterSpace = false;
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
  if (comment !== undefined) place.findings.comments.push({ ...comment, text: text.trim() });
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
