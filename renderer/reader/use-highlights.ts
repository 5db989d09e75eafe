import { useEffect, useLayoutEffect, useMemo } from 'react';
import type { Span } from '../../db/model/span.ts';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import type { PaneSide } from '../state/desk.ts';
import type { Colours } from './colouring.ts';
import { listDeepSpans } from './depths.ts';
import { clearHighlights, type MarkName, paintCodings, paintMark } from './highlights.ts';
import { buildIntervalIndex, listOverlapping } from './interval-index.ts';
import { useReading } from './reading.ts';
import type { TextMap } from './text-map.ts';

type Pane = { side: PaneSide; isActive: boolean; map: TextMap | null; around: Span };

/**
 * Paints the codings around what is in view (`around`) and what is selected, from stored offsets; anew only where something
 * changed. Chromium collects all registered highlights anew after every change of the page, wherever it is: so no more
 * are registered than can be seen soon.
 */
export function useHighlights(pane: Pane, codings: readonly Coding[], colours: Colours): void {
  const { side, isActive, map, around } = pane;
  const index = useMemo(() => buildIntervalIndex(codings), [codings]);
  const { start, end } = around;
  // Before the text is painted, so that it is never seen without its codings.
  useLayoutEffect(() => {
    if (!map) return;
    const near = listOverlapping(index, start, end);
    paintCodings(side, groupRanges(map, near, colours));
    for (const depth of [2, 3] as const)
      paintMark(side, `depth-${depth}`, listDeepSpans(near, depth).map(map.toKeptRange));
  }, [side, map, index, colours, start, end]);
  useEffect(() => (map ? () => clearHighlights(side) : undefined), [side, map]);

  const { codingId, hoveredCodingId, passage, flash, draggedSpan } = useReading();
  const find = (id: number | null) => (id === null ? null : codings.find((coding) => coding.id === id));
  const here = isActive ? { passage, flash, draggedSpan } : { passage: null, flash: null, draggedSpan: null };
  useMark(pane, 'selected', here.draggedSpan ?? find(codingId));
  useMark(pane, 'hovered', find(hoveredCodingId));
  useMark(pane, 'passage', here.passage);
  useMark(pane, 'flash', here.flash);
}

function useMark({ side, map }: Pane, mark: MarkName, span: Span | null | undefined): void {
  const start = span?.start;
  const end = span?.end;
  useEffect(() => {
    if (!map) return;
    const isMarked = start !== undefined && end !== undefined;
    paintMark(side, mark, isMarked ? [map.toKeptRange({ start, end })] : []);
  }, [side, map, mark, start, end]);
}

function groupRanges(
  map: TextMap,
  codings: readonly Coding[],
  colours: Colours,
): Map<string, AbstractRange[]> {
  const groups = new Map<string, AbstractRange[]>();
  for (const coding of codings) {
    const name = colours.highlightOf(coding);
    if (name === undefined) continue;
    const ranges = groups.get(name);
    if (ranges) ranges.push(map.toKeptRange(coding));
    else groups.set(name, [map.toKeptRange(coding)]);
  }
  return groups;
}
