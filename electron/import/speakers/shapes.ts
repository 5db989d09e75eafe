import { findLabelText, type Label, type LabelKind } from './label.ts';
import { bracketedSource, findWholeTime, rangeSource, readTimes, type Times } from './times.ts';

/**
 * How a label stands on its line: before a colon (`P1:`), before a time that ends the line (`Anna Berg  0:21`), alone after
 * a time (`[0:21] Anna Berg`), before a time and words (`P1 [0:21] …`), in brackets (`[P1] …`), before a tab, a dash (`P1 – …`) or a full stop, alone on the line (`plain` where nothing
 * sets the name off), or in bold before the words.
 */
export type LabelShape =
  | 'colon'
  | 'time'
  | 'stamped'
  | 'inline'
  | 'bracket'
  | 'tab'
  | 'dash'
  | 'stop'
  | 'alone'
  | 'plain'
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
export type Start = { times: Times; position: number; isLoose: boolean; isChat: boolean };

/** A label is at most so long, in UTF-16 units. */
export const longestLabel = 60;
/** No label stands further back, in UTF-16 units. */
export const longestHead = 200;
const longestBareName = 40;

// Every repetition is bounded or followed by a character that cannot belong to it: no backtracking beyond a line's head.
const wordsOfLabel = String.raw`\p{L}(?:[^\n\t:：\[\]{}<>#|*]|#(?=\d{1,3}(?!\d|:\d))){0,${longestLabel - 1}}?`;
// Who dials in to a meeting is called by the telephone number, some digits of it as stars.
const telephone = String.raw`\+\d[\d *()-]{6,18}[\d*]|\d{5}[\d*]{4,10}`;
/** A label as the source of a group. */
export const labelText = `(${wordsOfLabel})`;
/** A label, or the telephone number of somebody who dials in, as the source of a group. */
export const callerText = `(${wordsOfLabel}|${telephone})`;
const timeText = `(${bracketedSource}|${rangeSource})`;
const bracketedTime = `(${bracketedSource})`;
const emphasis = String.raw`(?:\*{1,3}|_{2,3})?`;

/** A time that stands before something else. */
export const leadingTime = new RegExp(
  String.raw`^(${bracketedSource}|${rangeSource}(?=[\s|]))\s{0,8}[-–—|]?\s{0,8}`,
  'u',
);
const colonLine = new RegExp(
  String.raw`^${callerText}\s{0,4}(?:[-–—,@|]?\s{0,4}${timeText})?\s{0,4}${emphasis}\s?([:：])${emphasis}`,
  'u',
);
const timeAfterColon = new RegExp(
  String.raw`^\s{0,8}(?:${bracketedTime}|(${rangeSource})[ ]{0,4}(?:\t|$))`,
  'u',
);
const bracketLine = new RegExp(
  String.raw`^(?:\[${labelText}\]|<${labelText}>|\(${labelText}\)|\{${labelText}\})\s{0,4}([:：]?)`,
  'u',
);
const tabLine = new RegExp(
  String.raw`^${labelText}(?:\s{0,4}\t|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\u3000(?=\S))((?:[ ]{0,3}(?:${timeText}|[\d.,]{1,15})?[ ]{0,3}\t){0,9})`,
  'u',
);
const dashLine = new RegExp(String.raw`^${labelText}(\s{0,4})[-–—]{1,2}\s(?=\s{0,4}\S)`, 'u');
const stopLine = /^(\p{L}{1,3}\d{1,3}|[QAF])\.\s(?=\s{0,4}\S)/u;
const aloneLine = new RegExp(String.raw`^${labelText}\s{0,8}$`, 'u');

/** Reads `P1: words`, with a time on either side of the colon or below it. */
export function readColon(
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
  const isTight = label.kind === 'name' && /^\p{L}/u.test(after) && found[3] === ':';
  const behind = timeAfterColon.exec(after);
  const own = found[2] ?? behind?.[1] ?? behind?.[2];
  const times = pickTimes(start, own);
  const end = start.position + found[0].length + (behind?.[0].length ?? 0);
  const isEmpty = rest.length < longestHead - start.position && after.trim() === '';
  const below = isEmpty && times.time === null ? readTimeBelow(readBelow) : undefined;
  const textStart = below === undefined ? end : lineLength + 1 + below.length;
  // A name with neither words nor time behind its colon is a heading until it comes again.
  const isHeading = isEmpty && times.time === null && below === undefined;
  // With a time of its own it is as sure as a name, whatever its letters.
  const kind = own !== undefined && label.kind === 'weak' ? 'name' : label.kind;
  return toLine({ ...label, kind }, 'colon', below?.times ?? times, {
    textStart,
    isLoose: start.isLoose || isHeading || isTight,
  });
}

/**
 * A colon ends a label before white space; without it after an id, in scripts that write no spaces, and between a name and
 * a capital.
 */
function isEndOfLabel(label: Label, isFullWidth: boolean, after: string): boolean {
  if (after === '' || isFullWidth || /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(after)) return true;
  if (/^[\d/\\:]/.test(after)) return false;
  return (
    label.kind === 'id' ||
    label.kind === 'word' ||
    (label.kind === 'name' && /^\p{Lu}/u.test(after)) ||
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(label.text)
  );
}

/** Reads `[P1] words`, `<P1>`, `(P1)` and `{P1}`. */
export function readBracket(rest: string, start: Start): LabelledLine | undefined {
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
export function readTab(rest: string, start: Start): LabelledLine | undefined {
  const found = tabLine.exec(rest);
  const label = findLabelText(found?.[1]);
  if (found === null || label === undefined) return undefined;
  const after = leadingTime.exec(rest.slice(found[0].length));
  const textStart = start.position + found[0].length + (after?.[0].length ?? 0);
  const times = pickTimes(start, found[2], after?.[1]);
  return toLine(label, 'tab', times, { textStart, isLoose: start.isLoose });
}

/** A label alone is a participant id, a usual word, in capitals, in bold, or has a time above, before or below it. */
export function readAlone(
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
  if (start.times.time !== null && label.kind !== 'weak' && label.kind !== 'small')
    return toLine(label, 'stamped', start.times, { textStart, isLoose: true });
  const isBold = boldLength >= line.trimEnd().length;
  const isCapitals =
    label.text.length > 2 && label.text === label.text.toUpperCase() && label.kind === 'name';
  const isKnownKind = label.kind === 'id' || label.kind === 'word';
  const isPlausible = isKnownKind || isCapitals || (isBold && label.kind === 'name');
  return isPlausible ? toLine(label, 'alone', start.times, { textStart, isLoose: start.isLoose }) : undefined;
}

/** Reads a first and last name with words right below and nothing that sets it off. */
export function readPlain(
  line: string,
  rest: string,
  start: Start,
  { readBelow }: LineContext,
): LabelledLine | undefined {
  if (line.length > longestBareName || /[.\d]\s*$/.test(line)) return undefined;
  const label = findLabelText(aloneLine.exec(rest)?.[1]);
  if (label?.kind !== 'name' || !label.text.includes(' ') || readBelow().trim() === '') return undefined;
  return toLine(label, 'plain', start.times, { textStart: line.length, isLoose: true });
}

function readTimeBelow(readBelow: () => string): { times: Times; length: number } | undefined {
  const below = readBelow();
  const times = findWholeTime(below);
  return times === undefined ? undefined : { times, length: below.length };
}

/** Reads the bold text that a line begins with. */
export function readBold(head: string, start: Start, boldLength: number): LabelledLine | undefined {
  if (boldLength <= start.position || boldLength > longestLabel) return undefined;
  const label = findLabelText(head.slice(start.position, boldLength));
  return label === undefined || label.kind === 'weak' || label.kind === 'small'
    ? undefined
    : toLine(label, 'bold', start.times, { textStart: boldLength, isLoose: start.isLoose });
}

/** Without a blank before it, a dash ends an id only, a full stop ids and the letters of question and answer. */
export function readDash(rest: string, start: Start): LabelledLine | undefined {
  const found = dashLine.exec(rest) ?? stopLine.exec(rest);
  const label = findLabelText(found?.[1]);
  if (found === null || label === undefined) return undefined;
  const shape = found[2] === undefined ? 'stop' : 'dash';
  if (shape === 'dash' && (label.kind === 'weak' || label.kind === 'small')) return undefined;
  if (shape === 'dash' && found[2] === '' && label.kind !== 'id') return undefined;
  return toLine(label, shape, start.times, {
    textStart: start.position + found[0].length,
    isLoose: start.isLoose,
  });
}

function pickTimes(start: Start, ...passages: (string | undefined)[]): Times {
  if (start.times.time !== null) return start.times;
  return readTimes(passages.find((passage) => passage !== undefined && passage !== ''));
}

/** Makes a labelled line of its parts. */
export function toLine(
  { text, key, kind }: Label,
  shape: LabelShape,
  { time, endTime }: Times,
  { textStart, isLoose }: { textStart: number; isLoose: boolean },
): LabelledLine {
  return { label: text, key, kind, shape, time, endTime, textStart, isLoose };
}
