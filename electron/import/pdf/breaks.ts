import { isKnownSpeaker } from '../speakers/words.ts';
import type { PdfLine } from './lines.ts';

/**
 * How lines of a column are set: where they begin and may end, the usual distance between two of one paragraph, all in
 * points, and whether a line further in goes on with a paragraph (`isHanging`) or begins one.
 */
export type ColumnShape = { left: number; right: number; pitch: number; isHanging: boolean };

const bullet = /^[•◦▪‣·●○■□]\s/u;
const listMark = /^(?:[–—*-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s/u;
const sentenceEnd = /[.!?:;…。！？；：؟][)\]"'”’»›」』]*$/u;
const labelled =
  /^(\p{L}[^\n\t:：.!?;,[\](){}<>]{0,40}?)\s?(?:[[(<{#][\d:.,\s-]{4,20}[\])>}#]\s?)?[:：](?:\s|$|(?=\p{Lo}))/u;
const name = /^\p{Lu}[\p{L}\p{M}.'’-]*(?: \p{L}[\p{L}\p{M}.'’-]*){0,3}$/u;
const timeMark = /^(?:[[(#<{]\d{1,3}:\d{2}|\d{1,2}:\d{2}:\d{2}\s)/u;

/**
 * Describes a column by its lines on all pages. `stretches` are lines that stand below one another without a break;
 * `pageWidth` is known where the column is the only one on the page.
 */
export function describeColumn(
  stretches: readonly (readonly PdfLine[])[],
  pageWidth: number | undefined,
): ColumnShape {
  const lines = stretches.flat();
  const lefts = lines.map(({ left }) => left).toSorted((one, other) => one - other);
  const rights = lines.map(({ right }) => right).toSorted((one, other) => other - one);
  const left = lefts[Math.floor(lefts.length * 0.02)] ?? 0;
  const shape = {
    left,
    right: findRightEdge(rights, left, pageWidth),
    pitch: findPitch(stretches),
    isHanging: false,
  };
  return { ...shape, isHanging: isHanging(stretches, shape) };
}

/**
 * Where lines may end. A line that sticks out, such as a long address, is not what the others are measured by; and where
 * one line alone comes near the edge, or none fills the page, lines are not broken there, and the margins of the page are
 * taken to be alike.
 */
function findRightEdge(rights: readonly number[], left: number, pageWidth: number | undefined): number {
  const right = rights[Math.floor(rights.length * 0.03)] ?? 0;
  const near = rights.filter((one) => one > right - 0.12 * (right - left)).length;
  if (pageWidth === undefined) return near < 2 ? right + 0.15 * (right - left) : right;
  const isNarrow = right - left < 0.6 * (pageWidth - 2 * left);
  return near < 2 || isNarrow ? Math.max(right, pageWidth - left) : right;
}

/** The smallest distance that comes often, for larger ones stand between paragraphs. */
function findPitch(stretches: readonly (readonly PdfLine[])[]): number {
  const steps = stretches
    .flatMap((lines) => lines.slice(1).map((line, index) => toStep(line, lines[index])))
    .filter((step) => step > 0)
    .toSorted((one, other) => one - other);
  const least = Math.max(1, Math.floor(steps.length * 0.04));
  const found = steps.findIndex((step, index) => (steps[index + least - 1] ?? Infinity) <= step * 1.05);
  return steps[found === -1 ? 0 : found] ?? Infinity;
}

/** The distance of two lines as a multiple of the size of their letters. */
function toStep(line: PdfLine, before: PdfLine | undefined): number {
  return before === undefined ? 0 : (line.baseline - before.baseline) / Math.max(line.size, before.size);
}

function isHanging(stretches: readonly (readonly PdfLine[])[], shape: ColumnShape): boolean {
  let [hanging, indented] = [0, 0];
  for (const lines of stretches) {
    lines.forEach((line, index) => {
      const before = lines[index - 1];
      if (before === undefined || line.left - before.left < 0.7 * line.size) return;
      if (isShort(before, line, shape) || sentenceEnd.test(before.text)) indented += 1;
      else hanging += 1;
    });
  }
  return hanging > 0 && hanging >= 0.5 * indented;
}

/** Decides whether a line begins a paragraph. `before` is the line above it, `after` the line below it. */
export function isParagraphStart(
  before: PdfLine,
  line: PdfLine,
  after: PdfLine | undefined,
  shape: ColumnShape,
): boolean {
  if (line.isNumbered || bullet.test(line.text) || Math.abs(line.size - before.size) > 0.1 * before.size)
    return true;
  const isEnd = sentenceEnd.test(before.text);
  if (isLabelled(line, isEnd) || timeMark.test(line.text)) return true;
  if (line.page !== before.page || line.baseline < before.baseline)
    return isStartOnNewPage(before, line, after, shape);
  if (toStep(line, before) > (line.isTall || before.isTall ? 1.5 : 1.2) * shape.pitch) return true;
  if (isShort(before, line, shape)) return true;
  if (isWhollyBold(before) !== isWhollyBold(line) && (isEnd || !/^\p{Ll}/u.test(line.text))) return true;
  if (isEnd && line.boldLength > 0 && before.boldLength < before.text.length) return true;
  if (listMark.test(line.text) && (isEnd || line.left !== before.left)) return true;
  return isIndented(before, line, after, shape, isEnd);
}

/** On a new page or in a new column no gap tells, so that only what the lines themselves say counts. */
function isStartOnNewPage(
  before: PdfLine,
  line: PdfLine,
  after: PdfLine | undefined,
  shape: ColumnShape,
): boolean {
  const isEnd = sentenceEnd.test(before.text);
  if (isShort(before, line, shape) && (isEnd || !/^\p{Ll}/u.test(line.text))) return true;
  if (isWhollyBold(before) !== isWhollyBold(line)) return true;
  return isIndented(before, line, after, shape, isEnd);
}

function isIndented(
  before: PdfLine,
  line: PdfLine,
  after: PdfLine | undefined,
  { isHanging, left }: ColumnShape,
  isEnd: boolean,
): boolean {
  const least = 0.7 * line.size;
  if (isHanging)
    return line.left < before.left - least || (line.left < left + least && before.left > left + least);
  const isFurtherIn = line.left > before.left + least || line.left > left + least;
  const isBack = after === undefined || after.left < line.left - least || after.page !== line.page;
  return isEnd && isFurtherIn && isBack;
}

/**
 * Whether a line ends where its paragraph does: the first word of the next line would have fitted behind it. Where it
 * would just have fitted, the next line must look like a beginning too.
 */
function isShort(line: PdfLine, next: PdfLine, { right, left }: ColumnShape): boolean {
  const room = right - line.right - measureFirstWord(next);
  if (sentenceEnd.test(line.text)) return room > 0.3 * line.size;
  if (/^[\p{Lu}\p{Lt}\d"“„«([]/u.test(next.text)) return room > 2.5 * line.size;
  return room > 0.25 * (right - left);
}

function measureFirstWord({ text, left, right }: PdfLine): number {
  const length = /^\S+/u.exec(text)?.[0].length ?? 0;
  return (right - left) * (length / Math.max(1, text.length));
}

/** A name with a colon in the middle of a sentence is no label; an id or a usual word for a speaker always is. */
function isLabelled({ text }: PdfLine, isEnd: boolean): boolean {
  const label = labelled.exec(text)?.[1];
  if (label === undefined) return false;
  return isKnownSpeaker(label) || (isEnd && name.test(label));
}

function isWhollyBold({ text, boldLength }: PdfLine): boolean {
  return boldLength >= text.length;
}
