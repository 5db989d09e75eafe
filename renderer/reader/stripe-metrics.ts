/** How wide stripes are drawn, in pixels. */
export type StripeMetrics = {
  lane: number;
  /** Room for names to the right of the lanes; names are left out where it is small. */
  label: number;
  /** All lanes with their names. */
  total: number;
};

/** Beneath this width of the reader, in pixels, text needs the room more than names do. */
const narrowReader = 620;

/**
 * Returns the widths for a number of lanes in a reader of a width. Lanes grow narrow when there are many, and
 * narrower still in a narrow reader, where names go too, so that the text keeps at least two thirds of it. Names
 * that are not wanted take no room either.
 */
export function findStripeMetrics(laneRoom: number, readerWidth: number, hasNames = true): StripeMetrics {
  const isNarrow = readerWidth < narrowReader;
  const widest = isNarrow ? 12 : 16;
  const share = isNarrow ? readerWidth * 0.25 : 220;
  const lane = Math.max(4, Math.min(widest, Math.floor(share / Math.max(laneRoom, 1))));
  const label = isNarrow || !hasNames ? 8 : 116;
  return { lane, label, total: laneRoom * lane + label };
}
