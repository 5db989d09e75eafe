import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** How far beyond the view codings are drawn, and how far one may scroll before they are drawn anew, in pixels. */
const reach = 500;
const step = 300;

/** The part of the sheet to draw, and the width of the reader, in pixels. */
export type View = { top: number; bottom: number; width: number };

/** Returns what to draw around what is in view; it changes in steps, not with every pixel. */
export function useView(scroller: RefObject<HTMLElement | null>): View {
  const [at, setAt] = useState(0);
  const [{ width, height }, setSize] = useState({ width: 700, height: 1000 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let drawn = 0;
    const onScroll = () => {
      const next = Math.floor(element.scrollTop / step) * step;
      const isLeap = Math.abs(next - drawn) > reach;
      drawn = next;
      // After a leap nothing that is in view now is drawn, so this picture must wait for it.
      if (isLeap) flushSync(() => setAt(next));
      else setAt(next);
    };
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller]);
  return { top: at - reach, bottom: at + step + height + reach, width };
}
