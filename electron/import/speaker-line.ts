import { findLabelText, type Label, type LabelKind } from './speaker-label.ts';
import { bracketedSource, findWholeTime, rangeSource, readTimes, type Times } from './speaker-times.ts';

/**
 * How a label stands on its line: before a colon (`P1:`), before a time that ends the line (`Anna Berg  0:21`), alone after
 * a time (`[0:21] Anna Berg`), in brackets (`[P1] …`), before a tab, a dash (`P1 – …`) or a full stop, alone on the line,
 * or in bold before the words.
 */
export type LabelShape =
  | 'colon'
  | 'time'
  | 'stamped'
  | 'bracket'
  | 'tab'
  | 'dash'
  | 'stop'
  | 'alone'
  | 'bold';

/**
 * A line that may begin a turn; `textStart` counts from the start of the line, in UTF-16 units. `isLoose`: it may
 * as well be a heading, a list item or a sentence, so that a name must come again.
 */
export type LabelledLine = Times & {
  label: string;
  key: string;
  kind: LabelKind;
  shape: LabelShape;
  textStart: number;
  isLoose: boolean;
};

/** What is around a line: the length of the bold text it begins with, the time on the line above, the line below. */
export type LineContext = { boldLength: number; timeAbove: Times | undefined; readBelow: () => string };

/** What stands before a label; `position` is where the label begins. */
type Start = { times: Times; position: number; isLoose: boolean; isChat: boolean };

const longestLabel = 60;
const longestHead = 200;

// Every repetition is bounded or followed by a character that cannot belong to it: no backtracking beyond a line's head.
const labelText = String.raw`(\p{L}[^\n\t:：\[\]{}<>#|*]{0,${longestLabel - 1}}?)`;
const timeText = `(${bracketedSource}|${rangeSource})`;
const bracketedTime = `(${bracketedSource})`;
const emphasis = String.raw`(?:\*{1,3}|_{2,3})?`;

// Marks of direction, quotation marks of mail and Markdown, a bullet, a dash, or a number of the line.
const lineMark =
  /^[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\s]{0,20}(?:>{1,3}\s{0,8}){0,4}(?:([•*\-–—])\s{1,8}|(\d{1,5}[.)]?)\s{1,8}(?=\S))?/u;
const leadingTime = new RegExp(
  String.raw`^(${bracketedSource}|${rangeSource}(?=[\s|]))\s{0,8}[-–—|]?\s{0,8}`,
  'u',
);
const openEmphasis = /^(?:\*{1,3}|_{2,3})(?=\p{L})/u;
const chatSender = /^From\s{1,4}(?=\p{L})/u;
const colonLine = new RegExp(
  String.raw`^${labelText}\s{0,4}(?:[-–—,@|]?\s{0,4}${timeText})?\s{0,4}${emphasis}\s?([:：])${emphasis}`,
  'u',
);
const timeAfterColon = new RegExp(
  String.raw`^\s{0,8}(?:${bracketedTime}|(${rangeSource})[ ]{0,4}(?:\t|$))`,
  'u',
);
const timeLine = new RegExp(
  String.raw`^(?:${labelText}|\[${labelText}\])(?:\s{0,8}[-–—,|]?\s{0,8}${bracketedTime}|(?:\s{2,30}|\t|\u00a0|\s?[-–—,|]\s)(${rangeSource})|\s(${rangeSource}))\s{0,8}$`,
  'u',
);
const bracketLine = new RegExp(
  String.raw`^(?:\[${labelText}\]|<${labelText}>|\(${labelText}\)|\{${labelText}\})\s{0,4}([:：]?)`,
  'u',
);
const tabLine = new RegExp(
  String.raw`^${labelText}\s{0,4}\t((?:[ ]{0,3}(?:${timeText}|[\d.,]{1,15})?[ ]{0,3}\t){0,9})`,
  'u',
);
const dashLine = new RegExp(String.raw`^${labelText}(\s{0,4})[-–—]{1,2}\s(?=\s{0,4}\S)`, 'u');
const stopLine = /^(\p{L}{1,3}\d{1,3})\.\s(?=\s{0,4}\S)/u;
const aloneLine = new RegExp(String.raw`^${labelText}\s{0,8}$`, 'u');

// A line longer than a label and a time begins a turn only when one of these follows the label.
const longestBare = 120;
const sign = /[:：\t\]})>#]|\s?[-–—]{1,2}\s|^\s*\p{L}{1,3}\d{1,3}\./u;

/**
 * Reads the head of a line (without its line end) as a speaker label, or returns undefined. Looks at 200 characters at
 * most, and at the line below only where a label stands alone.
 */
export function findLabel(line: string, context: LineContext): LabelledLine | undefined {
  const head = line.length > longestHead ? line.slice(0, longestHead) : line;
  const plain = findPlainLabel(head, context);
  if (plain !== undefined) return plain;
  if (line.length > longestBare && context.boldLength === 0 && !sign.test(head)) return undefined;
  const start = skipLeading(head, context.timeAbove);
  const rest = start.position === 0 ? head : head.slice(start.position);
  return (
    readColon(rest, start, line.length, context) ??
    readTimeLine(line, rest, start) ??
    readBracket(rest, start) ??
    readTab(rest, start) ??
    readAlone(line, rest, start, context) ??
    readBold(head, start, context.boldLength) ??
    readDash(rest, start)
  );
}

/**
 * Reads `P1: words`, as most labels stand, without the patterns for all the other shapes: nothing before the label
 * but the line's start, and words behind its colon.
 */
function findPlainLabel(head: string, { timeAbove }: LineContext): LabelledLine | undefined {
  const colon = head.indexOf(':');
  if (colon < 1 || colon > longestLabel || !isWordBehind(head, colon)) return undefined;
  const label = findLabelText(head.slice(0, colon));
  if (label === undefined || label.text.length !== colon || !plainLabel.test(label.text)) return undefined;
  return toLine(label, 'colon', timeAbove ?? noTimes, { textStart: colon + 1, isLoose: false });
}

const plainLabel = /^\p{L}[\p{L}\p{M}\p{N} .'’_]*$/u;

function isWordBehind(head: string, colon: number): boolean {
  const behind = head.charCodeAt(colon + 2);
  return head.charCodeAt(colon + 1) === 0x20 && isLatinLetter(behind);
}

function isLatinLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit < 0x250);
}

function skipLeading(head: string, timeAbove: Times | undefined): Start {
  const mark = lineMark.exec(head);
  let position = mark?.[0].length ?? 0;
  const time = leadingTime.exec(head.slice(position));
  position += time?.[0].length ?? 0;
  const isChat = time !== null && chatSender.test(head.slice(position));
  const before = (isChat ? chatSender : openEmphasis).exec(head.slice(position));
  position += before?.[0].length ?? 0;
  const isListed = /^[•*\d]/.test(mark?.[1] ?? mark?.[2] ?? '');
  const times = time === null ? (timeAbove ?? noTimes) : readTimes(time[1]);
  return { times, position, isLoose: isListed && time === null, isChat };
}

const noTimes: Times = { time: null, endTime: null };

function readColon(
  rest: string,
  start: Start,
  lineLength: number,
  { readBelow }: LineContext,
): LabelledLine | undefined {
  const found = colonLine.exec(rest);
  if (found === null) return undefined;
  const label = findLabelText(start.isChat ? found[1]?.replace(/\sto\s.*$/iu, '') : found[1]);
  const after = rest.slice(found[0].length);
  if (label === undefined || !isEndOfLabel(label, found[3] === '：', after)) return undefined;
  const behind = timeAfterColon.exec(after);
  const times = pickTimes(start, found[2], behind?.[1] ?? behind?.[2]);
  const end = start.position + found[0].length + (behind?.[0].length ?? 0);
  const isEmpty = rest.length < longestHead - start.position && after.trim() === '';
  const below = isEmpty && times.time === null ? readTimeBelow(readBelow) : undefined;
  const textStart = below === undefined ? end : lineLength + 1 + below.length;
  // A name with neither words nor time behind its colon is a heading until it comes again.
  const isHeading = isEmpty && times.time === null && below === undefined;
  return toLine(label, 'colon', below?.times ?? times, { textStart, isLoose: start.isLoose || isHeading });
}

/** A colon ends a label before white space; without it only after an id, or in scripts that write no spaces. */
function isEndOfLabel(label: Label, isFullWidth: boolean, after: string): boolean {
  if (after === '' || isFullWidth || /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(after)) return true;
  if (/^[\d/\\:]/.test(after)) return false;
  return (
    label.kind === 'id' ||
    label.kind === 'word' ||
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(label.text)
  );
}

function readTimeLine(line: string, rest: string, start: Start): LabelledLine | undefined {
  if (line.length > longestHead) return undefined;
  const found = timeLine.exec(rest);
  const label = findLabelText(found?.[1] ?? found?.[2]);
  if (found === null || label === undefined) return undefined;
  const [, , , inBrackets, apart, close] = found;
  // One space before the time is also how a sentence ends (“we met at 10:30”): hours, minutes and seconds are not.
  const isClose = close !== undefined && !/:\d{2}:/.test(close);
  if (isClose && label.kind === 'weak') return undefined;
  const times = readTimes(inBrackets ?? apart ?? close);
  const textStart = start.position + found[0].length;
  return toLine(label, 'time', times, { textStart, isLoose: isClose || start.isLoose });
}

function readBracket(rest: string, start: Start): LabelledLine | undefined {
  const found = bracketLine.exec(rest);
  const label = findLabelText(found?.slice(1, 5).find((group) => group !== undefined));
  if (found === null || label === undefined) return undefined;
  const shape = found[5] === '' ? 'bracket' : 'colon';
  return toLine(label, shape, start.times, {
    textStart: start.position + found[0].length,
    isLoose: start.isLoose,
  });
}

/** Tables put times and numbers between label and words, each in its column. */
function readTab(rest: string, start: Start): LabelledLine | undefined {
  const found = tabLine.exec(rest);
  const label = findLabelText(found?.[1]);
  if (found === null || label === undefined) return undefined;
  const after = leadingTime.exec(rest.slice(found[0].length));
  const textStart = start.position + found[0].length + (after?.[0].length ?? 0);
  const times = pickTimes(start, found[2], after?.[1]);
  return toLine(label, 'tab', times, { textStart, isLoose: start.isLoose });
}

/** A label alone is a participant id, a usual word, in capitals, in bold, or has a time above, before or below it. */
function readAlone(
  line: string,
  rest: string,
  start: Start,
  { boldLength, readBelow }: LineContext,
): LabelledLine | undefined {
  if (line.length > longestHead) return undefined;
  const label = findLabelText(aloneLine.exec(rest)?.[1]);
  if (label === undefined) return undefined;
  const below = readTimeBelow(readBelow);
  if (below !== undefined) {
    const isLoose = start.isLoose;
    return toLine(label, 'time', below.times, { textStart: line.length + 1 + below.length, isLoose });
  }
  const textStart = line.length;
  if (start.times.time !== null && label.kind !== 'weak')
    return toLine(label, 'stamped', start.times, { textStart, isLoose: true });
  const isBold = boldLength >= line.trimEnd().length;
  const isCapitals =
    label.text.length > 2 && label.text === label.text.toUpperCase() && label.kind === 'name';
  const isKnownKind = label.kind === 'id' || label.kind === 'word';
  const isPlausible = isKnownKind || isCapitals || (isBold && label.kind === 'name');
  return isPlausible ? toLine(label, 'alone', start.times, { textStart, isLoose: start.isLoose }) : undefined;
}

function readTimeBelow(readBelow: () => string): { times: Times; length: number } | undefined {
  const below = readBelow();
  const times = findWholeTime(below);
  return times === undefined ? undefined : { times, length: below.length };
}

function readBold(head: string, start: Start, boldLength: number): LabelledLine | undefined {
  if (boldLength <= start.position || boldLength > longestLabel) return undefined;
  const label = findLabelText(head.slice(start.position, boldLength));
  return label === undefined || label.kind === 'weak'
    ? undefined
    : toLine(label, 'bold', start.times, { textStart: boldLength, isLoose: start.isLoose });
}

/** Without a blank before it, a dash or a full stop ends an id only. */
function readDash(rest: string, start: Start): LabelledLine | undefined {
  const found = dashLine.exec(rest) ?? stopLine.exec(rest);
  const label = findLabelText(found?.[1]);
  if (found === null || label === undefined || label.kind === 'weak') return undefined;
  if ((found[2] ?? '') === '' && label.kind !== 'id') return undefined;
  const shape = found[2] === undefined ? 'stop' : 'dash';
  return toLine(label, shape, start.times, {
    textStart: start.position + found[0].length,
    isLoose: start.isLoose,
  });
}

function pickTimes(start: Start, ...passages: (string | undefined)[]): Times {
  if (start.times.time !== null) return start.times;
  return readTimes(passages.find((passage) => passage !== undefined && passage !== ''));
}

function toLine(
  { text, key, kind }: Label,
  shape: LabelShape,
  { time, endTime }: Times,
  { textStart, isLoose }: { textStart: number; isLoose: boolean },
): LabelledLine {
  return { label: text, key, kind, shape, time, endTime, textStart, isLoose };
}
