/** Returns how high the heads of columns are: one line, or as much as the longest needs that runs upwards. */
export function heightOfHeads(labels: readonly string[]): { isSteep: boolean; height: number } {
  const longest = labels.reduce((most, { length }) => Math.max(most, length), 0);
  if (longest <= 11) return { isSteep: false, height: 28 };
  return { isSteep: true, height: Math.min(170, 24 + longest * 6.5) };
}
