import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { type Place, useDesk } from '../state/desk.ts';
import { findReturn, rememberTop } from './left-places.ts';
import { useReading } from './reading.ts';
import type { TextMap } from './text-map.ts';
import { scrollToSpan } from './use-selection.ts';

const flashMilliseconds = 1600;

type Pane = {
  map: TextMap | null;
  scroller: RefObject<HTMLElement | null>;
  transcriptId: number;
  textSize: string | null;
  isActive: boolean;
};

/** Keeps the place of each transcript, and goes to a passage when the desk or the list of codings asks for one. */
export function usePlace(pane: Pane): void {
  const { map, scroller, transcriptId, textSize, isActive } = pane;
  const isReturn = useScrollMemory(pane);
  const place = useDesk((desk) => (isActive ? desk.place : null));
  const shown = useRef<Place | null>(null);
  const isReady = map !== null && textSize !== null;
  useEffect(() => {
    if (!isReady || !place || place.transcriptId !== transcriptId || shown.current === place) return;
    shown.current = place;
    // Whoever comes back wants the text as it was left; the passage was shown when she first came.
    if (isReturn.current) return;
    useReading.getState().selectCoding(place.codingId ?? null);
    useReading.getState().setFlash({ start: place.start, end: place.end });
  }, [isReady, place, transcriptId, isReturn]);

  const flash = useReading((reading) => (isActive ? reading.flash : null));
  useEffect(() => {
    if (!flash) return;
    const timer = setTimeout(() => useReading.getState().setFlash(null), flashMilliseconds);
    return () => clearTimeout(timer);
  }, [flash]);

  // Panes may still be finding their widths, and lines break anew with them: so the place is kept while it flashes.
  useEffect(() => {
    if (map && flash && textSize !== null) scrollToSpan(map, scroller, flash, true);
  }, [map, scroller, flash, textSize]);

  const revealed = useReading((reading) => (isActive ? reading.revealed : null));
  useEffect(() => {
    if (map && revealed) scrollToSpan(map, scroller, revealed, false);
  }, [map, scroller, revealed]);
}

/** Remembers how far the text is scrolled and goes there again; tells whether this visit is a return to an earlier one. */
function useScrollMemory({ map, scroller, transcriptId }: Pane): RefObject<boolean> {
  const visit = useDesk((desk) => desk.visit);
  const isReturn = useRef(false);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!map || !element) return;
    const here = { visit, transcriptId };
    const remember = () => rememberTop(here, { top: element.scrollTop, height: element.scrollHeight });
    const { top, height, isKnown } = findReturn(here);
    isReturn.current = isKnown;
    // A text that was laid out anew since, narrower or larger, is scrolled to the same share of it.
    element.scrollTop = height > 0 ? top * (element.scrollHeight / height) : 0;
    remember();
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [map, scroller, transcriptId, visit]);
  return isReturn;
}
