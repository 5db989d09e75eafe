import type { Span } from '../span.ts';
import { countWordsBefore, PhraseScan } from './phrase-scan.ts';
import { listPhrases, type Near, type Phrase, type WordQuery } from './query.ts';

/** Says of a place in a text whether it is to be looked at; asked in the order of the text. */
export type Scope = (span: Span) => boolean;

/** The places of each phrase in one text. */
type Places = { text: string; of: ReadonlyMap<Phrase, Span[]> };

/** Finds the places that a query for words is about, as the index of words would find their texts. */
export class WordsMatcher {
  private readonly query: WordQuery;
  private readonly scans: [Phrase, PhraseScan][];

  /** With `isExact`, capitals and accents count too. */
  constructor(query: WordQuery, isExact: boolean) {
    this.query = query;
    this.scans = listPhrases(query, true).map((phrase) => [phrase, new PhraseScan(phrase, isExact)]);
  }

  /**
   * Returns the places in the order of the text (UTF-16 units, end exclusive), none when the text does not fit the query.
   * Where `toScope` makes a scope, only what lies in it counts: for what is wanted, and for what is left out.
   */
  find(text: string, toScope?: () => Scope): Span[] {
    const of = new Map<Phrase, Span[]>();
    for (const [phrase, scan] of this.scans) {
      const places = scan.find(text);
      of.set(phrase, toScope && places.length > 0 ? places.filter(toScope()) : places);
    }
    const found = evaluate(this.query, { text, of });
    return found.length > 1 && this.scans.length > 1 ? withoutNested(found) : found;
  }
}

function evaluate(query: WordQuery, places: Places): Span[] {
  switch (query.kind) {
    case 'phrase':
      return places.of.get(query) ?? [];
    case 'near':
      return findNear(query, places);
    case 'any':
      return query.parts.flatMap((part) => evaluate(part, places));
    case 'all': {
      if (query.without.some((part) => evaluate(part, places).length > 0)) return [];
      const found = query.parts.map((part) => evaluate(part, places));
      return found.some(({ length }) => length === 0) ? [] : found.flat();
    }
  }
}

type Numbered = Span & { word: number };

/**
 * The place of a NEAR reaches from its first to its last phrase. As in the index, each phrase ends at most `distance`
 * words before the one that begins last.
 */
function findNear({ phrases, distance }: Near, { text, of }: Places): Span[] {
  const lists = phrases.map((phrase) => ({
    length: phrase.words.length,
    places: numberWords(text, of.get(phrase) ?? []),
  }));
  if (lists.some(({ places }) => places.length === 0)) return [];
  const found: Span[] = [];
  for (const last of lists.flatMap(({ places }) => places).sort((left, right) => left.word - right.word)) {
    const group = lists.map(({ length, places }) => {
      const nearest = places[countUpTo(places, last.word) - 1];
      return nearest && nearest.word + length + distance >= last.word ? nearest : undefined;
    });
    if (group.some((place) => place === undefined)) continue;
    const start = Math.min(...group.map((place) => place?.start ?? 0));
    const end = Math.max(...group.map((place) => place?.end ?? 0));
    if (start >= (found.at(-1)?.end ?? 0)) found.push({ start, end });
  }
  return found;
}

function numberWords(text: string, places: readonly Span[]): Numbered[] {
  const numbers = countWordsBefore(text, places);
  return places.map((place, index) => ({ ...place, word: numbers[index] ?? 0 }));
}

/** Returns how many of the places begin at this word or before. */
function countUpTo(places: readonly Numbered[], word: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.word ?? 0) <= word) low = middle + 1;
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
