/** The line of a caption that tells its times, in seconds (null: cannot be read), and what else it says. */
export type Timing = { start: number | null; end: number | null; rest: string };

const arrow = /--?\s?>|[–—]>|→/;
const timeLike = /^[\d\s][\dA-Za-z:.,;\s]{1,30}$/;
const stamp = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,:;](\d{1,9}))?$/;
const setting = /^(?:region|vertical|line|position|size|align|[xy][12])[:=]\S+$/i;

/** YouTube's and Google Meet's own format has a comma between its times. */
const subViewerTimes = /^(\d{1,3}:\d{2}:\d{2}\.\d{1,3}),(\d{1,3}:\d{2}:\d{2}\.\d{1,3})\s{0,9}$/;

/**
 * Reads a line such as `00:01:02.500 --> 00:01:04.000 align:start` or `0:01:02.500,0:01:04.000`: hours may be missing, a comma may stand for the
 * dot. Returns undefined for a line that holds no times; words with an arrow are words.
 */
export function findTiming(line: string): Timing | undefined {
  // Most lines hold words only.
  if (!line.includes('>') && !line.includes('→')) return findSubViewerTiming(line);
  const found = arrow.exec(line.slice(0, 60));
  if (found === null) return undefined;
  const left = line.slice(0, found.index).trim();
  const right = line.slice(found.index + found[0].length).trim();
  const [end = ''] = right.split(/\s/, 1);
  if (!isTimeLike(left) && !(left === '' && parseSeconds(end) !== null)) return undefined;
  if (!isTimeLike(end) && parseSeconds(left) === null) return undefined;
  const behind = right.slice(end.length).split(/\s+/);
  const rest = behind.filter((word) => !setting.test(word)).join(' ');
  return toTiming(parseSeconds(left), parseSeconds(end), rest.trim());
}

function findSubViewerTiming(line: string): Timing | undefined {
  const found = line.length < 40 ? subViewerTimes.exec(line) : null;
  return found === null
    ? undefined
    : toTiming(parseSeconds(found[1] ?? ''), parseSeconds(found[2] ?? ''), '');
}

/** An end before the start is no end. */
function toTiming(start: number | null, end: number | null, rest: string): Timing {
  return { start, end: start !== null && end !== null && end < start ? null : end, rest };
}

/** Returns whether a line holds nothing but settings of a caption, such as `position:10% align:start`. */
export function isSettings(line: string): boolean {
  const words = line.trim().split(/\s+/);
  return words.every((word) => setting.test(word));
}

function isTimeLike(text: string): boolean {
  return timeLike.test(text) && /\d[:.,]\d/.test(text);
}

function parseSeconds(written: string): number | null {
  const found = stamp.exec(written.replace(/\s+/g, ''));
  if (found === null) return null;
  const [, hours = '0', minutes, seconds, fraction = '0'] = found;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction}`);
}
