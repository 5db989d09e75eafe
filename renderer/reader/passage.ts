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

/**
 * Returns where a coding is split at a place within it: before the nearest word that begins inside it, so that no word is
 * cut. Undefined when no word begins there.
 */
export function findSplitPoint(text: string, span: Span, offset: number): number | undefined {
  const from = Math.max(span.start, offset - reach);
  const to = Math.min(span.end, offset + reach);
  const starts = Array.from(segmenter.segment(text.slice(from, to)))
    .filter(({ isWordLike, index }) => isWordLike && from + index > span.start)
    .map(({ index }) => from + index);
  const distance = (start: number) => Math.abs(start - offset);
  return starts.toSorted((left, right) => distance(left) - distance(right))[0];
}

/** Which boundary of an excerpt moves. */
export type Boundary = 'start' | 'end';

/** Where the label and the time of a turn stand, which nobody says: from its start to where its words begin. */
export type TurnHead = { start: number; textOffset: number };

/**
 * Returns the span with one boundary moved by a word, never beyond the other; undefined when it cannot move. Labels of
 * turns are no words: a boundary passes over them.
 */
export function moveBoundary(
  text: string,
  span: Span,
  boundary: Boundary,
  direction: -1 | 1,
  heads: readonly TurnHead[] = [],
): Span | undefined {
  let moved = toPassage(text, span, boundary, stepByWord(text, span[boundary], boundary, direction));
  for (let head = findHead(heads, moved, boundary); head; head = findHead(heads, moved, boundary)) {
    const stood = moved?.[boundary];
    moved = toPassage(text, span, boundary, passHead(text, head, boundary, direction));
    // Before the first label, and behind one that nothing follows, there is no word.
    if (moved?.[boundary] === stood) return undefined;
  }
  return moved && (moved.start !== span.start || moved.end !== span.end) ? moved : undefined;
}

/** A start that goes on stands before the next word, so that no excerpt begins with a comma. */
function stepByWord(text: string, offset: number, boundary: Boundary, direction: -1 | 1): number {
  if (boundary === 'end' || direction < 0) return findWordBoundary(text, offset, direction);
  const words = Array.from(segmenter.segment(text.slice(offset, offset + reach)));
  const next = words.find(({ isWordLike, index }) => isWordLike && index > 0);
  return next ? offset + next.index : findWordBoundary(text, offset, 1);
}

function toPassage(text: string, span: Span, boundary: Boundary, offset: number): Span | undefined {
  const moved = { ...span, [boundary]: offset };
  return moved.start < moved.end ? findPassage(text, moved) : undefined;
}

function findHead(
  heads: readonly TurnHead[],
  span: Span | undefined,
  boundary: Boundary,
): TurnHead | undefined {
  if (!span) return undefined;
  const { start, end } = span;
  return heads.find((head) =>
    boundary === 'start'
      ? start >= head.start && start < head.textOffset
      : end > head.start && end <= head.textOffset,
  );
}

/** To the first word behind the label, or the last one before it; a start that goes on needs no word more. */
function passHead(text: string, head: TurnHead, boundary: Boundary, direction: -1 | 1): number {
  if (direction > 0)
    return boundary === 'start' ? head.textOffset : findWordBoundary(text, head.textOffset, 1);
  return boundary === 'start' ? findWordBoundary(text, head.start, -1) : head.start;
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
