import { buildIntervalIndex, listOverlapping } from './interval-index.ts';

/** Something to draw beside the text; start and end in any one unit, end exclusive. */
export type Stripe = { id: number; start: number; end: number };
export type PlacedStripe<T extends Stripe = Stripe> = T & { lane: number; hasLabel: boolean };
export type Lanes<T extends Stripe = Stripe> = { stripes: PlacedStripe<T>[]; laneCount: number };

/**
 * Gives every stripe the first lane in which nothing overlaps it. Stripes are taken by start, the longer first,
 * then by id, so the answer depends on the stripes alone: not on their order, nor on what is in view.
 * `labelRoom` is the height of a name; a stripe has one when no stripe stands to its right beside the name.
 */
export function packLanes<T extends Stripe>(stripes: readonly T[], labelRoom: number): Lanes<T> {
  const ordered = stripes.toSorted((a, b) => a.start - b.start || b.end - a.end || a.id - b.id);
  const laneEnds: number[] = [];
  const packed = ordered.map((stripe) => {
    const free = laneEnds.findIndex((end) => end <= stripe.start);
    const lane = free < 0 ? laneEnds.length : free;
    laneEnds[lane] = stripe.end;
    return { ...stripe, lane };
  });
  const index = buildIntervalIndex(packed);
  const hasLabel = (stripe: Stripe & { lane: number }) =>
    listOverlapping(index, stripe.start, stripe.start + labelRoom).every(({ lane }) => lane <= stripe.lane);
  return {
    stripes: packed.map((stripe) => ({ ...stripe, hasLabel: hasLabel(stripe) })),
    laneCount: laneEnds.length,
  };
}
