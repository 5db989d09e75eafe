import type { Span } from '../../db/model/span.ts';
import { countWhile } from './piece-offsets.ts';

/** Where a paragraph stands: its first unit in the stored text, and its top on the sheet in pixels. */
export type Landmark = { offset: number; top: number };

/**
 * Returns the height of an offset of the text on the sheet, in pixels: between two landmarks in proportion, which is
 * near enough for a minimap, and needs no character to be measured.
 */
export function findTop(landmarks: readonly Landmark[], offset: number): number {
  const low = Math.max(0, countWhile(landmarks, (mark) => mark.offset <= offset) - 1);
  const before = landmarks[low];
  const next = landmarks[low + 1];
  if (!before) return 0;
  if (!next || next.offset === before.offset) return before.top;
  const share = (offset - before.offset) / (next.offset - before.offset);
  return before.top + Math.max(0, Math.min(1, share)) * (next.top - before.top);
}

/**
 * Returns which offsets stand between two heights, in pixels from the top of the sheet: at least those, and some
 * beyond, since within a paragraph the height is only estimated.
 */
export function findSpanBetween(landmarks: readonly Landmark[], top: number, bottom: number): Span {
  const first = landmarks[Math.max(0, countWhile(landmarks, (mark) => mark.top <= top) - 1)];
  const last = landmarks[countWhile(landmarks, (mark) => mark.top < bottom)] ?? landmarks.at(-1);
  return { start: first?.offset ?? 0, end: last?.offset ?? 0 };
}
