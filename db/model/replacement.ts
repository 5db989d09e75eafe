import { isGraphemeBoundary } from './grapheme.ts';
import type { Span } from './span.ts';
import { moveSpan, type TextEdit } from './text-edit.ts';

/**
 * What somebody wrote in the place of a passage: offsets in UTF-16 units of the text as it was, end exclusive. An empty
 * passage is an insertion, an empty text a deletion. Lists of them are sorted and disjoint.
 */
export type Replacement = Span & { text: string };

/** Returns the text with the replacements carried out. Throws a RangeError when they are not sorted, disjoint and inside. */
export function applyReplacements(text: string, replacements: readonly Replacement[]): string {
  const parts: string[] = [];
  let reached = 0;
  for (const { start, end, text: written } of replacements) {
    if (start < reached || end < start || end > text.length) {
      throw new RangeError(
        `The passage ${start}–${end} cannot be replaced in a text of ${text.length} units.`,
      );
    }
    parts.push(text.slice(reached, start), written);
    reached = end;
  }
  return parts.join('') + text.slice(reached);
}

/** Returns the replacements as edits, for moving passages along. */
export function toTextEdits(replacements: readonly Replacement[]): TextEdit[] {
  return replacements.map(({ start, end, text }) => ({ start, end, inserted: text.length }));
}

/**
 * Returns replacements that make the same text, widened so that none cuts a character of the former or the later text:
 * a surrogate pair, or a letter and its marks. What was only typed again is no replacement.
 */
export function toWholeReplacements(before: string, replacements: readonly Replacement[]): Replacement[] {
  const after = applyReplacements(before, replacements);
  const open = placeReplacements(before, replacements);
  const whole: Placed[] = [];
  for (let one = open.shift(); one; one = open.shift()) {
    whole.push(widenEnd(widenStart(one, whole, { before, after }), open, { before, after }));
  }
  return whole.map(({ start, end, text }) => ({ start, end, text }));
}

/** A replacement, and where its text begins in the later text. */
type Placed = Replacement & { place: number };
type Texts = { before: string; after: string };

/** Makes one of replacements that touch, and leaves out what each begins and ends with unchanged. */
function placeReplacements(before: string, replacements: readonly Replacement[]): Placed[] {
  const joined: Replacement[] = [];
  for (const one of replacements) {
    const last = joined.at(-1);
    if (last && last.end === one.start) {
      joined[joined.length - 1] = { start: last.start, end: one.end, text: last.text + one.text };
    } else joined.push(one);
  }
  let shift = 0;
  return joined.flatMap((one) => {
    const trimmed = trim(before, one);
    const placed = trimmed ? [{ ...trimmed, place: trimmed.start + shift }] : [];
    shift += one.text.length - (one.end - one.start);
    return placed;
  });
}

/** Undefined when a replacement writes what was there. */
function trim(before: string, { start, end, text }: Replacement): Replacement | undefined {
  const most = Math.min(end - start, text.length);
  let head = 0;
  while (head < most && before.charCodeAt(start + head) === text.charCodeAt(head)) head += 1;
  const isSame = (tail: number) =>
    before.charCodeAt(end - tail - 1) === text.charCodeAt(text.length - tail - 1);
  let tail = 0;
  while (tail < most - head && isSame(tail)) tail += 1;
  const rest = { start: start + head, end: end - tail, text: text.slice(head, text.length - tail) };
  return rest.start === rest.end && rest.text === '' ? undefined : rest;
}

/** Moves the start backwards to a boundary of both texts; a replacement that it meets there is taken in. */
function widenStart(one: Placed, former: Placed[], { before, after }: Texts): Placed {
  let { start, text, place } = one;
  const isCutting = () => !isGraphemeBoundary(before, start) || !isGraphemeBoundary(after, place);
  for (let last = former.at(-1); isCutting() || last?.end === start; last = former.at(-1)) {
    if (last?.end === start) {
      former.pop();
      start = last.start;
      place = last.place;
      text = last.text + text;
    } else {
      start -= 1;
      place -= 1;
      text = before.charAt(start) + text;
    }
  }
  return { ...one, start, text, place };
}

function widenEnd(one: Placed, later: Placed[], { before, after }: Texts): Placed {
  let { end, text } = one;
  const isCutting = () =>
    !isGraphemeBoundary(before, end) || !isGraphemeBoundary(after, one.place + text.length);
  for (let next = later[0]; isCutting() || next?.start === end; next = later[0]) {
    if (next?.start === end) {
      later.shift();
      end = next.end;
      text += next.text;
    } else {
      text += before.charAt(end);
      end += 1;
    }
  }
  return { ...one, end, text };
}

/**
 * Leaves out white space that a passage of a text begins or ends with now, as nobody selects it. Undefined when nothing
 * else is in it.
 */
export function withoutBlankEnds(text: string, { start, end }: Span): Span | undefined {
  let [first, last] = [start, end];
  while (first < last && isBlank(text, first) && isGraphemeBoundary(text, first + 1)) first += 1;
  while (last > first && isBlank(text, last - 1) && isGraphemeBoundary(text, last - 1)) last -= 1;
  return first < last ? { start: first, end: last } : undefined;
}

const isBlank = (text: string, offset: number) => /\s/.test(text.charAt(offset));

/**
 * Moves a passage along with edits, as `moveSpan` does; one that was written anew from its first letter to its last, and
 * no more than it, is what was written instead. Undefined when nothing is left of it.
 */
export function followSpan(span: Span, edits: readonly TextEdit[]): Span | undefined {
  const moved = moveSpan(span, edits);
  if (moved) return { start: moved.start, end: moved.end };
  let shift = 0;
  for (const { start, end, inserted } of edits) {
    if (start === span.start && end === span.end && inserted > 0) {
      return { start: start + shift, end: start + shift + inserted };
    }
    shift += inserted - (end - start);
  }
  return undefined;
}
