import type { Cue } from './cues.ts';

const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,:;](\d{1,3}))?$/;
const number = /^\d+(?:[.,]\d+)?(?:e-?\d+)?$/i;
const range = /^(\S+?)\s*(?:-->|→|[-–—]|to)\s*(\S+)$/;

/**
 * Reads a time in a recording, in seconds: a number, `12.5`, `12.5s`, `0:12`, `00:00:12.500`, `00:00:12,500` or
 * `00:00:12:07` (the last are frames, which are left out); undefined when it is none, such as a date.
 */
export function findSeconds(written: unknown): number | undefined {
  if (typeof written === 'number') return Number.isFinite(written) && written >= 0 ? written : undefined;
  if (typeof written !== 'string') return undefined;
  const text = written
    .trim()
    .replace(/^[[(#<]|[\])#>]$/g, '')
    .replace(/\s?s(?:ec)?$/i, '');
  if (number.test(text)) return Number(text.replace(',', '.'));
  const found = clock.exec(text);
  if (found === null) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0', rest = ''] = found;
  const isFrames = /[:;]\d{1,3}$/.test(text) && rest !== '';
  const fraction = rest === '' || isFrames ? 0 : Number(`0.${rest}`);
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + fraction;
}

/** Reads `0:01 - 0:05` as begin and end, in seconds; undefined when it is no range of times. */
export function findRange(written: string): { start: number; end: number } | undefined {
  const found = range.exec(written.trim());
  const [start, end] = [findSeconds(found?.[1]), findSeconds(found?.[2])];
  return start === undefined || end === undefined ? undefined : { start, end };
}

/**
 * Returns cues in seconds. Some programs write milliseconds without saying so: whole numbers by which a
 * sentence would last for minutes.
 */
export function toSecondsFromUnit(cues: readonly Cue[]): Cue[] {
  const spans = cues
    .map(({ start, end }, index) => (end ?? cues[index + 1]?.start ?? Number.NaN) - (start ?? Number.NaN))
    .filter((span) => span > 0)
    .sort((left, right) => left - right);
  const middle = spans[Math.floor(spans.length / 2)] ?? 0;
  const isWhole = cues.every(({ start, end }) => Number.isInteger(start ?? 0) && Number.isInteger(end ?? 0));
  if (!isWhole || middle < 200) return [...cues];
  const divide = (time: number | null) => (time === null ? null : time / 1000);
  return cues.map((cue) => ({ ...cue, start: divide(cue.start), end: divide(cue.end) }));
}
