import type { Span } from '../span.ts';
import { apart, fold, foldAt, getTables, kindAt, mark, ofWord, unitsAt } from './folding.ts';
import { toFoldedPiece, toLiteral } from './part-pattern.ts';
import type { Phrase } from './query.ts';

/**
 * Finds where a phrase stands, as the index divides and folds words. A regular expression finds candidates for its first
 * word, which is faster than going through the text word by word; each is then looked at closely.
 */
export class PhraseScan {
  private readonly candidates: RegExp;
  private readonly words: string[];
  private readonly folded: number[][];
  private readonly isPrefix: boolean;
  private readonly isExact: boolean;

  /** With `isExact`, capitals and accents count too. */
  constructor({ words, isPrefix }: Phrase, isExact: boolean) {
    this.words = words;
    this.folded = words.map(toFolded);
    this.isPrefix = isPrefix;
    this.isExact = isExact;
    this.candidates = toCandidates(words[0] ?? '', isPrefix && words.length === 1, isExact);
  }

  /** Returns the places in the order of the text: UTF-16 units, end exclusive. */
  find(text: string): Span[] {
    const { candidates } = this;
    const places: Span[] = [];
    candidates.lastIndex = 0;
    for (let found = candidates.exec(text); found; found = candidates.exec(text)) {
      const start = found.index;
      const end = isBeginOfWord(text, start) ? this.match(text, start) : -1;
      if (end !== -1) places.push({ start, end });
      // The next one may begin within this candidate, but not within its first word.
      candidates.lastIndex = endOfWord(text, start);
    }
    return places;
  }

  /** Returns where the phrase that begins here ends, or -1 when it does not stand here. */
  private match(text: string, start: number): number {
    let from = start;
    let end = start;
    for (let index = 0; index < this.words.length; index++) {
      if (index > 0) from = beginOfNextWord(text, end);
      if (from === -1) return -1;
      end = endOfWord(text, from);
      const isOpen = this.isPrefix && index === this.words.length - 1;
      const isSame = this.isExact
        ? isSameExactly(text, { start: from, end }, this.words[index] ?? '', isOpen)
        : isSameFolded(text, { start: from, end }, this.folded[index] ?? [], isOpen);
      if (!isSame) return -1;
    }
    return end;
  }
}

/** Plain letters and digits at its ends tell at once that a place is within another word. */
function toCandidates(word: string, isPrefix: boolean, isExact: boolean): RegExp {
  const pattern = isExact ? toLiteral(word) : toFoldedPiece(fold(word));
  return new RegExp(`(?<![0-9A-Za-z])${pattern}${isPrefix ? '' : '(?![0-9A-Za-z])'}`, 'gu');
}

function toFolded(word: string): number[] {
  const points: number[] = [];
  for (let at = 0; at < word.length; at += unitsAt(word, at))
    if (kindAt(word, at) !== mark) points.push(foldAt(word, at));
  return points;
}

function isSameFolded(text: string, word: Span, folded: readonly number[], isOpen: boolean): boolean {
  let index = 0;
  for (let at = word.start; at < word.end; at += unitsAt(text, at)) {
    if (kindAt(text, at) === mark) continue;
    if (index === folded.length) return isOpen;
    if (foldAt(text, at) !== folded[index]) return false;
    index += 1;
  }
  return index === folded.length;
}

function isSameExactly(text: string, { start, end }: Span, word: string, isOpen: boolean): boolean {
  return (
    text.startsWith(word, start) && (start + word.length === end || (isOpen && start + word.length < end))
  );
}

/** Whether no letter stands before; accents before it that belong to no letter are nothing. */
function isBeginOfWord(text: string, start: number): boolean {
  for (let at = start; at > 0; ) {
    at -= at > 1 && unitsAt(text, at - 2) === 2 ? 2 : 1;
    const kind = kindAt(text, at);
    if (kind !== mark) return kind === apart;
  }
  return true;
}

/** Returns where the word that begins at `start` ends; accents behind its letters belong to it. */
function endOfWord(text: string, start: number): number {
  const { kinds } = getTables();
  let at = start;
  for (;;) {
    const kind = kinds[text.charCodeAt(at)];
    if (kind === mark || kind === ofWord) at += 1;
    else if (kind !== undefined && kind !== apart && kindAt(text, at) === ofWord) at += unitsAt(text, at);
    else return at;
  }
}

/** Returns where the next word begins, from a place outside of words on; -1 when there is none. */
function beginOfNextWord(text: string, from: number): number {
  for (let at = from; at < text.length; at += unitsAt(text, at)) if (kindAt(text, at) === ofWord) return at;
  return -1;
}

/** Returns how many words stand in a text before each of some places, which come in its order. */
export function countWordsBefore(text: string, places: readonly Span[]): number[] {
  let at = beginOfNextWord(text, 0);
  let words = 0;
  return places.map(({ start }) => {
    while (at !== -1 && at < start) {
      words += 1;
      at = beginOfNextWord(text, endOfWord(text, at));
    }
    return words;
  });
}
