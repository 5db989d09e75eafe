import type { Span } from './span.ts';

/**
 * One change that makes a later text of a former one: the passage from `start` to `end` (UTF-16 units of the former
 * text, end exclusive) became `inserted` units of other text. Edits of a text are sorted, disjoint, and touch only
 * where nothing was kept between them.
 */
export type TextEdit = Span & { inserted: number };

/** Where a passage went: its span in the later text, and how many of its units were kept. */
export type MovedSpan = Span & { keptUnits: number };

/**
 * Moves a passage along with the edits. Text inserted at its very ends stays outside; text inserted within it, or in the
 * place of its first or last words, becomes part of it. Undefined when no unit of it was kept.
 */
export function moveSpan(span: Span, edits: readonly TextEdit[]): MovedSpan | undefined {
  const kept = listKept(span, edits);
  const [first] = kept;
  const last = kept.at(-1);
  if (!first || !last) return undefined;
  const keptUnits = kept.reduce((sum, { start, end }) => sum + end - start, 0);
  return {
    start: first.start + first.shift - countReplaced(edits, span.start, first.start),
    end: last.end + last.shift + countReplaced(edits, last.end, span.end),
    keptUnits,
  };
}

/** Returns how many units came in the place of just this passage: a first word that was misheard, for instance. */
function countReplaced(edits: readonly TextEdit[], from: number, to: number): number {
  if (from === to) return 0;
  return edits.find(({ start, end }) => start === from && end === to)?.inserted ?? 0;
}

type Kept = Span & { shift: number };

/** Returns the kept passages inside a span, in offsets of the former text, and how far each was shifted. */
function listKept(span: Span, edits: readonly TextEdit[]): Kept[] {
  const kept: Kept[] = [];
  let from = 0;
  let shift = 0;
  const keep = (start: number, end: number) => {
    const inside = { start: Math.max(start, span.start), end: Math.min(end, span.end) };
    if (inside.start < inside.end) kept.push({ ...inside, shift });
  };
  for (const { start, end, inserted } of edits) {
    keep(from, start);
    from = end;
    shift += inserted - (end - start);
    if (from >= span.end) return kept;
  }
  keep(from, Number.POSITIVE_INFINITY);
  return kept;
}
