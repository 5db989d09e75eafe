import type { Span } from '../../../db/model/span.ts';
import { toSpeakerKey } from '../../../db/model/speaker.ts';
import { isKnownSpeaker, isNameLike, isNoSpeaker, toPlainLetters } from '../speakers/words.ts';

/** A cell with its words; offsets are UTF-16 units. */
export type Cell = Span & { words: string };
export type Rows = readonly (readonly Cell[])[];

const longestLabel = 60;

const clock = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,-]\d{1,3})?`;
const wholeTime = new RegExp(
  String.raw`^[[({#<]?(${clock})(?:\s*(?:-->|[-–—])\s*(${clock}))?[\])}#>]?$`,
  'u',
);
const labelWithTime = new RegExp(String.raw`^(\P{N}[^:：]*?)\s*[[({#<]?(${clock})[\])}#>]?\s*[:：]?$`, 'u');

export const speakerHeads = new Set(
  [
    'speaker',
    'name',
    'person',
    'who',
    'role',
    'sprecher',
    'sprecherin',
    'sprechende',
    'wer',
    'locuteur',
    'nom',
    'qui',
  ]
    .concat([
      'hablante',
      'nombre',
      'quien',
      'parlante',
      'nome',
      'falante',
      'spreker',
      'talare',
      'спикер',
      '说话人',
      '話者',
    ])
    .concat(['发言人', 'المتحدث', 'דובר']),
);
export const timeHeads = new Set([
  ...[
    'time',
    'timestamp',
    'timecode',
    'time code',
    'start',
    'zeit',
    'zeitmarke',
    'temps',
    'heure',
    'tiempo',
    'hora',
  ],
  ...['tempo', 'tijd', 'tid', 'время', '时间', '時間', '#', 'no', 'no.', 'nr', 'nr.', 'line', 'zeile', ''],
]);

/** Returns the time that a cell holds, and the one at which it ends if there are two; null when it holds anything else. */
export function readTime(words: string): { time: string; endTime: string | null } | null {
  const found = words.length > 60 ? null : wholeTime.exec(words);
  return found?.[1] === undefined ? null : { time: found[1], endTime: found[2] ?? null };
}

/** Returns whether a column holds times: at least two, and next to nothing else below its head. */
export function isTimeColumn(rows: Rows, column: number): boolean {
  const filled = listFilled(rows, column);
  const times = filled.filter((words) => readTime(words) !== null).length;
  return times >= Math.max(2, (filled.length - 1) * 0.8);
}

/** Speakers come again, are short, and one of them is a usual label, or the head of the column or times say what it is. */
export function isSpeakerColumn(rows: Rows, column: number, hasTimes: boolean): boolean {
  const filled = listFilled(rows, column);
  const isHeaded = isHead(filled[0] ?? '', speakerHeads);
  const labels = (isHeaded ? filled.slice(1) : filled).map((words) => splitLabel(words).label);
  const distinct = new Set(labels.map(toSpeakerKey));
  if (labels.length < 3 || distinct.size > labels.length * 0.7 || !labels.every(isLabelLike)) return false;
  return isHeaded || hasTimes || labels.some(isKnownSpeaker);
}

/** Returns whether a column holds more than times and signs. */
export function hasWords(rows: Rows, column: number): boolean {
  const filled = listFilled(rows, column);
  return filled.length > 0 && filled.some((words) => words.length > 3 && readTime(words) === null);
}

function listFilled(rows: Rows, column: number): string[] {
  return rows.map((row) => row[column]?.words ?? '').filter((words) => words !== '');
}

/** Returns a cell’s label without colon, brackets and the time that may stand behind it. */
export function splitLabel(words: string): { label: string; time: string | null } {
  const found = words.length > longestLabel + 20 ? null : labelWithTime.exec(words);
  const label = (found?.[1] ?? words).replace(/\s*[:：]$/u, '').replace(/^[[(<](.*)[\])>]$/u, '$1');
  return { label: label.trim(), time: found?.[2] ?? null };
}

function isLabelLike(label: string): boolean {
  return label.length <= longestLabel && /^\p{L}/u.test(label) && !/[\n?!]|[.。]$/u.test(label);
}

/** Returns whether labels may be the names of people, as the heads of columns. */
export function areNames(labels: readonly string[]): boolean {
  return labels.every((label) => isLabelLike(label) && isNameLike(label) && !isNoSpeaker(label));
}

/** Returns whether a cell’s words are one of the heads that such a column has. */
export function isHead(words: string, heads: ReadonlySet<string>): boolean {
  return words.length <= longestLabel && heads.has(toPlainLetters(words).replace(/\s*[:：]$/u, ''));
}
