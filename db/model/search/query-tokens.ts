import { kindAt, ofWord, unitsAt } from './folding.ts';
import { SearchQueryError } from './query.ts';

/** A part of a query: words, an operator in capitals, or a sign. Places are UTF-16 units of the query. */
export type QueryToken =
  | { kind: 'words'; words: string[]; isPrefix: boolean; start: number; end: number }
  | { kind: 'AND' | 'OR' | 'NOT' | 'NEAR' | '(' | ')' | ','; start: number; end: number };

const quotes = /["“”„]/;
const wordEnd = /[\s"“”„(),]/;

/** Takes a query apart. Throws a SearchQueryError. */
export function readTokens(query: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  for (let at = 0; at < query.length; ) {
    const sign = query[at] ?? '';
    if (/\s/.test(sign)) at += 1;
    else if (sign === '(' || sign === ')' || sign === ',') {
      tokens.push({ kind: sign, start: at, end: at + 1 });
      at += 1;
    } else {
      const token = quotes.test(sign) ? readQuoted(query, at) : readRun(query, at);
      if (token.kind !== 'words' || token.words.length > 0) tokens.push(token);
      at = token.end;
    }
  }
  return tokens;
}

function readQuoted(query: string, start: number): QueryToken {
  let close = start + 1;
  while (close < query.length && !quotes.test(query[close] ?? '')) close += 1;
  if (close === query.length)
    throw new SearchQueryError(
      `A quotation mark at character ${start + 1} is never closed.`,
      start,
      query.length,
    );
  const isPrefix = query[close + 1] === '*';
  const end = close + (isPrefix ? 2 : 1);
  const words = splitWords(query.slice(start + 1, close));
  if (words.length === 0)
    throw new SearchQueryError(
      `Between the quotation marks at character ${start + 1} stands no word.`,
      start,
      end,
    );
  return { kind: 'words', words, isPrefix, start, end };
}

function readRun(query: string, start: number): QueryToken {
  let end = start;
  while (end < query.length && !wordEnd.test(query[end] ?? '')) end += 1;
  const run = query.slice(start, end);
  if (run === 'AND' || run === 'OR' || run === 'NOT') return { kind: run, start, end };
  if (run === 'NEAR' && query[end] === '(') return { kind: run, start, end };
  const star = run.indexOf('*');
  if (star !== -1 && (star < run.length - 1 || star === 0))
    throw new SearchQueryError(
      `The star at character ${start + star + 1} can only stand at the end of a word. Search for “part of a word” instead.`,
      start + star,
      start + star + 1,
    );
  return { kind: 'words', words: splitWords(run), isPrefix: star !== -1, start, end };
}

/** Returns the words of a text as the index divides it: `don’t` is `don` and `t`. Their accents stay. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at += unitsAt(text, at)) {
    const kind = at < text.length ? kindAt(text, at) : 0;
    if (kind === ofWord && start === -1) start = at;
    else if (kind === 0 && start !== -1) {
      words.push(text.slice(start, at));
      start = -1;
    }
  }
  return words;
}
