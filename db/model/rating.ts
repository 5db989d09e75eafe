/**
 * Ratings of ISO/IEC 33020: N not, P partially, L largely, F fully achieved. `n/a` counts as satisfied;
 * `unknown` is neither achieved nor not achieved and makes a stage an interval.
 */
export const ratingLevels = ['N', 'P', 'L', 'F'] as const;
export type RatingLevel = (typeof ratingLevels)[number];

export const ratingValues = [...ratingLevels, 'n/a', 'unknown'] as const;
export type RatingValue = (typeof ratingValues)[number];

export const ratingNames = {
  N: 'not achieved',
  P: 'partially achieved',
  L: 'largely achieved',
  F: 'fully achieved',
  'n/a': 'not applicable',
  unknown: 'unknown',
} as const satisfies Record<RatingValue, string>;

/** Returns the rating a piece of text means (`l`, `Largely`, `NA`, `?`), or undefined. */
export function findRatingValue(text: string): RatingValue | undefined {
  const wanted = text.trim().toLowerCase();
  if (['na', 'n.a.', 'n/a', 'not applicable'].includes(wanted)) return 'n/a';
  if (['', '?', 'unknown', 'not known'].includes(wanted)) return 'unknown';
  return ratingValues.find((value) => {
    const name: string = ratingNames[value];
    return wanted === value.toLowerCase() || wanted === name || name.startsWith(`${wanted} `);
  });
}
