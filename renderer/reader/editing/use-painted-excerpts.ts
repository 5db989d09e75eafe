import { type RefObject, useEffect } from 'react';
import type { Span } from '../../../db/model/span.ts';
import type { EditingSession } from './editing-session.ts';
import { clearExcerpts, paintExcerpts } from './paint-excerpts.ts';

/** How many coded passages are touched by what was edited so far. */
export type Touched = { changed: number; lost: number };

/**
 * Paints the coded passages where they are while the text is edited, once a frame at most, and tells how many of them
 * are touched.
 */
export function usePaintedExcerpts(
  root: RefObject<HTMLElement | null>,
  session: EditingSession,
  spans: readonly Span[],
  onTouched: (touched: Touched) => void,
): void {
  useEffect(() => {
    let frame = 0;
    const paint = () => {
      frame = 0;
      if (!root.current) return;
      const { places, changed, lost } = session.place(spans);
      paintExcerpts(session.editor, places);
      onTouched({ changed, lost });
    };
    const ask = () => {
      frame ||= requestAnimationFrame(paint);
    };
    ask();
    const forget = session.editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size + dirtyLeaves.size > 0) ask();
    });
    return () => {
      forget();
      cancelAnimationFrame(frame);
      clearExcerpts();
    };
  }, [root, session, spans, onTouched]);
}
