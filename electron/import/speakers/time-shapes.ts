import { findLabelText } from './label.ts';
import { callerText, type LabelledLine, labelText, longestHead, type Start, toLine } from './shapes.ts';
import { bracketedSource, rangeSource, readTimes } from './times.ts';

const bracketedTime = `(${bracketedSource})`;
const timeLine = new RegExp(
  String.raw`^(?:${callerText}|\[${callerText}\])(?:\s{0,8}[-–—,|•·@]?\s{0,8}${bracketedTime}|(?:\s{2,30}|\t|\u00a0|\s?[-–—,|•·@]\s)(${rangeSource})|\s(${rangeSource}))\s{0,8}$`,
  'u',
);
const timeBeforeWords = new RegExp(String.raw`^${labelText}\s{1,4}${bracketedTime}\s{1,8}(?=\S)`, 'u');

/** Reads a line that holds a label and a time: `Anna Berg  0:21`, `[Anna Berg] 12:31:05`. */
export function readTimeLine(line: string, rest: string, start: Start): LabelledLine | undefined {
  if (line.length > longestHead) return undefined;
  const found = timeLine.exec(rest);
  const label = findLabelText(found?.[1] ?? found?.[2]);
  if (found === null || label === undefined) return undefined;
  const [, , , inBrackets, apart, close] = found;
  // One space before the time is also how a sentence ends (“we met at 10:30”): hours, minutes and seconds are not.
  const isClose = close !== undefined && !/:\d{2}:/.test(close);
  // Scripts without capitals have no blanks in their sentences, or no other sign of a name.
  const isWeak = label.kind === 'small' || (label.kind === 'weak' && !/^\p{Lo}/u.test(label.text));
  if (isClose && isWeak) return undefined;
  const times = readTimes(inBrackets ?? apart ?? close);
  const textStart = start.position + found[0].length;
  return toLine(label, 'time', times, { textStart, isLoose: isClose || start.isLoose });
}

/** Reads `P1 [00:12:31] words`, which is also how a sentence may begin. */
export function readTimeBeforeWords(rest: string, start: Start): LabelledLine | undefined {
  const found = timeBeforeWords.exec(rest);
  const label = findLabelText(found?.[1]);
  if (found === null || label === undefined) return undefined;
  return toLine(label, 'inline', readTimes(found[2]), {
    textStart: start.position + found[0].length,
    isLoose: true,
  });
}
