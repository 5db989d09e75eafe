import type { Span } from '../span.ts';
import { listPhrases, type Near, type Phrase, type WordQuery } from './query.ts';
import { type PhraseHit, WordScan } from './word-scan.ts';

/** Says of a place in a text whether it is to be looked at; asked in the order of the text. */
export type Scope = (span: Span) => boolean;

/** Finds the places that a query for words is about, as the index of words would find their texts. */
export class WordsMatcher {
  private readonly query: WordQuery;
  private readonly phrases: Phrase[];
  private readonly scan: WordScan;

  /** With `isExact`, capitals and accents count too. */
  constructor(query: WordQuery, isExact: boolean) {
    this.query = query;
    this.phrases = listPhrases(query, true);
    this.scan = new WordScan(this.phrases, isExact);
  }

  /**
   * Returns the places in the order of the text (UTF-16 units, end exclusive), none when the text does not fit the query.
   * Where `toScope` makes a scope, only what lies in it counts: for what is wanted, and for what is left out.
   */
  find(text: string, toScope?: () => Scope): Span[] {
    const hits = this.scan.find(text);
    const byPhrase = new Map<Phrase, PhraseHit[]>();
    this.phrases.forEach((phrase, index) => {
      const all = hits[index] ?? [];
      byPhrase.set(phrase, toScope ? all.filter(toScope()) : all);
    });
    const found = evaluate(this.query, byPhrase);
    return found.length > 1 && this.phrases.length > 1 ? withoutNested(found) : found;
  }
}

function evaluate(query: WordQuery, hits: ReadonlyMap<Phrase, PhraseHit[]>): Span[] {
  switch (query.kind) {
    case 'phrase':
      return hits.get(query) ?? [];
    case 'near':
      return findNear(query, hits);
    case 'any':
      return query.parts.flatMap((part) => evaluate(part, hits));
    case 'all': {
      if (query.without.some((part) => evaluate(part, hits).length > 0)) return [];
      const found = query.parts.map((part) => evaluate(part, hits));
      return found.some(({ length }) => length === 0) ? [] : found.flat();
    }
  }
}

/**
 * The place of a NEAR reaches from its first to its last phrase. As in the index, each phrase ends at most `distance`
 * words before the one that begins last.
 */
function findNear({ phrases, distance }: Near, hits: ReadonlyMap<Phrase, PhraseHit[]>): Span[] {
  const lists = phrases.map((phrase) => ({ length: phrase.words.length, hits: hits.get(phrase) ?? [] }));
  const found: Span[] = [];
  for (const last of lists.flatMap((list) => list.hits).sort((left, right) => left.word - right.word)) {
    const group = lists.map((list) => {
      const at = countUpTo(list.hits, last.word);
      const nearest = list.hits[at - 1];
      return nearest && nearest.word + list.length + distance >= last.word ? nearest : undefined;
    });
    if (group.some((hit) => hit === undefined)) continue;
    const start = Math.min(...group.map((hit) => hit?.start ?? 0));
    const end = Math.max(...group.map((hit) => hit?.end ?? 0));
    if (start >= (found.at(-1)?.end ?? 0)) found.push({ start, end });
  }
  return found;
}

/** Returns how many of the hits begin at this word or before. */
function countUpTo(hits: readonly PhraseHit[], word: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.word ?? 0) <= word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of places one within the other the longer one is left. */
function withoutNested(spans: Span[]): Span[] {
  spans.sort((left, right) => left.start - right.start || right.end - left.end);
  let end = -1;
  return spans.filter((span) => {
    if (span.end <= end) return false;
    end = span.end;
    return true;
  });
}
