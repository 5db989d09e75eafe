import type { Span } from '../span.ts';
import { foldAt, getTables, kindAt, mark, ofWord, unitsAt } from './folding.ts';
import type { Phrase } from './query.ts';

/** A place where a phrase stands; `word` counts the words of the text before it. */
export type PhraseHit = Span & { word: number };

/** A phrase made ready: each word as the code points it is folded into, or as it is written where case counts. */
type Wanted = { index: number; words: string[]; folded: number[][]; isPrefix: boolean };

/** Finds where phrases stand, word by word, as the index divides and folds them. */
export class WordScan {
  /** By the first character of the first word. */
  private readonly wanted = new Map<number, Wanted[]>();
  private readonly count: number;
  private readonly isExact: boolean;
  /** 1 where a word that begins so is wanted, by UTF-16 unit. */
  private readonly firsts = new Uint8Array(0x10000);

  /** With `isExact`, capitals and accents count too. */
  constructor(phrases: readonly Phrase[], isExact: boolean) {
    this.count = phrases.length;
    this.isExact = isExact;
    phrases.forEach(({ words, isPrefix }, index) => {
      const one = { index, words, folded: words.map(toFolded), isPrefix };
      const first = one.folded[0]?.[0] ?? 0;
      this.wanted.set(first, [...(this.wanted.get(first) ?? []), one]);
    });
    this.markFirsts();
  }

  /** Returns the hits of each phrase in the order of the text: UTF-16 units, end exclusive. */
  find(text: string): PhraseHit[][] {
    const { kinds } = getTables();
    const { firsts } = this;
    const hits: PhraseHit[][] = Array.from({ length: this.count }, () => []);
    const { length } = text;
    let word = 0;
    for (let at = 0; at < length; ) {
      const unit = text.charCodeAt(at);
      const kind = kinds[unit];
      if (kind !== ofWord && (kind === undefined || kind <= mark || kindAt(text, at) !== ofWord)) {
        at += 1;
        continue;
      }
      if (firsts[unit] === 1) this.collect(text, at, word, hits);
      at = endOfWord(text, at);
      word += 1;
    }
    return hits;
  }

  private collect(text: string, at: number, word: number, hits: PhraseHit[][]): void {
    for (const one of this.wanted.get(foldAt(text, at)) ?? []) {
      const end = this.match(text, at, one);
      if (end !== -1) hits[one.index]?.push({ start: at, end, word });
    }
  }

  /** Returns where the phrase that begins here ends, or -1 when it does not stand here. */
  private match(text: string, start: number, { words, folded, isPrefix }: Wanted): number {
    let from = start;
    let end = start;
    for (let index = 0; index < folded.length; index++) {
      if (index > 0) from = startOfWord(text, end);
      if (from === -1) return -1;
      end = endOfWord(text, from);
      const isOpen = isPrefix && index === folded.length - 1;
      const isSame = this.isExact
        ? isSameExactly(text, from, end, words[index] ?? '', isOpen)
        : isSameFolded(text, from, end, folded[index] ?? [], isOpen);
      if (!isSame) return -1;
    }
    return end;
  }

  /** Units that fold into a wanted first character; a pair is known by its first half. */
  private markFirsts(): void {
    const { folds } = getTables();
    for (let unit = 0; unit < 0x10000; unit++) if (this.wanted.has(folds[unit] ?? 0)) this.firsts[unit] = 1;
    if ([...this.wanted.keys()].some((point) => point > 0xffff)) this.firsts.fill(1, 0xd800, 0xdc00);
  }
}

function toFolded(word: string): number[] {
  const points: number[] = [];
  for (let at = 0; at < word.length; at += unitsAt(word, at))
    if (kindAt(word, at) !== mark) points.push(foldAt(word, at));
  return points;
}

function isSameFolded(
  text: string,
  from: number,
  end: number,
  folded: readonly number[],
  isOpen: boolean,
): boolean {
  let index = 0;
  for (let at = from; at < end; at += unitsAt(text, at)) {
    if (kindAt(text, at) === mark) continue;
    if (index === folded.length) return isOpen;
    if (foldAt(text, at) !== folded[index]) return false;
    index += 1;
  }
  return index === folded.length;
}

function isSameExactly(text: string, from: number, end: number, word: string, isOpen: boolean): boolean {
  return text.startsWith(word, from) && (from + word.length === end || (isOpen && from + word.length < end));
}

/** Returns where the word that begins at `start` ends; accents behind its letters belong to it. */
export function endOfWord(text: string, start: number): number {
  const { kinds } = getTables();
  let at = start;
  for (;;) {
    const kind = kinds[text.charCodeAt(at)];
    if (kind === mark || kind === ofWord) at += 1;
    else if (kind !== undefined && kind > ofWord && kindAt(text, at) === ofWord) at += unitsAt(text, at);
    else return at;
  }
}

/** Returns where the next word begins, from a place outside of words on; -1 when there is none. */
function startOfWord(text: string, from: number): number {
  for (let at = from; at < text.length; at += unitsAt(text, at)) if (kindAt(text, at) === ofWord) return at;
  return -1;
}
