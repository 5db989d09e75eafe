import type { Phrase, WordQuery } from './query.ts';

/**
 * Writes a query as an expression of the index. Only words that were taken apart before get into it, each phrase within
 * quotation marks, so that nothing somebody writes is read as anything else. `withOmitted` is false where what is left out
 * counts only in a part of a text, which the index does not know: then it finds too much, never too little.
 */
export function toIndexExpression(query: WordQuery, withOmitted: boolean): string {
  switch (query.kind) {
    case 'phrase':
      return writePhrase(query);
    case 'near':
      return `NEAR(${query.phrases.map(writePhrase).join(' ')}, ${query.distance})`;
    case 'any':
      return `(${query.parts.map((part) => toIndexExpression(part, withOmitted)).join(' OR ')})`;
    case 'all': {
      const write = (part: WordQuery) => toIndexExpression(part, withOmitted);
      const wanted = query.parts.map(write).join(' AND ');
      if (!withOmitted || query.without.length === 0) return `(${wanted})`;
      return `((${wanted}) NOT (${query.without.map(write).join(' OR ')}))`;
    }
  }
}

function writePhrase({ words, isPrefix }: Phrase): string {
  return `"${words.join(' ')}"${isPrefix ? '*' : ''}`;
}
