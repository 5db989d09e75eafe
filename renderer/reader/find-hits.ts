import type { Span } from '../../db/model/span.ts';

/** What is looked for. Without `isCaseMatched`, case and accents do not matter. */
export type Wanted = { words: string; isCaseMatched: boolean; isWholeWord: boolean };

/** A text made plain for finding: for each of its units, where the character it came from begins in the stored text. */
type PlainText = { plain: string; origins: Uint32Array };

/** A text that is searched again and again while one types. */
export type FindableText = { text: string; folded: PlainText; exact: PlainText };

/** Prepares a text. What is plain is worked out when it is first needed. */
export function makeFindable(text: string): FindableText {
  let folded: PlainText | undefined;
  let exact: PlainText | undefined;
  return {
    text,
    get folded() {
      folded ??= makePlain(text, foldCharacter);
      return folded;
    },
    get exact() {
      exact ??= makePlain(text, decompose);
      return exact;
    },
  };
}

/**
 * Returns where the words stand, as spans of the stored text: whole characters with their combining marks, from
 * first to last, never overlapping. Any white space of the words finds any white space. Nothing for blank words.
 */
export function findHits(findable: FindableText, { words, isCaseMatched, isWholeWord }: Wanted): Span[] {
  const { plain, origins } = isCaseMatched ? findable.exact : findable.folded;
  const sought = makePlain(words.trim(), isCaseMatched ? decompose : foldCharacter).plain;
  const hits: Span[] = [];
  if (sought === '') return hits;
  for (let at = plain.indexOf(sought); at >= 0; at = plain.indexOf(sought, at)) {
    const span = toWholeSpan(findable.text, origins, at, at + sought.length);
    const isHit = span && (!isWholeWord || isBetweenWords(findable.text, span));
    if (isHit) hits.push(span);
    at += isHit ? sought.length : 1;
  }
  return hits;
}

/** Returns the first hit that ends behind an offset, or the first of all; -1 when there is none. */
export function findNearestHit(hits: readonly Span[], offset: number): number {
  const at = hits.findIndex(({ end }) => end > offset);
  return at < 0 && hits.length > 0 ? 0 : at;
}

/** A hit must begin where a character begins and end where one ends: not between a letter and its accent. */
function toWholeSpan(text: string, origins: Uint32Array, from: number, to: number): Span | undefined {
  const start = origins[from] ?? 0;
  const end = origins[to] ?? text.length;
  if (from > 0 && origins[from - 1] === start) return undefined;
  if (origins[to - 1] === end || isMark(text, end)) return undefined;
  return { start, end };
}

const isMark = (text: string, offset: number) => /^\p{M}/u.test(text.slice(offset, offset + 2));

const wordLike = /[\p{L}\p{N}\p{M}_]/u;

function isBetweenWords(text: string, { start, end }: Span): boolean {
  const before = Array.from(text.slice(Math.max(0, start - 2), start)).at(-1) ?? '';
  const behind = Array.from(text.slice(end, end + 2))[0] ?? '';
  return !wordLike.test(before) && !wordLike.test(behind);
}

function makePlain(text: string, toPlain: (character: string) => string): PlainText {
  const parts: string[] = [];
  const origins: number[] = [];
  // Characters repeat, and normalising is what costs.
  const known = new Map<string, string>();
  let offset = 0;
  for (const character of text) {
    let plain = known.get(character);
    if (plain === undefined) {
      plain = /\s/.test(character) ? ' ' : toPlain(character);
      known.set(character, plain);
    }
    parts.push(plain);
    for (let unit = 0; unit < plain.length; unit += 1) origins.push(offset);
    offset += character.length;
  }
  return { plain: parts.join(''), origins: Uint32Array.from(origins) };
}

const decompose = (character: string) => character.normalize('NFD');

const foldCharacter = (character: string) => character.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
