import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { type Lanes, packLanes } from './lanes.ts';
import type { TextMap } from './text-map.ts';

/** A coding's place beside the text: pixels from the top of the sheet. */
export type CodingStripe = { id: number; start: number; end: number };

/** Room of a stripe's name, and the least height of a stripe, in pixels. */
export const labelHeight = 16;

/**
 * Returns the size of the text once it stands, in pixels, and anew whenever it changes: then everything must be
 * measured again. Null before, since panes find their width only after the first paint.
 */
export function useTextSize(map: TextMap | null): string | null {
  const [size, setSize] = useState<string | null>(null);
  useEffect(() => {
    if (!map) return;
    const observer = new ResizeObserver(() => setSize(`${map.root.clientWidth} × ${map.root.clientHeight}`));
    observer.observe(map.root);
    return () => observer.disconnect();
  }, [map]);
  return size;
}

/**
 * Measures where codings stand and gives each its lane. Measured once for each span and size of the text, so a new
 * coding costs two boxes and scrolling costs nothing.
 */
export function useStripeLayout(
  map: TextMap | null,
  sheet: RefObject<HTMLElement | null>,
  codings: readonly Coding[],
  textSize: string | null,
): Lanes<CodingStripe> {
  const measured = useRef({ map, textSize, boxes: new Map<string, { start: number; end: number }>() });
  return useMemo(() => {
    if (!map || !sheet.current || textSize === null) return { stripes: [], laneCount: 0 };
    if (measured.current.map !== map || measured.current.textSize !== textSize) {
      measured.current = { map, textSize, boxes: new Map() };
    }
    const { boxes } = measured.current;
    const top = sheet.current.getBoundingClientRect().top;
    const stripes = codings.map(({ id, start, end }) => {
      const key = `${start}-${end}`;
      const box = boxes.get(key) ?? measureStripe(map, top, start, end);
      boxes.set(key, box);
      return { id, ...box };
    });
    return packLanes(stripes, labelHeight);
  }, [map, sheet, codings, textSize]);
}

function measureStripe(
  map: TextMap,
  top: number,
  start: number,
  end: number,
): { start: number; end: number } {
  const first = Math.round(map.measureEdge(start, 'start').top - top);
  const last = Math.round(map.measureEdge(end, 'end').bottom - top);
  return { start: first, end: Math.max(last, first + labelHeight) };
}

/**
 * Returns for how many lanes there is room: in steps of four, and never fewer than before while a transcript is
 * open. Room for lanes takes width from the text, whose lines then break elsewhere, which can change the lanes; if
 * the room could shrink again, the two might chase each other for ever.
 */
export function useLaneRoom(laneCount: number): number {
  const room = useRef(4);
  room.current = Math.max(room.current, Math.ceil(laneCount / 4) * 4);
  return room.current;
}
