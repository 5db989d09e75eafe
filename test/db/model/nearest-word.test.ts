import { describe, expect, it } from 'vitest';
import { findNearestWord } from '../../../db/model/nearest-word.ts';

describe('the nearest word', () => {
  it.each([
    ['nmae', 'name'],
    ['Name', 'name'],
    ['defintion', 'definition'],
    ['precondition', 'preconditions'],
    ['referneces', 'references'],
  ])('of %s is %s', (word, nearest) => {
    expect(findNearestWord(word, ['id', 'name', 'definition', 'preconditions', 'references'])).toBe(nearest);
  });

  it('is the one with the fewest edits', () => {
    expect(findNearestWord('shelves', ['shelter', 'shelve', 'shelves2'])).toBe('shelve');
  });

  it('is none when all are far, or when another number is meant', () => {
    expect(findNearestWord('colour', ['id', 'name'])).toBeUndefined();
    expect(findNearestWord('2.13', ['2.1', '2.12', '2.3'])).toBeUndefined();
    expect(findNearestWord('D9', ['D1', 'M9'])).toBeUndefined();
    expect(findNearestWord('', ['a'])).toBeUndefined();
  });
});
