import type { CSSProperties, RefObject } from 'react';
import type { Span } from '../../db/model/span.ts';
import type { TextMap } from './text-map.ts';

type Room = {
  map: TextMap;
  sheet: RefObject<HTMLElement | null>;
  scroller: RefObject<HTMLElement | null>;
};

/**
 * Returns where something of this greatest size (pixels, with a margin) floats at a passage: below it when there is room,
 * otherwise above, and never beyond the sheet. Undefined while the sheet is not on the page.
 */
export function findFloatingPlace(
  { map, sheet, scroller }: Room,
  span: Span,
  size: { width: number; height: number },
): CSSProperties | undefined {
  const sheetBox = sheet.current?.getBoundingClientRect();
  const view = scroller.current?.getBoundingClientRect();
  if (!sheetBox || !view) return undefined;
  const first = map.measureEdge(span.start, 'start');
  const last = map.measureEdge(span.end, 'end');
  const isBelow = last.bottom + size.height < view.bottom || first.top - size.height < view.top;
  const width = Math.min(size.width, sheetBox.width - 16);
  const left = Math.max(8, Math.min(last.right - sheetBox.left - 60, sheetBox.width - width - 8));
  if (!isBelow) return { bottom: sheetBox.bottom - first.top + 6, left, width };
  const lowest = Math.max(view.bottom - size.height, view.top + 8);
  return { top: Math.min(last.bottom + 6, lowest) - sheetBox.top, left, width };
}
