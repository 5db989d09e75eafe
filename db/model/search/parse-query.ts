import { type Phrase, SearchQueryError, type WordQuery } from './query.ts';
import { type QueryToken, readTokens } from './query-tokens.ts';

/** How many words may stand between the phrases of a NEAR that does not say it. */
const usualDistance = 10;
/** Brackets within brackets: more are no question of a person, and the index refuses them too. */
const deepest = 20;

/**
 * Reads a query for words: `deploy*`, `"continuous delivery"`, `a AND b`, `a OR b`, `a NOT b`, brackets and `NEAR(a b, 5)`; words
 * side by side are all wanted. Operators are written in capitals. Throws a SearchQueryError, whose sentence names the place.
 */
export function parseQuery(query: string): WordQuery {
  const parser = new Parser(query);
  const parsed = parser.readAny(0);
  parser.expectEnd();
  return parsed;
}

class Parser {
  private readonly tokens: QueryToken[];
  private readonly length: number;
  private next = 0;

  constructor(query: string) {
    this.tokens = readTokens(query);
    this.length = query.length;
    if (!this.tokens.some(({ kind }) => kind === 'words'))
      throw new SearchQueryError('Write a word to search for.', 0, query.length);
  }

  readAny(depth: number): WordQuery {
    const parts = [this.readAll(depth)];
    while (this.peek()?.kind === 'OR') {
      this.next += 1;
      parts.push(this.readAll(depth));
    }
    const [only] = parts;
    return parts.length === 1 && only ? only : { kind: 'any', parts };
  }

  expectEnd(): void {
    const token = this.peek();
    if (token)
      throw new SearchQueryError(
        `The bracket at character ${token.start + 1} closes nothing.`,
        token.start,
        token.end,
      );
  }

  private readAll(depth: number): WordQuery {
    const parts: WordQuery[] = [];
    const without: WordQuery[] = [];
    const first = this.peek();
    do {
      const isOmitted = this.peek()?.kind === 'NOT';
      if (isOmitted) this.next += 1;
      (isOmitted ? without : parts).push(this.readOne(depth));
    } while (this.continues());
    const [only] = parts;
    if (!only)
      throw new SearchQueryError(
        `NOT at character ${(first?.start ?? 0) + 1} only leaves out: write what is to be found before it.`,
        first?.start ?? 0,
        first?.end ?? this.length,
      );
    return parts.length === 1 && without.length === 0 ? only : { kind: 'all', parts, without };
  }

  private continues(): boolean {
    const kind = this.skipCommas()?.kind;
    if (kind === 'AND') this.next += 1;
    return kind !== undefined && kind !== 'OR' && kind !== ')';
  }

  private readOne(depth: number): WordQuery {
    const token = this.skipCommas();
    if (token?.kind === 'words') {
      this.next += 1;
      return toPhrase(token);
    }
    if (token?.kind === 'NEAR') return this.readNear(token);
    if (token?.kind === '(') return this.readBracket(token, depth);
    throw this.missing(token);
  }

  private readBracket(open: QueryToken, depth: number): WordQuery {
    if (depth === deepest)
      throw new SearchQueryError(
        `The brackets at character ${open.start + 1} are too deep: write it with fewer.`,
        open.start,
        open.end,
      );
    this.next += 1;
    const inside = this.readAny(depth + 1);
    if (this.peek()?.kind !== ')') throw neverClosed(open);
    this.next += 1;
    return inside;
  }

  private readNear(near: QueryToken): WordQuery {
    const open = this.tokens[this.next + 1] ?? near;
    this.next += 2;
    const phrases: Phrase[] = [];
    let distance = usualDistance;
    for (let token = this.peek(); token?.kind !== ')'; token = this.peek()) {
      if (token === undefined) throw neverClosed(open);
      this.next += 1;
      const number = token.kind === ',' && this.tokens[this.next + 1]?.kind === ')' ? this.peek() : undefined;
      if (number?.kind === 'words' && /^\d{1,4}$/.test(number.words.join(' '))) {
        distance = Number(number.words[0]);
        this.next += 1;
      } else if (token.kind === 'words') phrases.push(toPhrase(token));
      else if (token.kind !== ',') throw onlyWords(token);
    }
    this.next += 1;
    if (phrases.length === 0) throw this.missing(this.tokens[this.next - 1]);
    return { kind: 'near', phrases, distance };
  }

  private peek(): QueryToken | undefined {
    return this.tokens[this.next];
  }

  /** Between words a comma says nothing. */
  private skipCommas(): QueryToken | undefined {
    while (this.peek()?.kind === ',') this.next += 1;
    return this.peek();
  }

  private missing(token: QueryToken | undefined): SearchQueryError {
    const before = this.tokens[this.next - 1];
    if (token === undefined)
      return before === undefined
        ? new SearchQueryError('Write a word to search for.', 0, this.length)
        : new SearchQueryError(
            `Behind ${nameOf(before)} at character ${before.start + 1} a word is missing.`,
            before.start,
            before.end,
          );
    return new SearchQueryError(
      `Before ${nameOf(token)} at character ${token.start + 1} a word is missing.`,
      token.start,
      token.end,
    );
  }
}

function nameOf({ kind }: QueryToken): string {
  return kind === '(' || kind === ')' ? 'the bracket' : kind === ',' ? 'the comma' : kind;
}

function neverClosed({ start, end }: QueryToken): SearchQueryError {
  return new SearchQueryError(`A bracket at character ${start + 1} is never closed.`, start, end);
}

function onlyWords({ start, end }: QueryToken): SearchQueryError {
  return new SearchQueryError(
    `Between the brackets of NEAR at character ${start + 1} only words and phrases can stand.`,
    start,
    end,
  );
}

function toPhrase({ words, isPrefix, start, end }: Extract<QueryToken, { kind: 'words' }>): Phrase {
  return { kind: 'phrase', words, isPrefix, start, end };
}
