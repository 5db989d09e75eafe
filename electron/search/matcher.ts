import { findPatternProblem } from '../../db/model/pattern-problem.ts';
import { toIndexExpression } from '../../db/model/search/index-expression.ts';
import { parseQuery } from '../../db/model/search/parse-query.ts';
import { toPartPattern } from '../../db/model/search/part-pattern.ts';
import { SearchQueryError } from '../../db/model/search/query.ts';
import { type Scope, WordsMatcher } from '../../db/model/search/words-matcher.ts';
import type { Span } from '../../db/model/span.ts';
import type { SearchRequest } from '../ipc/contract/search.ts';
import { PatternThread } from './pattern-thread.ts';

/** Finds the places in one text after the other. */
export type Matcher = {
  /** What the index of words is asked, where it can tell which texts are worth reading. */
  expression: string | undefined;
  /** Returns places in the order of the text; only those in the scope, if there is one. */
  find(text: string, toScope?: () => Scope): Span[] | Promise<Span[]>;
  end(): void;
};

/** Makes what finds the words of a request. Throws a SearchQueryError when they cannot be understood. */
export function makeMatcher({
  words,
  mode,
  isExact,
}: Pick<SearchRequest, 'words' | 'mode' | 'isExact'>): Matcher {
  if (mode === 'words') return forWords(words, isExact);
  return mode === 'part' ? forPart(toPartPattern(words, isExact)) : forPattern(compile(words, isExact));
}

function forWords(words: string, isExact: boolean): Matcher {
  const query = parseQuery(words);
  const matcher = new WordsMatcher(query, isExact);
  return {
    // Labels of speakers are no words, and limits leave out turns; the index knows neither, so it may not leave out texts.
    expression: toIndexExpression(query, false),
    find: (text, toScope) => matcher.find(text, toScope),
    end: () => {},
  };
}

function forPart(pattern: RegExp): Matcher {
  return {
    expression: undefined,
    find: (text, toScope) => {
      const places: Span[] = [];
      const scope = toScope?.();
      pattern.lastIndex = 0;
      for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
        const place = { start: found.index, end: found.index + found[0].length };
        if (scope === undefined || scope(place)) places.push(place);
      }
      return places;
    },
    end: () => {},
  };
}

function forPattern(pattern: RegExp): Matcher {
  const thread = new PatternThread(pattern);
  return {
    expression: undefined,
    find: async (text, toScope) => {
      const found = await thread.find(text);
      const places: Span[] = [];
      const scope = toScope?.();
      for (let at = 0; at < found.length; at += 2) {
        const place = { start: found[at] ?? 0, end: found[at + 1] ?? 0 };
        if (scope === undefined || scope(place)) places.push(place);
      }
      return places;
    },
    end: () => thread.stop(),
  };
}

/** `^` and `$` are ends of lines: in a transcript a line is a paragraph. */
function compile(words: string, isExact: boolean): RegExp {
  if (words === '') throw new SearchQueryError('Write a regular expression to search for.', 0, 0);
  try {
    return new RegExp(words, isExact ? 'gmu' : 'gimu');
  } catch {
    const { what, remedy, at } = findPatternProblem(words);
    const place = at === undefined ? '' : ` (character ${at + 1})`;
    throw new SearchQueryError(
      `The pattern ${what}${place}: ${remedy}.`,
      at ?? 0,
      at === undefined ? 0 : at + 1,
    );
  }
}
