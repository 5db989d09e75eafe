import type { Span } from '../../db/model/span.ts';
import { buildIntervalIndex, listOverlapping } from './interval-index.ts';

/** Something to draw beside the text; start and end in any one unit, end exclusive. */
export type Stripe = { id: number; start: number; end: number };
export type LanedStripe<T extends Stripe = Stripe> = T & { lane: number };
export type PlacedStripe<T extends Stripe = Stripe> = LanedStripe<T> & { hasLabel: boolean };
export type Lanes<T extends Stripe = Stripe> = { stripes: PlacedStripe<T>[]; laneCount: number };

/**
 * Gives every stripe the first lane in which nothing overlaps it. Stripes are taken by start, the longer first,
 * then by id, so the answer depends on the stripes alone: not on their order, nor on what is in view.
 */
export function packLanes<T extends Stripe>(
  stripes: readonly T[],
): { stripes: LanedStripe<T>[]; laneCount: number } {
  const ordered = stripes.toSorted((a, b) => a.start - b.start || b.end - a.end || a.id - b.id);
  const laneEnds: number[] = [];
  const packed = ordered.map((stripe) => {
    const free = laneEnds.findIndex((end) => end <= stripe.start);
    const lane = free < 0 ? laneEnds.length : free;
    laneEnds[lane] = stripe.end;
    return { ...stripe, lane };
  });
  return { stripes: packed, laneCount: laneEnds.length };
}

/**
 * Tells which stripes have a name: those with no stripe to their right beside the name. `labelRoom` is the height of
 * a name in the unit of the stripes.
 */
export function nameStripes<T extends Stripe>(
  stripes: readonly LanedStripe<T>[],
  labelRoom: number,
): PlacedStripe<T>[] {
  const index = buildIntervalIndex(stripes);
  return stripes.map((stripe) => ({
    ...stripe,
    hasLabel: listOverlapping(index, stripe.start, stripe.start + labelRoom).every(
      ({ lane }) => lane <= stripe.lane,
    ),
  }));
}

/**
 * Returns how far a stripe takes room in a text whose lines hold up to `lineLength` units: to the end of the line
 * that its passage ends in, which is not known before the text is laid out. So stripes that are packed by this
 * never overlap on the page, and keep their lanes whatever is in view and however lines break.
 */
export function findStripeRoom(text: string, { start, end }: Span, lineLength: number): Span {
  const rest = text.slice(end, end + lineLength);
  const lineEnd = rest.indexOf('\n');
  return { start, end: end + (lineEnd < 0 ? rest.length : lineEnd + 1) };
}
