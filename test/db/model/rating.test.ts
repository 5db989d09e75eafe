import { describe, expect, it } from 'vitest';
import { findRatingValue, ratingNames, ratingValues } from '../../../db/model/rating.ts';

describe('a rating', () => {
  it.each([
    ['N', 'N'],
    ['not', 'N'],
    [' p ', 'P'],
    ['Largely', 'L'],
    ['fully achieved', 'F'],
    ['NA', 'n/a'],
    ['n/a', 'n/a'],
    ['not applicable', 'n/a'],
    ['?', 'unknown'],
    ['', 'unknown'],
    ['Unknown', 'unknown'],
  ])('written “%s” is %s', (written, value) => {
    expect(findRatingValue(written)).toBe(value);
  });

  it.each(['X', '3', 'full', 'achieved', 'LF'])('is not “%s”', (written) => {
    expect(findRatingValue(written)).toBeUndefined();
  });

  it('is found by its value and by its name', () => {
    for (const value of ratingValues) {
      expect(findRatingValue(value)).toBe(value);
      expect(findRatingValue(ratingNames[value].toUpperCase())).toBe(value);
    }
  });
});
