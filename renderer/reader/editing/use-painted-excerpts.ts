import { type RefObject, useEffect } from 'react';
import type { Span } from '../../../db/model/span.ts';
import { countWhile } from '../piece-offsets.ts';
import type { EditingSession } from './editing-session.ts';
import type { ExcerptPlace, ExcerptPlaces } from './excerpt-places.ts';
import { clearExcerpts, paintExcerpts } from './paint-excerpts.ts';

/** How many coded passages are touched by what was edited so far. */
export type Touched = { changed: number; lost: number };

/**
 * Paints the coded passages where they are while the text is edited and scrolled, once a frame at most, and tells how
 * many of them are touched. Only those near what is seen are painted: after each letter the browser looks through all
 * that are.
 */
export function usePaintedExcerpts(
  root: RefObject<HTMLElement | null>,
  session: EditingSession,
  spans: readonly Span[],
  onTouched: (touched: Touched) => void,
): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let found: ExcerptPlaces | null = null;
    const paint = () => {
      const { places, changed, lost } = found ?? session.place(spans);
      if (!found) onTouched({ changed, lost });
      found = { places, changed, lost };
      paintExcerpts(session.editor, listSeen(element, places));
    };
    const frames = makeFrames(paint);
    const forget = session.editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size + dirtyLeaves.size === 0) return;
      found = null;
      frames.ask();
    });
    const scroller = element.parentElement;
    scroller?.addEventListener('scroll', frames.ask, { passive: true });
    frames.ask();
    return () => {
      forget();
      scroller?.removeEventListener('scroll', frames.ask);
      frames.end();
      clearExcerpts();
    };
  }, [root, session, spans, onTouched]);
}

/** Lets something be done in the next frame, however often that is asked for before. */
function makeFrames(work: () => void): { ask: () => void; end: () => void } {
  let frame = 0;
  const run = () => {
    frame = 0;
    work();
  };
  return {
    ask: () => {
      frame ||= requestAnimationFrame(run);
    },
    end: () => cancelAnimationFrame(frame),
  };
}

/** Returns the passages in turns that are seen, or within a window's height of them. */
function listSeen(root: HTMLElement, places: readonly ExcerptPlace[]): ExcerptPlace[] {
  const turns = [...root.children];
  const height = window.innerHeight;
  const first = countWhile(turns, (turn) => turn.getBoundingClientRect().bottom < -height);
  const behind = countWhile(turns, (turn) => turn.getBoundingClientRect().top < 2 * height);
  return places.filter(({ start, end }) => start.at < behind && end.at >= first);
}
