import { toParticipantId, toSpeakerKey } from '../../db/model/speaker.ts';
import { isInterviewerWord, isNameLike, isNoSpeaker, isParticipantWord } from './speaker-words.ts';

/**
 * How a label stands on its line: before a colon (`P1:`), before a time that ends the line (`Anna Berg  0:21`), in
 * brackets (`[P1] …`), before a tab, alone on the line, or in bold before the words.
 */
export type LabelShape = 'colon' | 'time' | 'bracket' | 'tab' | 'alone' | 'bold';

/** What a label looks like: a participant id, a usual word for a speaker, a name, or words that may be anything. */
type LabelKind = 'id' | 'word' | 'name' | 'weak';

/** A line that may begin a turn; `textStart` counts from the start of the line, in UTF-16 units. */
export type LabelledLine = {
  label: string;
  key: string;
  kind: LabelKind;
  shape: LabelShape;
  time: string | null;
  textStart: number;
};

type Start = { position: number; time: string | null };

const longestLabel = 60;
const longestHead = 200;

const clock = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,-]\d{1,3})?`;
const range = String.raw`(${clock})(?:\s*(?:-->|[-–—])\s*${clock})?`;
const bracketed = String.raw`(?:#${range}#|\[${range}\]|\(${range}\)|\{${range}\}|<${range}>)`;
// Every repetition is bounded or followed by a character that cannot belong to it: no backtracking beyond a line's head.
const labelText = String.raw`(\p{L}[^\n\t:：\[\]{}<>#|]{0,${longestLabel - 1}}?)`;

// Marks of direction, a bullet, a dash, a quotation mark of Markdown, or a number of the line.
const lineMark = /^[\u200e\u200f\u202a-\u202e\s]{0,20}(?:[•*>\-–—]\s{1,8}|\d{1,5}[.)]\s{1,8})?/u;
const leadingTime = new RegExp(String.raw`^(?:${bracketed}|${range}(?=[\s|]))\s{0,8}[-–—|]?\s{0,8}`, 'u');
const colonLine = new RegExp(
  String.raw`^${labelText}\s{0,4}(?:[-–—,@|]?\s{0,4}(?:${bracketed}|${range}))?\s{0,4}([:：])`,
  'u',
);
const timeAfterColon = new RegExp(String.raw`^\s{0,8}(?:${bracketed})`, 'u');
const timeLine = new RegExp(
  String.raw`^${labelText}(?:\s{0,8}[-–—,|]?\s{0,8}${bracketed}|(?:\s{2,30}|\t|\u00a0|\s?[-–—,|]\s)${range}|\s(${clock}))\s{0,8}$`,
  'u',
);
const bracketLine = new RegExp(
  String.raw`^(?:\[${labelText}\]|<${labelText}>|\(${labelText}\))\s{0,4}([:：]?)`,
  'u',
);
const tabLine = new RegExp(String.raw`^${labelText}\s{0,4}\t`, 'u');
const aloneLine = new RegExp(String.raw`^${labelText}\s{0,8}$`, 'u');
const wholeTime = new RegExp(String.raw`^\s*(?:${bracketed}|${range})\s*$`, 'u');

/**
 * Reads the head of a line (without its line end) as a speaker label, or returns undefined. `boldLength` is the
 * length of the bold text the line begins with, `nextLine` the line that follows. Looks at 200 characters at most.
 */
export function findLabel(line: string, boldLength: number, nextLine: string): LabelledLine | undefined {
  const head = line.slice(0, longestHead);
  const start = skipLeading(head);
  const rest = head.slice(start.position);
  return (
    readColon(rest, start) ??
    readTimeLine(line, rest, start) ??
    readBracket(rest, start) ??
    readTab(rest, start) ??
    readAlone(line, rest, start, nextLine, boldLength) ??
    readBold(head, start, boldLength)
  );
}

function skipLeading(head: string): Start {
  const mark = lineMark.exec(head)?.[0].length ?? 0;
  const time = leadingTime.exec(head.slice(mark));
  return time === null
    ? { position: mark, time: null }
    : { position: mark + time[0].length, time: pickTime(time, 1) };
}

function readColon(rest: string, start: Start): LabelledLine | undefined {
  const found = colonLine.exec(rest);
  if (found === null) return undefined;
  const label = toLabel(found[1]);
  if (label === undefined || !isEndOfLabel(label, found.at(-1) === '：', rest.slice(found[0].length)))
    return undefined;
  const after = timeAfterColon.exec(rest.slice(found[0].length));
  const time = start.time ?? pickTime(found, 2) ?? (after === null ? null : pickTime(after, 1));
  const textStart = start.position + found[0].length + (after?.[0].length ?? 0);
  return toLine(label, 'colon', time, textStart);
}

/** A colon ends a label before white space; without it only after an id, or in scripts that write no spaces. */
function isEndOfLabel(
  label: { text: string; kind: LabelKind },
  isFullWidth: boolean,
  after: string,
): boolean {
  if (after === '' || isFullWidth || /^\s/.test(after)) return true;
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
  const label = toLabel(found?.[1]);
  if (found === null || label === undefined) return undefined;
  // One space before the time is also how a sentence ends (“we met at 10:30”): hours, minutes and seconds are not.
  const isLoose = found.at(-1) !== undefined;
  if (isLoose && !/:\d{2}:/.test(found.at(-1) ?? '')) return undefined;
  return toLine(label, 'time', pickTime(found, 2), start.position + found[0].length);
}

function readBracket(rest: string, start: Start): LabelledLine | undefined {
  const found = bracketLine.exec(rest);
  const label = toLabel(found?.[1] ?? found?.[2] ?? found?.[3]);
  if (found === null || label === undefined) return undefined;
  const shape = found[4] === '' ? 'bracket' : 'colon';
  return toLine(label, shape, start.time, start.position + found[0].length);
}

function readTab(rest: string, start: Start): LabelledLine | undefined {
  const found = tabLine.exec(rest);
  const label = toLabel(found?.[1]);
  if (found === null || label === undefined) return undefined;
  const after = leadingTime.exec(rest.slice(found[0].length));
  const textStart = start.position + found[0].length + (after?.[0].length ?? 0);
  return toLine(label, 'tab', start.time ?? (after === null ? null : pickTime(after, 1)), textStart);
}

/** A label alone is a participant id, a usual word, in capitals, in bold, or has a time on the line before its words. */
function readAlone(
  line: string,
  rest: string,
  start: Start,
  nextLine: string,
  boldLength: number,
): LabelledLine | undefined {
  if (line.length > longestHead) return undefined;
  const label = toLabel(aloneLine.exec(rest)?.[1]);
  if (label === undefined) return undefined;
  const below = nextLine.length > longestHead ? null : wholeTime.exec(nextLine);
  if (below !== null) return toLine(label, 'time', pickTime(below, 1), line.length + 1 + nextLine.length);
  const isBold = boldLength >= line.trimEnd().length;
  const isCapitals =
    label.text.length > 2 && label.text === label.text.toUpperCase() && label.kind === 'name';
  const isPlausible =
    label.kind === 'id' || label.kind === 'word' || isCapitals || (isBold && label.kind === 'name');
  return isPlausible ? toLine(label, 'alone', start.time, line.length) : undefined;
}

function readBold(head: string, start: Start, boldLength: number): LabelledLine | undefined {
  if (boldLength <= start.position || boldLength > longestLabel) return undefined;
  const label = toLabel(head.slice(start.position, boldLength));
  return label === undefined || label.kind === 'weak'
    ? undefined
    : toLine(label, 'bold', start.time, boldLength);
}

function toLine(
  label: { text: string; kind: LabelKind },
  shape: LabelShape,
  time: string | null,
  textStart: number,
): LabelledLine {
  return { label: label.text, key: toSpeakerKey(label.text), kind: label.kind, shape, time, textStart };
}

function toLabel(written: string | undefined): { text: string; kind: LabelKind } | undefined {
  const text = (written ?? '').replace(/[\s,–—-]+$/u, '').replace(/\s+/gu, ' ');
  if (text === '' || /[.!?;"“”«»„…。！？，、；=@*]/u.test(text.replace(/\b\p{L}{1,4}\./gu, '')))
    return undefined;
  const bare = text.replace(/\s*\([^()]*\)$/u, '');
  if (toParticipantId(bare) !== undefined && !isInterviewerWord(bare)) return { text, kind: 'id' };
  if (isInterviewerWord(bare) || isParticipantWord(bare)) return { text, kind: 'word' };
  if (bare.split(' ').length > 5 || isNoSpeaker(bare)) return undefined;
  // One capital may be anything from an answer (A) to the first point of a list.
  if (isNameLike(bare) && bare.length > 1) return { text, kind: 'name' };
  return /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(bare) && !isSentenceOfHan(bare) ? { text, kind: 'weak' } : undefined;
}

function isSentenceOfHan(text: string): boolean {
  return text.length > 8 && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}

function pickTime(found: RegExpExecArray, from: number): string | null {
  return found.slice(from).find((group) => group !== undefined && /^\d/.test(group)) ?? null;
}
