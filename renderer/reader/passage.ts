import { type Span, toWholeCharacters } from '../../db/model/span.ts';

/**
 * Returns the passage a selection means: white space at its ends left out, whole characters only. Undefined when
 * nothing but white space is selected.
 */
export function findPassage(text: string, selected: Span): Span | undefined {
  let start = Math.max(0, Math.min(selected.start, selected.end));
  let end = Math.min(text.length, Math.max(selected.start, selected.end));
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return start < end ? toWholeCharacters(text, { start, end }) : undefined;
}

/** How far around an offset words are looked for; segmenting a whole transcript for one key would be slow. */
const reach = 400;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * Returns the next word boundary before (-1) or after (1) an offset: forwards the end of the next word, backwards
 * the start of the one before. Without a further word it returns the end (start) of the text.
 */
export function findWordBoundary(text: string, offset: number, direction: -1 | 1): number {
  const from = direction > 0 ? offset : Math.max(0, offset - reach);
  const to = direction > 0 ? Math.min(text.length, offset + reach) : offset;
  const words = Array.from(segmenter.segment(text.slice(from, to))).filter(({ isWordLike }) => isWordLike);
  const word = direction > 0 ? words[0] : words.at(-1);
  if (!word) return direction > 0 ? to : from;
  return from + word.index + (direction > 0 ? word.segment.length : 0);
}

/** Returns the nearer end of the word an offset lies in, or the offset itself between words. */
export function snapToWord(text: string, offset: number): number {
  const from = Math.max(0, offset - reach);
  const word = segmenter.segment(text.slice(from, offset + reach)).containing(offset - from);
  if (!word?.isWordLike) return offset;
  const start = from + word.index;
  const end = start + word.segment.length;
  return offset - start < end - offset ? start : end;
}

/** Which boundary of an excerpt moves. */
export type Boundary = 'start' | 'end';

/** Returns the span with one boundary moved by a word, never beyond the other; undefined when it cannot move. */
export function moveBoundary(
  text: string,
  span: Span,
  boundary: Boundary,
  direction: -1 | 1,
): Span | undefined {
  const moved = { ...span, [boundary]: findWordBoundary(text, span[boundary], direction) };
  if (moved.start >= moved.end) return undefined;
  const passage = findPassage(text, moved);
  return passage && (passage.start !== span.start || passage.end !== span.end) ? passage : undefined;
}

/** Returns an open code's name in the words of the passage: one line, at most 60 characters, cut between words. */
export function nameInVivo(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  if (characters.length <= 60) return line;
  const cut = characters.slice(0, 59).join('');
  const lastBlank = cut.lastIndexOf(' ');
  return `${lastBlank > 30 ? cut.slice(0, lastBlank) : cut}…`;
}
