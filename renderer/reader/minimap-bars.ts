/** A coded stretch of the sheet, in pixels from its top, with its colour. */
export type Stretch = { top: number; bottom: number; colour: string };

/** One row of the minimap: how many codings lie there on average, by colour, the most frequent first. */
export type Bar = { colour: string; depth: number }[];

/**
 * Returns the rows of a minimap of `rows` rows for a sheet of the given height: where nothing is coded the row is
 * empty. A stretch counts in a row by the share of the row that it covers.
 */
export function listBars(stretches: readonly Stretch[], sheetHeight: number, rows: number): Bar[] {
  const depths: Map<string, number>[] = Array.from({ length: rows }, () => new Map());
  if (sheetHeight <= 0) return depths.map(() => []);
  const scale = rows / sheetHeight;
  for (const { top, bottom, colour } of stretches) {
    const from = Math.max(0, top * scale);
    const to = Math.min(rows, bottom * scale);
    for (let row = Math.floor(from); row < to; row += 1) {
      const covered = Math.min(to, row + 1) - Math.max(from, row);
      const depth = depths[row];
      depth?.set(colour, (depth.get(colour) ?? 0) + covered);
    }
  }
  return depths.map((row) =>
    [...row]
      .map(([colour, depth]) => ({ colour, depth }))
      .sort((left, right) => right.depth - left.depth || left.colour.localeCompare(right.colour)),
  );
}
