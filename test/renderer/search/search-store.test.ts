import { beforeEach, describe, expect, it } from 'vitest';
import { parseQuery } from '../../../db/model/search/parse-query.ts';
import { useSearch } from '../../../renderer/search/search-store.ts';

const begin = (words: string, mode: 'words' | 'part' | 'pattern' = 'words') => {
  useSearch.getState().change({ mode });
  useSearch.getState().beginWith(words);
  return useSearch.getState();
};

beforeEach(() => useSearch.setState(useSearch.getInitialState()));

describe('words that were selected elsewhere', () => {
  it.each([
    ['deploy', 'deploy'],
    [' on\nFridays ', '"on Fridays"'],
    ['say “no” now', '"say no now"'],
    ['NOT', '"NOT"'],
  ])('“%s” becomes %s, which can be searched for', (selected, words) => {
    expect(begin(selected).form.words).toBe(words);
    expect(() => parseQuery(words)).not.toThrow();
  });

  it('become a regular expression that finds just them, where one is wanted', () => {
    const { form } = begin('a (b) c.d', 'pattern');
    expect('x a (b) c.d y').toMatch(new RegExp(form.words, 'u'));
    expect('a (b) cxd').not.toMatch(new RegExp(form.words, 'u'));
  });

  it('are searched for at once, and no words leave the field as it was', () => {
    expect(begin('deploy').isAsked).toBe(true);
    useSearch.getState().takeUp();
    expect(begin('  ')).toMatchObject({ isAsked: false, form: { words: 'deploy' } });
  });
});
