import type { Span } from '../../db/model/span.ts';
import type { ReadComment } from './parsed-transcript.ts';
import { fromPrivateArea } from './rtf-charsets.ts';
import { capture, nowhere, type RtfTarget, toParagraphs } from './rtf-groups.ts';
import {
  beginReading,
  closeGroup,
  flush,
  openGroup,
  type RtfCounts,
  type RtfReading,
  takeByte,
  takePlain,
  write,
} from './rtf-reading.ts';
import { readRtfTokens } from './rtf-tokens.ts';
import {
  characterSigns,
  characterWords,
  marginGroups,
  omittedGroups,
  openGroups,
  skippedGroups,
} from './rtf-words.ts';
import { createParagraphWriter, type ParagraphWriter } from './rtf-writer.ts';

/**
 * The text of a Rich Text document. Offsets are UTF-16 units, ends exclusive; footnotes stand from `speechEnd` on.
 * `isCutOff` says that groups are still open where the file ends, `isUnbalanced` that one is closed too often.
 */
export type RtfText = {
  text: string;
  boldHeads: Span[];
  speechEnd: number;
  comments: ReadComment[];
  counts: RtfCounts;
  isCutOff: boolean;
  isUnbalanced: boolean;
};

/**
 * Reads the text of a Rich Text document, from the byte `start` on, in one pass without recursion. Throws an
 * RtfDepthError when groups are nested without end.
 */
export function readRtfText(bytes: Buffer, start: number, isUtf8: boolean): RtfText {
  const reading = beginReading(bytes, isUtf8);
  const lastControl = bytes.lastIndexOf('\\');
  readRtfTokens(bytes, start, {
    openGroup: () => openGroup(reading),
    closeGroup: () => closeGroup(reading),
    word: (name, value) => readWord(reading, name, value),
    sign: (character) => readSign(reading, character),
    hexByte(byte) {
      // TextEdit writes this sign behind each picture.
      if (byte === 0xac && reading.isPictureSign) reading.isPictureSign = false;
      else takeByte(reading, byte);
    },
    plain: (from, to) => takePlain(reading, from, to),
    // Behind the last group some programs write NUL or a line end; a second document there is read too.
    isDone: (position) => position > start && reading.groups.length === 0 && position > lastControl,
  });
  return finish(reading);
}

function finish(reading: RtfReading): RtfText {
  const isCutOff = reading.groups.length > 0;
  flush(reading);
  while (reading.groups.length > 0) closeGroup(reading);
  const { text: said, boldHeads } = reading.body.finish();
  const notes = reading.footnotes.map((footnote, index) => `[${index + 1}] ${footnote}`);
  const gap = notes.length > 0 && said !== '' ? '\n' : '';
  const text = [said, gap, notes.join('\n')].join('');
  const { counts, isUnbalanced } = reading;
  const speechEnd = said.length + gap.length;
  return {
    text,
    boldHeads,
    speechEnd,
    comments: reading.comments.finish(text),
    counts,
    isCutOff,
    isUnbalanced,
  };
}

function readSign(reading: RtfReading, sign: string): void {
  if (sign === '*') {
    reading.group.isStarred = true;
    return;
  }
  if (sign === '\n' || sign === '\r') {
    readWord(reading, 'par', null);
    return;
  }
  const character = characterSigns.get(sign);
  if (character === undefined) return;
  if (reading.skips > 0) reading.skips -= 1;
  else write(reading, character);
}

function readWord(reading: RtfReading, name: string, value: number | null): void {
  const character = characterWords.get(name);
  if (character !== undefined && reading.skips > 0) {
    reading.skips -= 1;
    return;
  }
  // Whoever writes `\u` without its fall-back goes on with a control word.
  reading.skips = 0;
  const { isStarred, target } = reading.group;
  reading.group.isStarred = false;
  if (target === nowhere) {
    if (name === 'ud' && reading.group.outer !== undefined) reading.group.target = reading.group.outer;
    if (name === 'result' && reading.group.outer !== undefined) reading.group.target = reading.group.outer;
  } else if (character !== undefined) {
    write(reading, character);
  } else if (name === 'u') {
    readUnit(reading, value ?? 0);
  } else if (!readFormat(reading, name, value) && !readEnd(reading, name)) {
    readGroupWord(reading, name, value, isStarred);
  }
}

function readUnit(reading: RtfReading, value: number): void {
  // Written as a signed number of 16 bits; a few programs write larger characters whole.
  const code = value < 0 ? value + 0x10000 : value;
  if (code >= 0 && code <= 0xffff) write(reading, fromPrivateArea(code));
  else if (code > 0 && code <= 0x10ffff) write(reading, String.fromCodePoint(code));
  reading.skips = reading.group.fallback;
}

/** Takes a word about the looks of text and returns whether it was one. */
function readFormat(reading: RtfReading, name: string, value: number | null): boolean {
  const change = formats.get(name);
  if (change === undefined) return false;
  if (reading.group.target.isFontTable === true) {
    reading.fonts.readTable(name, value);
    return true;
  }
  flush(reading);
  change(reading, value);
  return true;
}

type Change = (reading: RtfReading, value: number | null) => void;

const formats: ReadonlyMap<string, Change> = new Map<string, Change>([
  ['f', ({ group }, value) => (group.font = value)],
  ['af', ({ group }, value) => (group.other = value)],
  ['rtlch', ({ group }) => (group.isRightToLeft = true)],
  ['ltrch', ({ group }) => (group.isRightToLeft = false)],
  ['b', ({ group }, value) => (group.isBold = value !== 0)],
  ['v', ({ group }, value) => (group.isHidden = value !== 0)],
  ['deleted', ({ group }, value) => (group.isDeleted = value !== 0)],
  ['plain', ({ group }) => Object.assign(group, { isBold: false, isHidden: false, isDeleted: false })],
  ['uc', ({ group }, value) => (group.fallback = Math.min(Math.max(0, value ?? 1), 16))],
  ['ilvl', ({ group }, value) => group.target.paragraphs?.setLevel(value ?? 0)],
  [
    'pard',
    ({ group }) => {
      group.isInTable = false;
      group.target.paragraphs?.setLevel(0);
    },
  ],
  ['intbl', ({ group }) => (group.isInTable = true)],
  ['deff', ({ fonts }, value) => fonts.readHead('deff', value)],
  ['ansicpg', ({ fonts }, value) => fonts.readHead('ansicpg', value)],
  ['mac', ({ fonts }) => fonts.readHead('mac', null)],
  ['pc', ({ fonts }) => fonts.readHead('pc', null)],
  ['pca', ({ fonts }) => fonts.readHead('pca', null)],
]);

/** Takes a word that ends a line, a paragraph or a cell and returns whether it was one. */
function readEnd(reading: RtfReading, name: string): boolean {
  const end = ends.get(name);
  if (end === undefined) return false;
  flush(reading);
  const { target, isDeleted, isInTable } = reading.group;
  // Where the end of a paragraph was deleted the next one goes on.
  if (isDeleted) return true;
  if (target.paragraphs !== undefined) end(target.paragraphs, isInTable);
  else target.write(' ', false);
  return true;
}

const ends: ReadonlyMap<string, (paragraphs: ParagraphWriter, isInTable: boolean) => void> = new Map([
  ['par', (paragraphs: ParagraphWriter, isInTable: boolean) => paragraphs.endParagraph(isInTable)],
  ['line', (paragraphs: ParagraphWriter) => paragraphs.endLine()],
  ['lbr', (paragraphs: ParagraphWriter) => paragraphs.endLine()],
  ['page', (paragraphs: ParagraphWriter) => paragraphs.endStartedLine()],
  ['column', (paragraphs: ParagraphWriter) => paragraphs.endStartedLine()],
  ['sect', (paragraphs: ParagraphWriter) => paragraphs.endStartedLine()],
  ['cell', (paragraphs: ParagraphWriter) => paragraphs.endCell()],
  ['row', (paragraphs: ParagraphWriter) => paragraphs.endRow()],
  ['nestcell', (paragraphs: ParagraphWriter) => paragraphs.endNestedCell()],
  ['nestrow', (paragraphs: ParagraphWriter) => paragraphs.endNestedRow()],
]);

/** Takes a word that says what the group is; a group marked by `\*` is passed over when it is not known. */
function readGroupWord(reading: RtfReading, name: string, value: number | null, isStarred: boolean): void {
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
