import type { WordNumbering } from './docx-numbering.ts';
import { isOn, type WordStyle } from './docx-styles.ts';
import { toSymbol } from './docx-symbols.ts';
import { createStoryWriter, type Story, type StoryWriter } from './story-writer.ts';
import type { XmlElement } from './xml-events.ts';

/** What the text of a document is read with. `notes` are its footnotes and endnotes by kind and id (`footnote 3`). */
export type WordContext = {
  findStyle(id: string | undefined): WordStyle;
  numbering: WordNumbering;
  notes: ReadonlyMap<string, Story>;
  omitted: Omissions;
};

/** What is not in the text, counted while it is read, and how many hidden passages are. */
export type Omissions = { deletions: number; pictures: number; hidden: number; kinds: Set<string> };

type Paragraph = {
  isStarted: boolean;
  styleId: string | undefined;
  numId: string | undefined;
  level: number | undefined;
  isMarkDeleted: boolean;
  hasPageBreak: boolean;
};
type Run = {
  isBold: boolean | undefined;
  isHidden: boolean | undefined;
  styleId: string | undefined;
  isWritten: boolean;
};

/** Where a reader is. A text box within a paragraph has a writer and a paragraph of its own: `outer` is around it. */
type Place = {
  context: WordContext;
  writer: StoryWriter;
  paragraph: Paragraph | undefined;
  run: Run | undefined;
  outer: Pick<Place, 'writer' | 'paragraph' | 'run'>[];
  /** How many elements are open since one whose contents are left out. */
  skipDepth: number;
  isInText: boolean;
  isInParagraphProperties: boolean;
  rows: { isStarted: boolean; isDeleted: boolean }[];
  /** For each shape that is written twice, whether a way of writing it has been taken. */
  alternatives: boolean[];
  /** The fields that are open, with whether their result has begun: before it stands what they are computed from. */
  fields: boolean[];
};

// Their text was taken out by a reviewer, stood elsewhere before, or says what formatting was before a change.
const skipped = new Set([
  'w:del',
  'w:moveFrom',
  'w:pPrChange',
  'w:rPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tcPrChange',
  'w:trPrChange',
  'w:tblPr',
  'w:sectPr',
  'w:sdtPr',
  // The pronunciation above East Asian words.
  'w:rt',
]);

// Programs write shapes twice. These ways of writing them are read; where a choice is none of them, the older way is.
const readableChoice = /^(?:wps|wpg|wpc|wp14|w14|w15|\s)+$/;

const openers: ReadonlyMap<string, (place: Place, element: XmlElement) => void> = new Map([
  ['w:p', openParagraph],
  ['w:r', openRun],
  ['m:r', openRun],
  ['w:t', openText],
  ['m:t', openText],
  ['w:tab', (place) => write(place, '\t')],
  ['w:ptab', (place) => write(place, '\t')],
  ['w:br', (place, { find }) => breakLine(place, find('w:type'))],
  ['w:cr', (place) => breakLine(place, undefined)],
  ['w:noBreakHyphen', (place) => write(place, '\u2011')],
  ['w:softHyphen', (place) => write(place, '\u00AD')],
  ['w:sym', (place, { find }) => write(place, toSymbol(find('w:font') ?? '', find('w:char') ?? ''))],
  ['w:fldChar', (place, { find }) => changeField(place, find('w:fldCharType'))],
  ['w:footnoteReference', (place, { find }) => addNote(place, `footnote ${find('w:id')}`)],
  ['w:endnoteReference', (place, { find }) => addNote(place, `endnote ${find('w:id')}`)],
  ['w:txbxContent', openBox],
  ['w:tbl', (place) => place.writer.startTable()],
  ['w:tr', (place) => place.rows.push({ isStarted: false, isDeleted: false })],
  ['w:tc', openCell],
  ['mc:AlternateContent', (place) => place.alternatives.push(false)],
  ['pic:pic', countPicture],
  ['v:imagedata', countPicture],
  ['w:altChunk', ({ context }) => context.omitted.kinds.add('inserted file')],
  ['a:graphicData', noteGraphic],
] as const);

const closers: ReadonlyMap<string, (place: Place) => void> = new Map([
  ['w:p', closeParagraph],
  ['w:t', closeText],
  ['m:t', closeText],
  ['w:txbxContent', closeBox],
  ['w:tbl', (place) => place.writer.endTable()],
  ['w:tr', (place) => place.rows.pop()],
  ['mc:AlternateContent', (place) => place.alternatives.pop()],
  ['w:tc', (place) => place.writer.endCell()],
] as const);

/** Makes the place at the start of a part of a Word document. */
export function createPlace(context: WordContext): Place {
  return {
    context,
    writer: createStoryWriter(),
    paragraph: undefined,
    run: undefined,
    outer: [],
    skipDepth: 0,
    isInText: false,
    isInParagraphProperties: false,
    rows: [],
    alternatives: [],
    fields: [],
  };
}

/** Reads the beginning of an element. */
export function openElement(place: Place, element: XmlElement): void {
  const { name } = element;
  if (name === 'w:commentRangeStart' || name === 'w:commentReference' || name === 'w:commentRangeEnd') {
    markComment(place, element);
  }
  if (place.isInParagraphProperties && place.skipDepth === 0) readParagraphProperty(place, element);
  if (place.skipDepth > 0 || isSkipped(place, element)) {
    place.skipDepth += 1;
  } else if (name === 'w:pPr') {
    place.isInParagraphProperties = true;
  } else if (!place.isInParagraphProperties) {
    readRunProperty(place.run, element);
    openers.get(name)?.(place, element);
  }
}

/** Reads the end of an element. */
export function closeElement(place: Place, name: string): void {
  if (place.skipDepth > 0) place.skipDepth -= 1;
  else if (name === 'w:pPr') place.isInParagraphProperties = false;
  else if (!place.isInParagraphProperties) closers.get(name)?.(place);
}

/** Reads text: what stands in `w:t`, and nothing else, is text of the document. */
export function writeText(place: Place, text: string): void {
  // A line end inside a run of Word is a space; a byte order mark is no text.
  if (place.isInText) write(place, text.replace(/[\r\n]+/g, ' ').replaceAll('\uFEFF', ''));
}

function isSkipped(place: Place, { name, find }: XmlElement): boolean {
  const last = place.alternatives.length - 1;
  if (name === 'mc:Choice' && place.alternatives[last] === false) {
    place.alternatives[last] = readableChoice.test(find('Requires') ?? '');
    return place.alternatives[last] === false;
  }
  if (name === 'mc:Choice' || name === 'mc:Fallback') return place.alternatives[last] === true;
  if (name === 'w:del' && !place.isInParagraphProperties) noteDeletion(place);
  return skipped.has(name) || (name === 'w:tc' && place.rows.at(-1)?.isDeleted === true);
}

/** A deletion outside paragraphs, before the first cell of a row, is that of the row. */
function noteDeletion({ context, rows, paragraph }: Place): void {
  context.omitted.deletions += 1;
  const row = rows.at(-1);
  if (row?.isStarted === false && paragraph === undefined) row.isDeleted = true;
}

function openParagraph(place: Place): void {
  place.run = undefined;
  place.paragraph = {
    isStarted: false,
    styleId: undefined,
    numId: undefined,
    level: undefined,
    isMarkDeleted: false,
    hasPageBreak: false,
  };
}

function readParagraphProperty({ paragraph }: Place, { name, find }: XmlElement): void {
  if (paragraph === undefined) return;
  if (name === 'w:pStyle') paragraph.styleId = find('w:val');
  else if (name === 'w:numId') paragraph.numId = find('w:val');
  else if (name === 'w:ilvl') paragraph.level = Number(find('w:val'));
  else if (name === 'w:del' || name === 'w:moveFrom') paragraph.isMarkDeleted = true;
}

/** Begins a paragraph's line, once its properties are known. */
function startParagraph({ paragraph, writer, context }: Place): void {
  if (paragraph === undefined || paragraph.isStarted) return;
  paragraph.isStarted = true;
  const style = context.findStyle(paragraph.styleId);
  const numId = paragraph.numId ?? style.numId ?? '0';
  const level = paragraph.level ?? style.level ?? 0;
  const isListed = numId !== '0' && !paragraph.isMarkDeleted;
  writer.startBlock(isListed ? context.numbering.nextMark(numId, level, style.isHeading) : '');
}

function closeParagraph(place: Place): void {
  if (place.paragraph === undefined) return;
  startParagraph(place);
  place.writer.endBlock();
  if (place.paragraph.isMarkDeleted) place.writer.joinBlocks();
  place.paragraph = undefined;
  // A field whose result never begins would otherwise take the rest of the document with it.
  place.fields = place.fields.filter((hasResult) => hasResult);
}

function openRun(place: Place): void {
  place.run = { isBold: undefined, isHidden: undefined, styleId: undefined, isWritten: false };
}

function readRunProperty(run: Run | undefined, element: XmlElement): void {
  if (run === undefined) return;
  if (element.name === 'w:b') run.isBold = isOn(element);
  else if (element.name === 'w:vanish') run.isHidden = isOn(element);
  else if (element.name === 'w:rStyle') run.styleId = element.find('w:val');
}

function write(place: Place, text: string): void {
  const { paragraph, run, context } = place;
  if (paragraph === undefined || place.fields.includes(false)) return;
  startParagraph(place);
  if (paragraph.hasPageBreak) place.writer.newLine();
  paragraph.hasPageBreak = false;
  const ofRun = context.findStyle(run?.styleId);
  const ofParagraph = context.findStyle(paragraph.styleId);
  const isBold = run?.isBold ?? ofRun.isBold ?? (ofParagraph.isBold === true && !ofParagraph.isHeading);
  if (run !== undefined && !run.isWritten && (run.isHidden ?? ofRun.isHidden ?? ofParagraph.isHidden)) {
    context.omitted.hidden += 1;
  }
  if (run !== undefined) run.isWritten = true;
  place.writer.write(text, isBold);
}

/** What follows a page break stands on a line of its own; a page break at either end of a paragraph is nothing. */
function breakLine(place: Place, type: string | undefined): void {
  const { paragraph, fields, writer } = place;
  if (paragraph === undefined || fields.includes(false)) return;
  const isPage = type === 'page' || type === 'column';
  if (isPage) paragraph.hasPageBreak = paragraph.isStarted;
  if (isPage) return;
  startParagraph(place);
  writer.newLine();
}

function openText(place: Place): void {
  place.isInText = true;
}

function closeText(place: Place): void {
  place.isInText = false;
}

function changeField({ fields }: Place, change: string | undefined): void {
  if (change === 'begin') fields.push(false);
  else if (change === 'end') fields.pop();
  else if (change === 'separate' && fields.length > 0) fields[fields.length - 1] = true;
}

function addNote(place: Place, key: string): void {
  const note = place.context.notes.get(key);
  if (note === undefined || place.paragraph === undefined) return;
  startParagraph(place);
  place.writer.addNote(note);
}

function openBox(place: Place): void {
  const { writer, paragraph, run } = place;
  place.outer.push({ writer, paragraph, run });
  place.writer = createStoryWriter();
  place.paragraph = undefined;
}

function closeBox(place: Place): void {
  const box = place.writer.finish();
  Object.assign(place, place.outer.pop());
  place.writer.addBox(box);
}

/** Begins the row with its first cell, because only then is it known that the row is not deleted. */
function openCell(place: Place): void {
  const row = place.rows.at(-1);
  if (row?.isStarted === false) place.writer.startRow();
  if (row !== undefined) row.isStarted = true;
  place.writer.startCell();
}

function markComment(place: Place, { name, find }: XmlElement): void {
  startParagraph(place);
  const id = find('w:id') ?? '';
  if (name === 'w:commentRangeEnd') place.writer.endMark(id);
  else place.writer.startMark(id);
}

function countPicture({ context }: Place): void {
  context.omitted.pictures += 1;
}

function noteGraphic({ context }: Place, { find }: XmlElement): void {
  const kind = find('uri')?.split('/').at(-1) ?? '';
  if (kind === 'chart') context.omitted.kinds.add('chart');
  else if (kind === 'diagram') context.omitted.kinds.add('SmartArt');
}
