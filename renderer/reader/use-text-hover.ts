import { useEffect } from 'react';
import type { Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { listHits } from './coding-hits.ts';
import { useReading } from './reading.ts';
import type { TextMap } from './text-map.ts';

/** How long the pointer rests before the card of the coding beneath it comes: who reads along is left alone. */
const restMilliseconds = 450;

/** Tells which coding the pointer rests on in the text, the shortest of them; stripes tell theirs at once. */
export function useTextHover(map: TextMap, { codingList }: Transcript): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = () => {
      clearTimeout(timer);
      if (useReading.getState().hoverTop !== null) useReading.getState().hoverCoding(null);
    };
    const point = (x: number, y: number) => {
      const { bar, menu, commentId, hoveredCodingId, hoverTop, hoverCoding } = useReading.getState();
      const offset = bar || menu || commentId !== null ? undefined : map.findOffsetAt(x, y);
      const [id] = offset === undefined ? [] : listHits(codingList, offset);
      if (id === undefined) leave();
      else if (id !== hoveredCodingId || hoverTop === null) hoverCoding(id, y);
    };
    const onPointerMove = ({ buttons, pointerType, clientX, clientY }: PointerEvent) => {
      clearTimeout(timer);
      if (buttons !== 0 || pointerType !== 'mouse') return leave();
      if (useReading.getState().hoverTop !== null) return point(clientX, clientY);
      timer = setTimeout(() => point(clientX, clientY), restMilliseconds);
    };
    const { root } = map;
    root.addEventListener('pointermove', onPointerMove, { passive: true });
    root.addEventListener('pointerdown', leave);
    root.addEventListener('pointerleave', leave);
    // What moves beneath a pointer that rests is another text.
    document.addEventListener('scroll', leave, { passive: true, capture: true });
    return () => {
      leave();
      root.removeEventListener('pointermove', onPointerMove);
      root.removeEventListener('pointerdown', leave);
      root.removeEventListener('pointerleave', leave);
      document.removeEventListener('scroll', leave, { capture: true });
    };
  }, [map, codingList]);
}
