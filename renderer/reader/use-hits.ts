import { type RefObject, useDeferredValue, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { Span } from '../../db/model/span.ts';
import type { PaneSide } from '../state/desk.ts';
import { useFind } from './find.ts';
import { findHits, findNearestHit, makeFindable } from './find-hits.ts';
import { paintMark } from './highlights.ts';
import { findSpanBetween, type Landmark } from './landmarks.ts';
import { useReading } from './reading.ts';
import type { TextMap } from './text-map.ts';
import { scrollToSpan } from './use-selection.ts';

export type Searched = {
  side: PaneSide;
  map: TextMap;
  scroller: RefObject<HTMLElement | null>;
  landmarks: readonly Landmark[];
  /** What is in view and around it: hits are painted there only, as codings are. */
  around: Span;
  text: string;
};

/** Finds the words in the text, paints where they stand, and goes from one to the next. */
export function useHits({ side, map, scroller, landmarks, around, text }: Searched) {
  const { words, isCaseMatched, isWholeWord } = useFind();
  const sought = useDeferredValue(words);
  const findable = useMemo(() => makeFindable(text), [text]);
  const hits = useMemo(
    () => findHits(findable, { words: sought, isCaseMatched, isWholeWord }),
    [findable, sought, isCaseMatched, isWholeWord],
  );
  const [at, setAt] = useState(-1);
  // While one types, the search begins anew from where the reader stands, not from the hit of the letters before.
  const [from] = useState(() => findStart(scroller, landmarks));
  useLayoutEffect(() => setAt(findNearestHit(hits, from)), [hits, from]);
  const hit = hits[at];

  useEffect(() => {
    const near = hits.filter(({ start, end }) => end > around.start && start < around.end);
    paintMark(side, 'found', near.map(map.toKeptRange));
    return () => paintMark(side, 'found', []);
  }, [side, map, hits, around]);
  useEffect(() => {
    if (!hit) return;
    paintMark(side, 'found-here', [map.toKeptRange(hit)]);
    scrollToSpan(map, scroller, hit, false);
    return () => paintMark(side, 'found-here', []);
  }, [side, map, scroller, hit]);

  const go = (step: 1 | -1) => {
    if (hits.length > 0) setAt((now) => (now + step + hits.length) % hits.length);
  };
  return { hits, at, hit, go };
}

/** The search begins at what is selected, or else at the first line in view. */
function findStart(scroller: RefObject<HTMLElement | null>, landmarks: readonly Landmark[]): number {
  const selected: Span | null = useReading.getState().passage;
  const top = scroller.current?.scrollTop ?? 0;
  return selected?.start ?? findSpanBetween(landmarks, top, top + 1).start;
}
