import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toIndexExpression } from '../../../../db/model/search/index-expression.ts';
import { parseQuery } from '../../../../db/model/search/parse-query.ts';
import { SearchQueryError } from '../../../../db/model/search/query.ts';

const write = (query: string) => toIndexExpression(parseQuery(query), true);

describe('a query for words', () => {
  it.each([
    ['deploy', '"deploy"'],
    ['deploy*', '"deploy"*'],
    ['“continuous delivery”', '"continuous delivery"'],
    ['"continuous deliv"*', '"continuous deliv"*'],
    ['deploy friday', '("deploy" AND "friday")'],
    ['deploy AND friday', '("deploy" AND "friday")'],
    ['deploy OR release', '("deploy" OR "release")'],
    ['a b OR c', '(("a" AND "b") OR "c")'],
    ['a AND (b OR c)', '("a" AND ("b" OR "c"))'],
    ['deploy NOT staging', '(("deploy") NOT ("staging"))'],
    ['deploy AND NOT (staging OR test)', '(("deploy") NOT (("staging" OR "test")))'],
    ['NEAR(deploy "on friday", 5)', 'NEAR("deploy" "on friday", 5)'],
    ['NEAR(a b)', 'NEAR("a" "b", 10)'],
    ['don’t', '"don t"'],
    ['well-known and or', '("well known" AND "and" AND "or")'],
    ['R & D', '("R" AND "D")'],
    ['near (a)', '("near" AND "a")'],
  ])('%s is read', (query, expression) => {
    expect(write(query)).toBe(expression);
  });

  it.each([
    ['', 'Write a word to search for.', 0],
    ['… – ', 'Write a word to search for.', 0],
    ['we deploy "on friday', 'A quotation mark at character 11 is never closed.', 10],
    ['a ""', 'Between the quotation marks at character 3 stands no word.', 2],
    ['(a OR b', 'A bracket at character 1 is never closed.', 0],
    ['NEAR(a b', 'A bracket at character 5 is never closed.', 4],
    ['a)', 'The bracket at character 2 closes nothing.', 1],
    ['a OR', 'Behind OR at character 3 a word is missing.', 2],
    ['AND a', 'Before AND at character 1 a word is missing.', 0],
    ['a AND OR b', 'Before OR at character 7 a word is missing.', 6],
    ['NOT a', 'NOT at character 1 only leaves out: write what is to be found before it.', 0],
    [
      'de*ploy',
      'The star at character 3 can only stand at the end of a word. Search for “part of a word” instead.',
      2,
    ],
    ['NEAR(a (b))', 'Between the brackets of NEAR at character 8 only words and phrases can stand.', 7],
  ])('%s is refused in a sentence with the place', (query, message, start) => {
    expect(() => parseQuery(query)).toThrow(expect.objectContaining({ message, start }));
  });

  it('is read, or refused in a sentence, whatever it is', () => {
    const part = fc.constantFrom(
      'a',
      'OR',
      'AND',
      'NOT',
      'NEAR(',
      '(',
      ')',
      '"',
      '*',
      ',',
      '5',
      ' ',
      '“',
      'é',
    );
    const query = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(query, (words) => {
        try {
          expect(write(words)).not.toBe('');
        } catch (error) {
          if (!(error instanceof SearchQueryError)) throw error;
          expect(error.message).toMatch(/^[A-Z].*\.$/s);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses brackets that are too deep', () => {
    expect(() => parseQuery(`${'('.repeat(900)}a${')'.repeat(900)}`)).toThrow(/too deep/);
  });
});
