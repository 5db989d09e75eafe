/** What words are looked for, as somebody wrote it: `(deploy* OR "continuous delivery") NOT staging`. */

/**
 * Words that stand one behind the other; a single word too. Places are UTF-16 units of the query. With `isPrefix` the
 * last word is only the beginning of one.
 */
export type Phrase = { kind: 'phrase'; words: string[]; isPrefix: boolean; start: number; end: number };

/** Phrases with at most `distance` words between the first and the last of them, in any order. */
export type Near = { kind: 'near'; phrases: Phrase[]; distance: number };

/** All of the parts, and none of those that are left out. */
export type All = { kind: 'all'; parts: WordQuery[]; without: WordQuery[] };
export type Any = { kind: 'any'; parts: WordQuery[] };

export type WordQuery = Phrase | Near | All | Any;

/** A query that cannot be understood. The message is a sentence with the place; `start` and `end` are UTF-16 units of it. */
export class SearchQueryError extends Error {
  readonly start: number;
  readonly end: number;

  constructor(message: string, start: number, end: number) {
    super(message);
    this.name = 'SearchQueryError';
    this.start = start;
    this.end = end;
  }
}

/** Returns the phrases that are to be found, those left out too when they are asked for, in their order. */
export function listPhrases(query: WordQuery, withOmitted: boolean): Phrase[] {
  switch (query.kind) {
    case 'phrase':
      return [query];
    case 'near':
      return query.phrases;
    case 'any':
      return query.parts.flatMap((part) => listPhrases(part, withOmitted));
    case 'all':
      return [...query.parts, ...(withOmitted ? query.without : [])].flatMap((part) =>
        listPhrases(part, withOmitted),
      );
  }
}
