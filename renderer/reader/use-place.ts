import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { type Place, useDesk } from '../state/desk.ts';
import { useReading } from './reading.ts';
import type { TextMap } from './text-map.ts';
import { scrollToSpan } from './use-selection.ts';

/** Where each transcript was left, in pixels from the top; kept while the window is open. */
const scrollTops = new Map<number, number>();

const flashMilliseconds = 1600;

/** Keeps the place of each transcript, and goes to a passage when the desk or the list of codings asks for one. */
export function usePlace(
  map: TextMap | null,
  scroller: RefObject<HTMLElement | null>,
  transcriptId: number,
  textSize: string | null,
): void {
  useScrollMemory(map, scroller, transcriptId);
  const place = useDesk((desk) => desk.place);
  const shown = useRef<Place | null>(null);
  const isReady = map !== null && textSize !== null;
  useEffect(() => {
    if (!isReady || !place || place.transcriptId !== transcriptId || shown.current === place) return;
    shown.current = place;
    useReading.getState().selectCoding(place.codingId ?? null);
    useReading.getState().setFlash({ start: place.start, end: place.end });
  }, [isReady, place, transcriptId]);

  const flash = useReading((reading) => reading.flash);
  useEffect(() => {
    if (!flash) return;
    const timer = setTimeout(() => useReading.getState().setFlash(null), flashMilliseconds);
    return () => clearTimeout(timer);
  }, [flash]);

  // Panes may still be finding their widths, and lines break anew with them: so the place is kept while it flashes.
  useEffect(() => {
    if (map && flash && textSize !== null) scrollToSpan(map, scroller, flash, true);
  }, [map, scroller, flash, textSize]);

  const revealed = useReading((reading) => reading.revealed);
  useEffect(() => {
    if (map && revealed) scrollToSpan(map, scroller, revealed, false);
  }, [map, scroller, revealed]);
}

function useScrollMemory(
  map: TextMap | null,
  scroller: RefObject<HTMLElement | null>,
  transcriptId: number,
): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!map || !element) return;
    element.scrollTop = scrollTops.get(transcriptId) ?? 0;
    const remember = () => scrollTops.set(transcriptId, element.scrollTop);
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [map, scroller, transcriptId]);
}
