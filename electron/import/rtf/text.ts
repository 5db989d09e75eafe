import type { Span } from '../../../db/model/span.ts';
import type { TableCells } from '../documents/story-writer.ts';
import type { ReadComment } from '../parsed-transcript.ts';
import { fromPrivateArea } from './charsets.ts';
import { readGroupWord } from './destinations.ts';
import { readEnd, readFormat } from './formats.ts';
import { nowhere } from './groups.ts';
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
} from './reading.ts';
import { readRtfTokens } from './tokens.ts';
import { characterSigns, characterWords } from './words.ts';

/**
 * The text of a Rich Text document. Offsets are UTF-16 units, ends exclusive; footnotes stand from `speechEnd` on.
 * `isCutOff` says that groups are still open where the file ends, `isUnbalanced` that one is closed too often.
 */
export type RtfText = {
  text: string;
  boldHeads: Span[];
  speechEnd: number;
  comments: ReadComment[];
  tables: TableCells[];
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
  const { text: said, boldHeads, tables } = reading.body.finish();
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
    tables,
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
    const { outer } = reading.group;
    if ((name === 'ud' || name === 'result') && outer !== undefined) reading.group.target = outer;
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
