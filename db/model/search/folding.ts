import { foldRuns, markRanges, wordRanges } from './word-characters.ts';

/** What a character is to words: nothing of them, an accent that may stand within one, or a part of one. */
export const apart = 0;
export const mark = 1;
export const ofWord = 2;
/** Half of a pair: only the whole says what it is. */
const half = 3;

type Tables = {
  /** Of every UTF-16 unit, one of the numbers above. */
  kinds: Uint8Array;
  /** Of every UTF-16 unit, the one it is folded into. */
  folds: Uint16Array;
  /** Beyond the first 65,536 characters: ranges of characters of words, and what is folded. */
  farWords: [first: number, end: number][];
  farFolds: Map<number, number>;
};

let tables: Tables | undefined;

/** Returns the tables of single UTF-16 units, for loops over long texts; pairs are for `kindAt` and `foldAt`. */
export function getTables(): Tables {
  tables ??= readTables();
  return tables;
}

function readTables(): Tables {
  const kinds = new Uint8Array(0x10000);
  const farWords: [number, number][] = [];
  for (const [first, end] of readRanges(wordRanges)) {
    kinds.fill(ofWord, first, Math.min(end, 0x10000));
    if (end > 0x10000) farWords.push([first, end]);
  }
  for (const [first, end] of readRanges(markRanges)) kinds.fill(mark, first, end);
  kinds.fill(half, 0xd800, 0xe000);
  const folds = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  const farFolds = new Map<number, number>();
  for (const [from, to] of readFolds()) {
    if (from < 0x10000) folds[from] = to;
    else farFolds.set(from, to);
  }
  return { kinds, folds, farWords, farFolds };
}

function* readRanges(written: string): Generator<[first: number, end: number]> {
  let at = 0;
  let isGap = true;
  for (const length of written.split(' ').map((number) => Number.parseInt(number, 36))) {
    if (!isGap) yield [at, at + length];
    at += length;
    isGap = !isGap;
  }
}

function* readFolds(): Generator<[from: number, to: number]> {
  let first = 0;
  for (const run of foldRuns.split(' ')) {
    const [, gap = '', shift = '', kind = '', length = '1'] =
      /^([^/]+)\/(-?[0-9a-z]+)([+:=~]?)(.*)$/.exec(run) ?? [];
    first += Number.parseInt(gap, 36);
    const target = first + Number.parseInt(shift, 36);
    const step = kind === ':' || kind === '~' ? 2 : 1;
    const isSame = kind === '=' || kind === '~';
    const count = kind === '' ? 1 : Number.parseInt(length, 36);
    for (let index = 0; index < count; index++)
      yield [first + index * step, isSame ? target : target + index * step];
  }
}

/** Returns what the character at this place is: `apart`, `mark` or `ofWord`. */
export function kindAt(text: string, at: number): number {
  const { kinds, farWords } = getTables();
  const kind = kinds[text.charCodeAt(at)] ?? apart;
  if (kind !== half) return kind;
  const point = text.codePointAt(at) ?? 0;
  return farWords.some(([first, end]) => point >= first && point < end) ? ofWord : apart;
}

/** Returns how many units the character at this place has: 2 for a whole pair, else 1. */
export function unitsAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Returns the code point that the character at this place is folded into: small, without its accent. */
export function foldAt(text: string, at: number): number {
  const { folds, farFolds } = getTables();
  const point = text.codePointAt(at) ?? 0;
  return point < 0x10000 ? (folds[point] ?? point) : (farFolds.get(point) ?? point);
}

/** Returns the text in small letters without accents, as the index of words has it. */
export function fold(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at += unitsAt(text, at))
    if (kindAt(text, at) !== mark) folded += String.fromCodePoint(foldAt(text, at));
  return folded;
}

let variants: Map<number, number[]> | undefined;

/** Returns every character that is folded into this one, itself first. */
export function listVariants(folded: number): number[] {
  variants ??= readVariants();
  return [folded, ...(variants.get(folded) ?? [])];
}

function readVariants(): Map<number, number[]> {
  const lists = new Map<number, number[]>();
  for (const [from, to] of readFolds()) {
    const list = lists.get(to) ?? [];
    list.push(from);
    lists.set(to, list);
  }
  return lists;
}

/** The accents that are skipped, as a class of a regular expression. */
export const markClass =
  '[\\u0300-\\u0304\\u0306-\\u030c\\u030f\\u0311\\u031b\\u0323-\\u0328\\u032d\\u032e\\u0330\\u0331]';
