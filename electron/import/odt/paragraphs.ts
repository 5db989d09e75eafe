import { createStoryWriter } from '../documents/story-writer.ts';
import type { XmlElement } from '../documents/xml-events.ts';
import type { OdtPlace, Paragraph } from './place.ts';
import type { OdtStyles } from './styles.ts';

/** Begins a paragraph. One that begins within another stands in a shape, which is read as a box. */
export function openParagraph(place: OdtPlace, { name, find }: XmlElement): void {
  const isInShape = place.paragraph !== undefined;
  if (isInShape) openFrame(place);
  place.paragraph = {
    styleName: find('text:style-name'),
    isHeading: name === 'text:h',
    isInShape,
    isStarted: false,
    isAfterSpace: true,
    spans: [],
  };
  if (place.styles.isHidden('paragraph', place.paragraph.styleName)) place.findings.hidden += 1;
}

/** Begins a paragraph's line, when something is to stand on it. */
export function startParagraph({ paragraph, writer, lists, outer }: OdtPlace): void {
  if (paragraph === undefined || paragraph.isStarted) return;
  paragraph.isStarted = true;
  // What stands in a box or note within a list item is not the item's first paragraph.
  writer.startBlock(outer.length > 0 ? '' : lists.nextMark(paragraph.styleName));
}

/** Ends a paragraph and with it its line, unless that is within a deletion. */
export function closeParagraph(place: OdtPlace): void {
  const { paragraph, writer, changes } = place;
  if (paragraph === undefined) return;
  startParagraph(place);
  writer.endBlock();
  place.paragraph = undefined;
  if (changes.open.size > 0) writer.joinBlocks();
  if (paragraph.isInShape) closeFrame(place, 'box');
}

/** Begins a span: a piece of text of one look. */
export function openSpan({ paragraph, styles, findings }: OdtPlace, { find }: XmlElement): void {
  if (paragraph === undefined) return;
  const name = find('text:style-name');
  paragraph.spans.push(styles.isBold('text', name) ?? isBold(paragraph, styles));
  if (styles.isHidden('text', name)) findings.hidden += 1;
}

/** Headings are bold for another reason than speakers are. */
function isBold({ spans, isHeading, styleName }: Paragraph, styles: OdtStyles): boolean {
  return spans.at(-1) ?? (!isHeading && styles.isBold('paragraph', styleName) === true);
}

/** Writes text as it is, unless it was deleted. */
export function write(place: OdtPlace, text: string): void {
  const { paragraph, writer, styles, changes } = place;
  if (paragraph === undefined || changes.open.size > 0) return;
  startParagraph(place);
  writer.write(text, isBold(paragraph, styles));
  paragraph.isAfterSpace = false;
}

/** Ends a line within a paragraph. */
export function breakLine(place: OdtPlace): void {
  if (place.paragraph === undefined || place.changes.open.size > 0) return;
  startParagraph(place);
  place.writer.newLine();
  place.paragraph.isAfterSpace = true;
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

/** Begins what stands apart from the text around it: a text box, a note, a comment. */
export function openFrame(place: OdtPlace): void {
  const { writer, paragraph, comment } = place;
  place.outer.push({ writer, paragraph, comment });
  Object.assign(place, { writer: createStoryWriter(), paragraph: undefined, comment: undefined });
}

/** Ends a box, whose text follows its paragraph, or a note, whose text follows the document. */
export function closeFrame(place: OdtPlace, kind: 'note' | 'box'): void {
  const story = place.writer.finish();
  Object.assign(place, place.outer.pop());
  startParagraph(place);
  if (kind === 'note') place.writer.addNote(story);
  else place.writer.addBox(story);
  if (place.paragraph !== undefined) place.paragraph.isAfterSpace = false;
}
