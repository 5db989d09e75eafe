import { parseQuery } from '../../db/model/search/parse-query.ts';
import { SearchQueryError } from '../../db/model/search/query.ts';

/** Returns the sentence of what is wrong with a query for words, with the place; undefined when it can be searched for. */
export function findQueryProblem(words: string): string | undefined {
  try {
    parseQuery(words);
    return undefined;
  } catch (error) {
    if (error instanceof SearchQueryError) return error.message;
    throw error;
  }
}
