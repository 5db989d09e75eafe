import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Span } from '../../db/model/span.ts';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { type LineWidth, useDisplay } from '../state/display.ts';
import { buildIntervalIndex, listOverlapping } from './interval-index.ts';
import type { Landmark } from './landmarks.ts';
import { findStripeRoom, type Lanes, nameStripes, packLanes } from './lanes.ts';
import type { TextMap } from './text-map.ts';

/** A coding's place beside the text: pixels from the top of the sheet. */
export type CodingStripe = { id: number; start: number; end: number };

/** Room of a stripe's name, and the least height of a stripe, in pixels. */
const labelHeight = 16;

/** How many units a line holds at most, by its width. */
const lineLengths: Record<LineWidth, number> = { narrow: 80, medium: 100, wide: 145 };

/**
 * Returns the size of the text once it stands, in pixels, and anew whenever it changes: then everything must be
 * measured again.
 */
export function useTextSize(map: TextMap | null): string | null {
  const [size, setSize] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (!map) return;
    const measure = () => setSize(`${map.root.clientWidth} × ${map.root.clientHeight}`);
    // At once, so that the first picture of the text has its stripes.
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(map.root);
    return () => observer.disconnect();
  }, [map]);
  return size;
}

/** Returns where the paragraphs stand on the sheet, in pixels from its top; measured once for each size of the text. */
export function useLandmarks(
  map: TextMap | null,
  sheet: RefObject<HTMLElement | null>,
  textSize: string | null,
): readonly Landmark[] {
  return useMemo(() => {
    if (!map || !sheet.current || textSize === null) return [];
    const { top } = sheet.current.getBoundingClientRect();
    return map.listLandmarks().map((mark) => ({ ...mark, top: mark.top - top }));
  }, [map, sheet, textSize]);
}

/** Returns the lanes of all codings. They follow from the text alone, so that nothing has to be measured for them. */
export function useLanes(text: string, codings: readonly Coding[]) {
  const width = useDisplay((display) => display.width);
  return useMemo(() => {
    const rooms = codings.map((coding) => ({
      id: coding.id,
      ...findStripeRoom(text, coding, lineLengths[width]),
    }));
    const { stripes, laneCount } = packLanes(rooms);
    return {
      index: buildIntervalIndex(codings),
      byId: new Map(stripes.map((s) => [s.id, s.lane])),
      laneCount,
    };
  }, [text, codings, width]);
}

type Layout = {
  map: TextMap | null;
  sheet: RefObject<HTMLElement | null>;
  textSize: string | null;
  /** What is in view and around it. */
  around: Span;
};

/**
 * Measures the stripes in view, each once for each size of the text: so a new coding costs two boxes, scrolling
 * those of what comes into view, and opening a transcript never those of all its codings.
 */
export function useStripeLayout(
  { map, sheet, textSize, around }: Layout,
  lanes: ReturnType<typeof useLanes>,
): Lanes<CodingStripe> {
  const measured = useRef({ map, textSize, boxes: new Map<string, { start: number; end: number }>() });
  return useMemo(() => {
    const nothing = { stripes: [], laneCount: lanes.laneCount };
    if (!map || !sheet.current || textSize === null) return nothing;
    if (measured.current.map !== map || measured.current.textSize !== textSize) {
      measured.current = { map, textSize, boxes: new Map() };
    }
    const { boxes } = measured.current;
    const top = sheet.current.getBoundingClientRect().top;
    const stripes = listOverlapping(lanes.index, around.start, around.end).map(({ id, start, end }) => {
      const key = `${start}-${end}`;
      const box = boxes.get(key) ?? measureStripe(map, top, start, end);
      boxes.set(key, box);
      return { id, ...box, lane: lanes.byId.get(id) ?? 0 };
    });
    return { stripes: nameStripes(stripes, labelHeight), laneCount: lanes.laneCount };
  }, [map, sheet, textSize, around, lanes]);
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
 * open, so that the lines of the text do not break anew with every coding.
 */
export function useLaneRoom(laneCount: number): number {
  const room = useRef(4);
  room.current = Math.max(room.current, Math.ceil(laneCount / 4) * 4);
  return room.current;
}
