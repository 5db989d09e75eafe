import { findTiming, isSettings, type Timing } from './times.ts';

/** A caption as it stands in a file: times in seconds (null when they cannot be read), lines with their markup. */
type RawCaption = { start: number | null; end: number | null; lines: string[] };

/**
 * The captions of a file. `badTimes` are the numbers of lines (from 1) with a time that cannot be read, `backwards` of those that
 * begin before the caption above, `comments` is how many were left out; `hasHeading` says that a description above the captions was.
 */
type CaptionBlocks = {
  captions: RawCaption[];
  badTimes: number[];
  backwards: number[];
  comments: number;
  hasHeading: boolean;
};

type Block = { lines: string[]; firstLine: number };
type Reading = CaptionBlocks & { isVtt: boolean; lastNumber: number; lastStart: number };

// People who talk at the same time are told in either order.
const overlapSeconds = 2;

const machineLine = /^(?:kind|language|region|x-timestamp-map|style|note|##)\b|^::|^[{}]/i;

/**
 * Reads WebVTT (`isVtt`) or SubRip. What is neither time, identifier, setting nor a block of another kind is speech,
 * wherever it stands, so that a file with missing blank lines, numbers or times loses no words: those
 * outside a caption belong to the one before. The text has LF only. (media-captions drops the words of a caption whose
 * time cannot be read, reads times as words where an empty line is missing, and took 36 s for 100,000 captions.)
 */
export function readCaptionBlocks(text: string, isVtt: boolean): CaptionBlocks {
  const reading: Reading = {
    captions: [],
    badTimes: [],
    backwards: [],
    comments: 0,
    hasHeading: false,
    isVtt,
    lastNumber: 0,
    lastStart: 0,
  };
  for (const block of listBlocks(text)) readCaptions(reading, isVtt ? skipOtherBlock(reading, block) : block);
  return reading;
}

/** Blocks are separated by empty lines; the line of one blank in YouTube's captions separates what is joined again. */
function listBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') lines = [];
    else {
      if (lines.length === 0) blocks.push({ lines, firstLine: index + 1 });
      lines.push(line);
    }
  });
  return blocks;
}

/** What Microsoft Stream notes about each caption. */
const machineComment = /^NOTE\s+(?:duration|language|confidence|recognizability)\b/i;

/** Leaves out heading, comment, style and region, which end at an empty line or at a time. */
function skipOtherBlock(reading: Reading, block: Block): Block {
  const [first = ''] = block.lines;
  const previous = reading.captions.at(-1);
  const isAwaitingWords = previous !== undefined && previous.lines.length === 0;
  const kind = isAwaitingWords ? undefined : /^(?:WEBVTT|NOTE|STYLE|REGION)(?=[\s:]|$)/.exec(first)?.[0];
  if (kind === undefined) return block;
  const time = block.lines.findIndex((line) => findTiming(line) !== undefined);
  const from = time === -1 ? block.lines.length : time;
  if (kind === 'NOTE' && !machineComment.test(first)) reading.comments += 1;
  if (kind === 'WEBVTT') {
    const heading = [first.slice('WEBVTT'.length).replace(/^[\s-]+/, ''), ...block.lines.slice(1, from)];
    reading.hasHeading ||= heading.some((line) => line.trim() !== '' && !machineLine.test(line));
  }
  return { lines: block.lines.slice(from), firstLine: block.firstLine + from };
}

/** Zoom used to name the speaker above the time: `1 "Anna Berg" (3120)`. */
const zoomName = /^\s*\d{1,7} "([^"<>]{1,100})"(?: \(\d{1,20}\))?\s*$/;

function readCaptions(reading: Reading, { lines, firstLine }: Block) {
  let words: string[] = [];
  lines.forEach((line, index) => {
    const timing = findTiming(line);
    if (timing === undefined) {
      words.push(line);
      return;
    }
    const named = zoomName.exec(words.at(-1) ?? '')?.[1];
    addWords(
      reading,
      named === undefined ? withoutIdentifier(reading, words, words.length === index) : words.slice(0, -1),
    );
    const { start, end, rest } = timing;
    const voice = named === undefined ? '' : `<v ${named}>`;
    reading.captions.push({ start, end, lines: voice + rest === '' ? [] : [voice + rest] });
    noteTimes(reading, timing, firstLine + index);
    words = [];
  });
  const [only = ''] = words;
  // The number of a caption that an empty line parts from its time, or that has none.
  const isNumber = lines.length === 1 && Number(only) === reading.lastNumber + 1 && !reading.isVtt;
  if (isNumber) reading.lastNumber += 1;
  else addWords(reading, words);
}

function noteTimes(reading: Reading, { start, end }: Timing, line: number) {
  if (start === null || end === null) reading.badTimes.push(line);
  if (start === null) return;
  if (start < reading.lastStart - overlapSeconds) reading.backwards.push(line);
  reading.lastStart = start;
}

/** The line above a time is a number or, where WebVTT has it alone, a name of one or two words. */
function withoutIdentifier(reading: Reading, words: string[], isWholeBlock: boolean): string[] {
  const last = words.at(-1)?.trim() ?? '';
  const isNumber = /^\d{1,9}$/.test(last);
  if (isNumber) reading.lastNumber = Number(last);
  const isName = reading.isVtt && isWholeBlock && words.length === 1 && !/\S\s+\S+\s+\S/.test(last);
  return isNumber || isName ? words.slice(0, -1) : words;
}

function addWords({ captions }: Reading, words: readonly string[]) {
  if (words.length === 0) return;
  const last = captions.at(-1);
  if (last === undefined) captions.push({ start: null, end: null, lines: [...words] });
  else for (const line of words) if (last.lines.length > 0 || !isSettings(line)) last.lines.push(line);
}
