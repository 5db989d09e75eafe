/** Returns how high the heads of columns are: one line where `most` letters have room, or what the longest needs upwards. */
export function heightOfHeads(labels: readonly string[], most: number): { isSteep: boolean; height: number } {
  const longest = labels.reduce((length, label) => Math.max(length, label.length), 0);
  if (longest <= most) return { isSteep: false, height: 28 };
  return { isSteep: true, height: Math.min(140, 24 + longest * 6.5) };
}
