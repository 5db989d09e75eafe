import { createStoryWriter } from '../documents/story-writer.ts';
import type { XmlElement } from '../documents/xml-events.ts';
import {
  breakLine,
  changeField,
  closeParagraph,
  openParagraph,
  openRun,
  readParagraphProperty,
  readRunProperty,
  startParagraph,
  write,
} from './paragraphs.ts';
import type { Place } from './place.ts';
import { toSymbol } from './symbols.ts';

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

function openText(place: Place): void {
  place.isInText = true;
}

function closeText(place: Place): void {
  place.isInText = false;
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
