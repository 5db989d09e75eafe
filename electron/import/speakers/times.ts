/** When a turn begins and ends in the recording, as written in the file; null where the file does not say. */
export type Times = { time: string | null; endTime: string | null };

// Hours and parts of a second may be missing; Teams writes 0:0:2.31, f4 00:12:31-4, editors of video count frames.
const clock = String.raw`(?:\d{1,3}:\d{2}(?::\d{2}){0,2}(?:[.,;-]\d{1,3}(?![\d:]))?|\d{1,2}:\d{1,2}:\d{1,2}\.\d{1,7})`;
const half = String.raw`(?:\s?[AaPp]\.?[Mm]\.?(?![\p{L}\p{N}]))?`;
const day = String.raw`(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s{1,4})?`;

/** A time or a range of times without brackets, as the source of a pattern without groups. */
export const rangeSource = String.raw`${day}${clock}${half}(?:\s{0,4}(?:--?>|[-–—])\s{0,4}${clock}${half})?`;

const brackets = ['#@#', String.raw`\[@\]`, String.raw`\(@\)`, String.raw`\{@\}`, '<@>'];

/** A time or a range in brackets or between `#`, as the source of a pattern without groups. */
export const bracketedSource = `(?:${brackets
  .map((pair) => pair.replace('@', () => String.raw`\s{0,2}${rangeSource}\s{0,2}`))
  .join('|')})`;

const everyClock = new RegExp(clock, 'gu');
const wholeTime = new RegExp(String.raw`^\s*(?:${bracketedSource}|${rangeSource})\s*$`, 'u');
const longestTime = 80;

/** Reads the times of a passage that holds a time or a range. */
export function readTimes(passage: string | undefined): Times {
  const [time = null, endTime = null] = passage?.match(everyClock) ?? [];
  return { time, endTime };
}

/** Returns the times of a line that holds nothing else, or undefined. */
export function findWholeTime(line: string): Times | undefined {
  if (line.length > longestTime || !/^\s*[\d#[({<]/.test(line) || !wholeTime.test(line)) return undefined;
  return readTimes(line);
}
