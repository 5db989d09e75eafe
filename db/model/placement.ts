/** The stage interval a rule computes from ratings, lowest and highest reading of the unknown ones. */
export type StageInterval = { low: number; high: number };

/** Returns whether a number is a place on the figure: 0, 0.5, 1 … up to the highest stage. */
export function isPlacement(value: number, highestStage: number): boolean {
  return Number.isFinite(value) && value >= 0 && value <= highestStage && Number.isInteger(value * 2);
}

/** Returns the words for a placement: `stage 1`, `between stages 1 and 2`. */
export function describePlacement(value: number): string {
  const lower = Math.floor(value);
  return Number.isInteger(value) ? `stage ${value}` : `between stages ${lower} and ${lower + 1}`;
}

/** Returns an interval in words: `stage 2`, `stages 0 to 2`. */
export function describeInterval({ low, high }: StageInterval): string {
  return low === high ? `stage ${low}` : `stages ${low} to ${high}`;
}

/** Returns whether the placement lies outside the computed interval; both ends belong to it. */
export function isOutsideInterval(placement: number, { low, high }: StageInterval): boolean {
  return placement < low || placement > high;
}
