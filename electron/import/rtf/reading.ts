import { decodeRtfBytes, isDoubleByte, isIncomplete, type RtfCharset } from './charsets.ts';
import { createRtfComments, type RtfComments } from './comments.ts';
import { createRtfFonts, type RtfFonts } from './fonts.ts';
import { createFirstGroup, nowhere, type RtfGroup, type RtfTarget } from './groups.ts';
import { createParagraphWriter, type ParagraphWriter } from './writer.ts';

/** How often something was left out, or kept although it does not show. */
export type RtfCounts = {
  deletions: number;
  hidden: number;
  margins: number;
  pictures: number;
  objects: number;
  formulas: number;
};

/** A document while it is read: the groups around the place, the text so far, and bytes that are not decoded yet. */
export type RtfReading = {
  bytes: Buffer;
  /** Whether the bytes that are not escaped are UTF-8, as some programs write against the rules. */
  isUtf8: boolean;
  group: RtfGroup;
  groups: RtfGroup[];
  fonts: RtfFonts;
  comments: RtfComments;
  body: ParagraphWriter;
  toBody: RtfTarget;
  footnotes: string[];
  counts: RtfCounts;
  waiting: number[];
  waitingCharset: RtfCharset;
  /** How many characters are still to be passed over as the fall-back of `\u`. */
  skips: number;
  isUnbalanced: boolean;
  /** Whether TextEdit's sign for a picture comes next. */
  isPictureSign: boolean;
  /** What the last text of the body was, to count passages and not pieces. */
  wasDeleted: boolean;
  wasHidden: boolean;
};

/** Thrown for a document whose groups are nested deeper than any program writes. */
export class RtfDepthError extends Error {}

const deepestGroup = 20_000;

export function beginReading(bytes: Buffer, isUtf8: boolean): RtfReading {
  const body = createParagraphWriter();
  const toBody: RtfTarget = { write: body.write, paragraphs: body };
  return {
    bytes,
    isUtf8,
    group: createFirstGroup(toBody),
    groups: [],
    fonts: createRtfFonts(),
    comments: createRtfComments(),
    body,
    toBody,
    footnotes: [],
    counts: { deletions: 0, hidden: 0, margins: 0, pictures: 0, objects: 0, formulas: 0 },
    waiting: [],
    waitingCharset: '',
    skips: 0,
    isUnbalanced: false,
    isPictureSign: false,
    wasDeleted: false,
    wasHidden: false,
  };
}

export function openGroup(reading: RtfReading): void {
  if (reading.groups.length >= deepestGroup) throw new RtfDepthError('groups without end');
  if (!isWithinCharacter(reading)) flush(reading);
  reading.skips = 0;
  reading.groups.push(reading.group);
  reading.group = { ...reading.group, isStarred: false };
}

export function closeGroup(reading: RtfReading): void {
  const outer = reading.groups.pop();
  const { target } = reading.group;
  if (outer === undefined || target !== outer.target || !isWithinCharacter(reading)) flush(reading);
  reading.skips = 0;
  if (outer === undefined) {
    reading.isUnbalanced = true;
    return;
  }
  reading.group = outer;
  if (target !== outer.target) target.finish?.();
}

/** Writes text with what holds in the group, behind the bytes that wait. */
export function write(reading: RtfReading, text: string): void {
  flush(reading);
  writeDecoded(reading, text);
}

/** Decodes the bytes that wait and writes them. */
export function flush(reading: RtfReading): void {
  if (reading.waiting.length === 0) return;
  const text = decodeRtfBytes(reading.waiting, reading.waitingCharset);
  reading.waiting = [];
  writeDecoded(reading, text);
}

function writeDecoded(reading: RtfReading, text: string): void {
  const { target, isBold, isDeleted, isHidden } = reading.group;
  if (target === nowhere || text === '') return;
  reading.isPictureSign = false;
  if (target === reading.toBody) countMarks(reading, isDeleted, isHidden);
  if (!isDeleted) target.write(text.replaceAll('\0', ''), isBold);
}

function countMarks(reading: RtfReading, isDeleted: boolean, isHidden: boolean): void {
  if (isDeleted && !reading.wasDeleted) reading.counts.deletions += 1;
  if (isHidden && !isDeleted && !reading.wasHidden) reading.counts.hidden += 1;
  reading.wasDeleted = isDeleted;
  reading.wasHidden = isHidden && !isDeleted;
}

/** Takes a byte written as `\'e4`; the fall-back of `\u` is passed over. */
export function takeByte(reading: RtfReading, byte: number, charset?: RtfCharset): void {
  if (reading.skips > 0) {
    reading.skips -= 1;
    return;
  }
  if (reading.group.target === nowhere) return;
  const own = charset ?? reading.fonts.findCharset(reading.group);
  if (own !== reading.waitingCharset) flush(reading);
  reading.waitingCharset = own;
  reading.waiting.push(byte);
}

/** Takes the bytes from `start` to `end`, which stand for themselves. */
export function takePlain(reading: RtfReading, start: number, end: number): void {
  const skipped = Math.min(reading.skips, end - start);
  reading.skips -= skipped;
  if (reading.group.target === nowhere) return;
  let from = start + skipped;
  // The second byte of a character may be a letter of ASCII.
  if (from < end && isWithinCharacter(reading)) {
    takeByte(reading, reading.bytes[from] ?? 0);
    from += 1;
  }
  writePlain(reading, from, end);
}

function writePlain(reading: RtfReading, start: number, end: number): void {
  const text = reading.bytes.toString('latin1', start, end);
  if (!/[\x80-\xff]/.test(text)) {
    if (text !== '') write(reading, text);
    return;
  }
  const charset = reading.isUtf8 ? 'utf-8' : undefined;
  for (let index = start; index < end; index += 1) takeByte(reading, reading.bytes[index] ?? 0, charset);
}

function isWithinCharacter({ waiting, waitingCharset }: RtfReading): boolean {
  return waiting.length > 0 && isDoubleByte(waitingCharset) && isIncomplete(waiting, waitingCharset);
}
