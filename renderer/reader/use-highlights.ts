import { useEffect } from 'react';
import type { Span } from '../../db/model/span.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { clearHighlights, highlightOf, type MarkName, paintCodings, paintMark } from './highlights.ts';
import { useReading } from './reading.ts';
import type { TextMap } from './text-map.ts';

/** Paints the codings and what is selected, from stored offsets; anew only where something changed. */
export function useHighlights(map: TextMap | null, codings: readonly Coding[], codes: readonly Code[]): void {
  useEffect(() => {
    if (map) paintCodings(groupRanges(map, codings, codes));
  }, [map, codings, codes]);
  useEffect(() => (map ? clearHighlights : undefined), [map]);

  const { codingId, hoveredCodingId, passage, flash, draggedSpan } = useReading();
  const selected = draggedSpan ?? codings.find(({ id }) => id === codingId) ?? null;
  const hovered = codings.find(({ id }) => id === hoveredCodingId) ?? null;
  useMark(map, 'selected', selected);
  useMark(map, 'hovered', hovered);
  useMark(map, 'passage', passage);
  useMark(map, 'flash', flash);
}

function useMark(map: TextMap | null, mark: MarkName, span: Span | null): void {
  const start = span?.start;
  const end = span?.end;
  useEffect(() => {
    if (map) paintMark(mark, start === undefined || end === undefined ? [] : [map.toRange({ start, end })]);
  }, [map, mark, start, end]);
}

function groupRanges(
  map: TextMap,
  codings: readonly Coding[],
  codes: readonly Code[],
): Map<string, AbstractRange[]> {
  const names = new Map(codes.map((code) => [code.id, highlightOf(code)]));
  const groups = new Map<string, AbstractRange[]>();
  for (const coding of codings) {
    const name = names.get(coding.codeId);
    if (name === undefined) continue;
    const ranges = groups.get(name) ?? [];
    ranges.push(map.toRange(coding));
    groups.set(name, ranges);
  }
  // The order decides which colour lies on top, so it may not depend on which coding comes first.
  return new Map([...groups].sort(([left], [right]) => left.localeCompare(right)));
}
