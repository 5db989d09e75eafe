import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { type Lanes, packLanes } from './lanes.ts';
import type { TextMap } from './text-map.ts';

/** A coding's place beside the text: pixels from the top of the sheet. */
export type CodingStripe = { id: number; start: number; end: number };

/** Room of a stripe's name, and the least height of a stripe, in pixels. */
export const labelHeight = 16;

/** Counts the changes of the text's size, after which everything must be measured again. */
export function useTextSize(map: TextMap | null): number {
  const [version, setVersion] = useState(0);
  useEffect(() => {
    if (!map) return;
    let width = map.root.clientWidth;
    let height = map.root.clientHeight;
    const observer = new ResizeObserver(() => {
      if (map.root.clientWidth === width && map.root.clientHeight === height) return;
      width = map.root.clientWidth;
      height = map.root.clientHeight;
      setVersion((count) => count + 1);
    });
    observer.observe(map.root);
    return () => observer.disconnect();
  }, [map]);
  return version;
}

/**
 * Measures where codings stand and gives each its lane. Measured once for each span and size of the text, so a new
 * coding costs two boxes and scrolling costs nothing.
 */
export function useStripeLayout(
  map: TextMap | null,
  sheet: RefObject<HTMLElement | null>,
  codings: readonly Coding[],
  textSize: number,
): Lanes<CodingStripe> {
  const measured = useRef({ map, textSize, boxes: new Map<string, { start: number; end: number }>() });
  return useMemo(() => {
    if (!map || !sheet.current) return { stripes: [], laneCount: 0 };
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

function measureStripe(map: TextMap, top: number, start: number, end: number): { start: number; end: number } {
  const first = Math.round(map.measureEdge(start, 'start').top - top);
  const last = Math.round(map.measureEdge(end, 'end').bottom - top);
  return { start: first, end: Math.max(last, first + labelHeight) };
}
