import { describe, expect, it } from 'vitest';
import { countWords } from '../../../db/model/words.ts';

describe('the number of words', () => {
  it.each([
    ['', 0],
    [' … – !? 😀', 0],
    ['We do so.', 3],
    ["We don’t, and she doesn't.", 5],
    ['state-of-the-art – really', 2],
    ['1,000 models in 2021', 5],
    ['naïve cafe\u0301', 2],
    ['数据版本', 4],
    ['هل تستخدمون ذلك', 3],
    ['two\nlines\tand tabs', 4],
  ])('of “%s” is %d', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});
