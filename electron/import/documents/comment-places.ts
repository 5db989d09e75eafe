import type { Span } from '../../../db/model/span.ts';
import type { ReadComment } from '../parsed-transcript.ts';

/** Where a comment begins and ends in a text (UTF-16 units); `end` is missing for one that is on a point. */
export type Mark = { start: number; end?: number };

/** A comment before it has a place. */
export type LooseComment = { name: string; author: string; date: string | null; text: string };

/**
 * Puts comments on passages of the stored text (UTF-16 units, end exclusive), in the order of the text. `marks` are
 * where each comment begins and ends by its name. A comment without a passage is on the word before it, or on its
 * line; one without any mark is on the first line. Comments without words are left out.
 */
export function placeComments(
  text: string,
  comments: readonly LooseComment[],
  marks: ReadonlyMap<string, Mark>,
): ReadComment[] {
  return comments
    .filter((comment) => comment.text.trim() !== '')
    .map(({ name, ...comment }) => {
      const { start, end = start } = marks.get(name) ?? { start: 0 };
      return { ...findPassage(text, start, end), ...comment };
    })
    .sort((left, right) => left.start - right.start);
}

function findPassage(text: string, start: number, end: number): Span {
  return trim(text, start, end) ?? findWordBefore(text, start) ?? findLine(text, start);
}

function trim(text: string, start: number, end: number): Span | undefined {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (from < to && /\s/.test(text.charAt(to - 1))) to -= 1;
  return from < to ? { start: from, end: to } : undefined;
}

function findWordBefore(text: string, position: number): Span | undefined {
  let end = position;
  while (end > 0 && /[^\S\n]/.test(text.charAt(end - 1))) end -= 1;
  let start = end;
  while (start > 0 && /\S/.test(text.charAt(start - 1))) start -= 1;
  return start < end ? { start, end } : undefined;
}

/** Finds the line at a position or, if that has no words, the next one that has. */
function findLine(text: string, position: number): Span {
  const lineStart = position === 0 ? 0 : text.lastIndexOf('\n', position - 1) + 1;
  const first = lineStart + Math.max(0, text.slice(lineStart).search(/\S/));
  const lineEnd = text.indexOf('\n', first);
  return trim(text, first, lineEnd === -1 ? text.length : lineEnd) ?? { start: 0, end: text.length };
}
