import { type RefObject, useEffect, useState } from 'react';

/** How far beyond the view stripes are drawn, and how far one may scroll before they are drawn anew, in pixels. */
const reach = 900;
const step = 400;

/** The part of the sheet to draw, and the width of the reader, in pixels. */
export type View = { top: number; bottom: number; width: number };

/** Returns what to draw around what is in view; it changes in steps, not with every pixel. */
export function useView(scroller: RefObject<HTMLElement | null>): View {
  const [at, setAt] = useState(0);
  const [{ width, height }, setSize] = useState({ width: 700, height: 1000 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => setAt(Math.floor(element.scrollTop / step) * step);
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    onScroll();
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller]);
  return { top: at - reach, bottom: at + step + height + reach, width };
}
