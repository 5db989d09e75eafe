import { type Span, toWholeCharacters } from '../span.ts';

/** How much around a hit is coded: the hit alone, its sentence, its paragraph (a line of its turn), or its whole turn. */
export const passageExtents = ['hit', 'sentence', 'paragraph', 'turn'] as const;
export type PassageExtent = (typeof passageExtents)[number];

/**
 * Returns the passage that a hit stands for, within the words of its turn (`bounds`), without blanks at its ends; a hit
 * across several sentences or paragraphs takes all of them. Undefined when nothing but blanks is left. Offsets are UTF-16 units,
 * end exclusive.
 */
export function toPassage(text: string, hit: Span, bounds: Span, extent: PassageExtent): Span | undefined {
  return trim(text, widen(text, hit, bounds, extent));
}

function widen(text: string, hit: Span, bounds: Span, extent: PassageExtent): Span {
  switch (extent) {
    case 'hit':
      return toWholeCharacters(text, hit);
    case 'sentence':
      return toSentences(text, hit, bounds);
    case 'paragraph':
      return toParagraphs(text, hit, bounds);
    case 'turn':
      return { start: Math.min(bounds.start, hit.start), end: Math.max(bounds.end, hit.end) };
  }
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** A sentence ends at a line end too, as it does in speech that was written down. */
function toSentences(text: string, hit: Span, bounds: Span): Span {
  const within = toParagraphs(text, hit, bounds);
  const segments = sentences.segment(text.slice(within.start, within.end));
  const first = segments.containing(hit.start - within.start);
  const last = segments.containing(hit.end - 1 - within.start);
  return {
    start: first ? within.start + first.index : hit.start,
    end: last ? within.start + last.index + last.segment.length : hit.end,
  };
}

function toParagraphs(text: string, hit: Span, bounds: Span): Span {
  const lineStart = text.lastIndexOf('\n', hit.start - 1) + 1;
  const lineEnd = text.indexOf('\n', hit.end - 1);
  return {
    start: Math.min(hit.start, Math.max(bounds.start, hit.start === 0 ? 0 : lineStart)),
    end: Math.max(hit.end, Math.min(bounds.end, lineEnd === -1 ? text.length : lineEnd)),
  };
}

function trim(text: string, { start, end }: Span): Span | undefined {
  let [from, to] = [start, end];
  while (from < to && isBlank(text, from)) from += 1;
  while (to > from && isBlank(text, to - 1)) to -= 1;
  return from === to ? undefined : { start: from, end: to };
}

function isBlank(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}
