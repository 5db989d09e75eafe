import type { XmlElement } from '../documents/xml-events.ts';
import type { Place, Run } from './place.ts';
import { isOn } from './styles.ts';

/** Begins a paragraph, of which nothing is known yet. */
export function openParagraph(place: Place): void {
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

/** Reads an element within a paragraph's properties. */
export function readParagraphProperty({ paragraph }: Place, { name, find }: XmlElement): void {
  if (paragraph === undefined) return;
  if (name === 'w:pStyle') paragraph.styleId = find('w:val');
  else if (name === 'w:numId') paragraph.numId = find('w:val');
  else if (name === 'w:ilvl') paragraph.level = Number(find('w:val'));
  else if (name === 'w:del' || name === 'w:moveFrom') paragraph.isMarkDeleted = true;
}

/** Begins a paragraph's line, once its properties are known. */
export function startParagraph({ paragraph, writer, context }: Place): void {
  if (paragraph === undefined || paragraph.isStarted) return;
  paragraph.isStarted = true;
  const style = context.findStyle(paragraph.styleId);
  const numId = paragraph.numId ?? style.numId ?? '0';
  const level = paragraph.level ?? style.level ?? 0;
  const isListed = numId !== '0' && !paragraph.isMarkDeleted;
  writer.startBlock(isListed ? context.numbering.nextMark(numId, level, style.isHeading) : '');
}

/** Ends a paragraph and with it its line, unless the mark at its end was deleted. */
export function closeParagraph(place: Place): void {
  if (place.paragraph === undefined) return;
  startParagraph(place);
  place.writer.endBlock();
  if (place.paragraph.isMarkDeleted) place.writer.joinBlocks();
  place.paragraph = undefined;
  // A field whose result never begins would otherwise take the rest of the document with it.
  place.fields = place.fields.filter((hasResult) => hasResult);
}

/** Begins a run: a piece of text of one look. */
export function openRun(place: Place): void {
  place.run = { isBold: undefined, isHidden: undefined, styleId: undefined, isWritten: false };
}

/** Reads an element within a run, which may be one of its properties. */
export function readRunProperty(run: Run | undefined, element: XmlElement): void {
  if (run === undefined) return;
  if (element.name === 'w:b') run.isBold = isOn(element);
  else if (element.name === 'w:vanish') run.isHidden = isOn(element);
  else if (element.name === 'w:rStyle') run.styleId = element.find('w:val');
}

/** Writes text of the run that is open, unless it is what a field is computed from. */
export function write(place: Place, text: string): void {
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
export function breakLine(place: Place, type: string | undefined): void {
  const { paragraph, fields, writer } = place;
  if (paragraph === undefined || fields.includes(false)) return;
  const isPage = type === 'page' || type === 'column';
  if (isPage) paragraph.hasPageBreak = paragraph.isStarted;
  if (isPage) return;
  startParagraph(place);
  writer.newLine();
}

/** Begins a field, its result, or what follows it. */
export function changeField({ fields }: Place, change: string | undefined): void {
  if (change === 'begin') fields.push(false);
  else if (change === 'end') fields.pop();
  else if (change === 'separate' && fields.length > 0) fields[fields.length - 1] = true;
}
