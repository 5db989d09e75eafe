import { type RefObject, useEffect, useState } from 'react';
import type { Span } from '../../db/model/span.ts';
import { findPassage } from './passage.ts';
import { useReading } from './reading.ts';
import type { TextMap } from './text-map.ts';

/**
 * Follows the window's selection inside the text: the passage while something is selected, the caret otherwise.
 * What is selected in a field leaves the passage alone. Letting go of the mouse opens the code bar.
 */
export function useSelection(map: TextMap | null, text: string): { caret: number | null } {
  const [caret, setCaret] = useState<number | null>(null);
  useEffect(() => {
    if (!map) return;
    const onSelectionChange = () => {
      const range = findRangeIn(map);
      if (!range) return;
      const passage = range.collapsed ? undefined : findPassage(text, map.toSpan(range));
      setCaret(range.collapsed ? map.toOffset(range.startContainer, range.startOffset, 'start') : null);
      const before = useReading.getState().passage;
      if (passage ? !isSame(passage, before) : before) useReading.getState().selectPassage(passage ?? null);
    };
    let isFromText = false;
    const onPointerDown = (event: PointerEvent) => {
      isFromText = event.button === 0 && event.target instanceof Node && map.root.contains(event.target);
    };
    const onPointerUp = () => {
      const range = isFromText ? findRangeIn(map) : undefined;
      isFromText = false;
      const passage = range && !range.collapsed ? findPassage(text, map.toSpan(range)) : undefined;
      if (!passage) return;
      if (!isSame(passage, useReading.getState().passage)) useReading.getState().selectPassage(passage);
      useReading.getState().openBar({ kind: 'apply' }, false);
    };
    document.addEventListener('selectionchange', onSelectionChange);
    document.addEventListener('pointerdown', onPointerDown);
    document.addEventListener('pointerup', onPointerUp);
    return () => {
      document.removeEventListener('selectionchange', onSelectionChange);
      document.removeEventListener('pointerdown', onPointerDown);
      document.removeEventListener('pointerup', onPointerUp);
    };
  }, [map, text]);
  return { caret };
}

const isSame = (left: Span, right: Span | null) => left.start === right?.start && left.end === right.end;

/** Returns the selected range when the selection began in the text. */
function findRangeIn(map: TextMap): Range | undefined {
  const selection = document.getSelection();
  if (!selection?.anchorNode || selection.rangeCount === 0) return undefined;
  return map.root.contains(selection.anchorNode) ? selection.getRangeAt(0) : undefined;
}

/** Selects the span on the page, or only puts the caret at its end. */
export function selectOnPage(map: TextMap, span: Span, isCollapsed = false): void {
  const range = map.toLiveRange(span);
  if (isCollapsed) range.collapse(false);
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** Scrolls so that the passage stands in the middle, or not at all when it is in view already. */
export function scrollToSpan(
  map: TextMap,
  scroller: RefObject<HTMLElement | null>,
  span: Span,
  isCentred: boolean,
): void {
  if (!scroller.current) return;
  const view = scroller.current.getBoundingClientRect();
  const first = map.measureEdge(span.start, 'start');
  const margin = 40;
  if (!isCentred && first.top >= view.top + margin && first.bottom <= view.bottom - margin) return;
  scroller.current.scrollTop += first.top - view.top - (isCentred ? view.height / 2 : view.height / 3);
}
