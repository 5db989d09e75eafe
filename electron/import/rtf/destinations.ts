import { capture, nowhere, type RtfTarget, toParagraphs } from './groups.ts';
import { flush, type RtfReading, write } from './reading.ts';
import { marginGroups, omittedGroups, openGroups, skippedGroups } from './words.ts';
import { createParagraphWriter } from './writer.ts';

/** Takes a word that says what the group is; a group marked by `\*` is passed over when it is not known. */
export function readGroupWord(
  reading: RtfReading,
  name: string,
  value: number | null,
  isStarred: boolean,
): void {
  const { group } = reading;
  if (group.target.isFontTable === true) reading.fonts.readTable(name, value);
  const target = findTarget(reading, name) ?? (isStarred && !openGroups.has(name) ? nowhere : undefined);
  if (target === undefined) return;
  flush(reading);
  group.outer = name === 'upr' || name === 'object' ? group.target : undefined;
  group.target = target;
  if (target !== nowhere) Object.assign(group, { isBold: false, isHidden: false });
}

function findTarget(reading: RtfReading, name: string): RtfTarget | undefined {
  if (name === 'fonttbl') return { write() {}, isFontTable: true };
  if (name === 'footnote') return toFootnote(reading);
  if (name === 'listtext' || name === 'pntext') return toListMark(reading);
  if (name === 'shptxt' || name === 'dptxbxtext') return toBox(reading);
  if (marginGroups.has(name)) return toMargin(reading);
  const omitted = omittedGroups.get(name);
  if (omitted !== undefined) reading.counts[omitted] += 1;
  if (name === 'NeXTGraphic') reading.isPictureSign = true;
  if (omitted !== undefined || skippedGroups.has(name)) return nowhere;
  return findCommentTarget(reading, name);
}

function findCommentTarget(reading: RtfReading, name: string): RtfTarget | undefined {
  if (!name.startsWith('at') && name !== 'annotation') return undefined;
  flush(reading);
  return reading.comments.findTarget(name, reading.body.getPosition());
}

/** A footnote leaves its number at its place; the footnotes of the body stand at its end. */
function toFootnote(reading: RtfReading): RtfTarget {
  const { target, isDeleted } = reading.group;
  if (isDeleted || target.paragraphs === undefined) return nowhere;
  const index = reading.footnotes.push('') - 1;
  write(reading, `[${index + 1}]`);
  return toParagraphs(createParagraphWriter(), (text) => {
    reading.footnotes[index] = text.trim();
  });
}

/** The bullet or number as it shows: bullets are `•` whatever sign and font the program took. */
function toListMark(reading: RtfReading): RtfTarget {
  const { paragraphs } = reading.group.target;
  if (paragraphs === undefined || reading.group.isDeleted) return nowhere;
  return capture((text) => {
    if (text !== '') paragraphs.setMark(/^(?:[^\p{L}\p{N}]|o|[\uf000-\uf0ff])$/u.test(text) ? '•' : text);
  });
}

function toBox(reading: RtfReading): RtfTarget {
  const { paragraphs } = reading.group.target;
  if (paragraphs === undefined || reading.group.isDeleted) return nowhere;
  return toParagraphs(createParagraphWriter(), (text) => {
    if (text.trim() !== '') paragraphs.addBox(text);
  });
}

function toMargin(reading: RtfReading): RtfTarget {
  return capture((text) => {
    if (text !== '') reading.counts.margins += 1;
  });
}
