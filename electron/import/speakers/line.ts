import { findLabelText } from './label.ts';
import {
  type LabelledLine,
  type LineContext,
  leadingTime,
  longestHead,
  longestLabel,
  readAlone,
  readBold,
  readBracket,
  readColon,
  readDash,
  readPlain,
  readTab,
  type Start,
  toLine,
} from './shapes.ts';
import { readTimeBeforeWords, readTimeLine } from './time-shapes.ts';
import { readTimes, type Times } from './times.ts';

// Marks of direction, quotation marks of mail and Markdown, a bullet, a dash, or a number of the line.
const lineMark =
  /^[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\s]{0,20}(?:>{1,3}\s{0,8}){0,4}(?:([•*\-–—])\s{1,8}|(\d{1,5}[.)]?|\(\d{1,5}\)|\[\d{1,5}\])\s{1,8}(?=\S))?/u;
const openEmphasis = /^(?:\*{1,3}|_{2,3})(?=\p{L})/u;
// Zoom's chat, and who is not in the address book of a messenger.
const chatSender = /^(?:From\s{1,4}|~\s{0,2})(?=\p{L})/u;

// A line longer than a label and a time begins a turn only when one of these follows the label.
const longestBare = 120;
const sign = /[:：\t\]})>#]|[-–—]\s|^\s*\p{L}{1,3}\d{1,3}\./u;

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
    readTimeBeforeWords(rest, start) ??
    readBracket(rest, start) ??
    readTab(rest, start) ??
    readAlone(line, rest, start, context) ??
    readBold(head, start, context.boldLength) ??
    readDash(rest, start) ??
    readPlain(line, rest, start, context)
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
  const isListed = /^[•*\d([]/.test(mark?.[1] ?? mark?.[2] ?? '');
  const times = time === null ? (timeAbove ?? noTimes) : readTimes(time[1]);
  return { times, position, isLoose: isListed && time === null, isChat };
}

const noTimes: Times = { time: null, endTime: null };
