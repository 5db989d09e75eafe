import type { Span } from '../span.ts';
import { fold, kindAt, mark, ofWord, unitsAt } from './folding.ts';

/** A hit with the words around it, on one line: key word in context. */
export type Context = { before: string; hit: string; after: string; isRightToLeft: boolean };

/** How many UTF-16 units of the text stand on each side of a hit, and how many of a long hit are shown. */
const widthOfSide = 120;
const widthOfHit = 240;

/**
 * Returns a hit with what stands before and after it in the order of reading, within `bounds` (its turn, or the whole
 * text). Line ends and runs of blanks become one blank; characters stay whole. Offsets are UTF-16 units, end exclusive.
 */
export function toContext(text: string, hit: Span, bounds: Span): Context {
  const from = wholeFrom(text, Math.max(bounds.start, hit.start - widthOfSide));
  const to = wholeTo(text, Math.min(bounds.end, hit.end + widthOfSide));
  const isLong = hit.end - hit.start > widthOfHit;
  const words = text.slice(hit.start, isLong ? wholeTo(text, hit.start + widthOfHit) : hit.end);
  return {
    before: toOneLine(text.slice(Math.min(from, hit.start), hit.start)).trimStart(),
    hit: toOneLine(words) + (isLong ? ' …' : ''),
    after: toOneLine(text.slice(hit.end, Math.max(to, hit.end))).trimEnd(),
    isRightToLeft: isRightToLeft(text.slice(from, Math.max(to, hit.end))),
  };
}

function toOneLine(words: string): string {
  return words.replace(/\s+/gu, ' ');
}

function wholeFrom(text: string, at: number): number {
  return isInsidePair(text, at) ? at + 1 : at;
}

function wholeTo(text: string, at: number): number {
  return isInsidePair(text, at) ? at - 1 : at;
}

function isInsidePair(text: string, at: number): boolean {
  return at > 0 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}

/** Judged by most of the letters: the hit itself may be a foreign word. */
function isRightToLeft(words: string): boolean {
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const leftwards = words.match(/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g)?.length ?? 0;
  return leftwards * 2 > letters;
}

/** How many words of the context decide the order. */
const wordsOfKey = 5;
/** How far to look for them: no five words are longer. */
const widthOfKey = 100;

/** Returns what a list sorted by the left context is sorted by: the words before a hit, the nearest first. */
export function toKeyBefore(text: string, start: number, bounds: Span): string {
  const words = listWords(text.slice(Math.max(bounds.start, start - widthOfKey), start));
  return words.slice(-wordsOfKey).reverse().join(' ');
}

/** Returns what a list sorted by the right context is sorted by: the words behind a hit. */
export function toKeyAfter(text: string, end: number, bounds: Span): string {
  return listWords(text.slice(end, Math.min(bounds.end, end + widthOfKey)))
    .slice(0, wordsOfKey)
    .join(' ');
}

/** The words in small letters without accents; in scripts without blanks each sign is one. */
function listWords(text: string): string[] {
  const words: string[] = [];
  let start = -1;
  const close = (end: number) => {
    if (start !== -1) words.push(fold(text.slice(start, end)));
    start = -1;
  };
  for (let at = 0; at < text.length; at += unitsAt(text, at)) {
    const kind = kindAt(text, at);
    if (kind === ofWord && isSign(text, at)) {
      close(at);
      words.push(text.slice(at, at + unitsAt(text, at)));
    } else if (kind === ofWord) {
      if (start === -1) start = at;
    } else if (kind !== mark) close(at);
  }
  close(text.length);
  return words;
}

const signs =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

function isSign(text: string, at: number): boolean {
  const point = text.codePointAt(at) ?? 0;
  return point >= 0x0e00 && signs.test(String.fromCodePoint(point));
}
