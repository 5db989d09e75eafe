/** A passage of a text: offsets in UTF-16 code units, end exclusive. */
export type Span = { start: number; end: number };

/** Returns whether two spans share at least one code unit. */
export function isOverlapping(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}

/**
 * Returns the span with its ends moved outwards where they would cut a surrogate pair in two, so that a
 * quote is always whole characters. Throws a RangeError when the span is empty or outside the text.
 */
export function toWholeCharacters(text: string, span: Span): Span {
  const { start, end } = span;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) {
    throw new RangeError(
      `The passage ${start}–${end} does not lie in a text of ${text.length} UTF-16 units.`,
    );
  }
  return {
    start: isWithinPair(text, start) ? start - 1 : start,
    end: isWithinPair(text, end) ? end + 1 : end,
  };
}

/** Returns whether an offset would cut a surrogate pair, which is one character, in two. */
export function isWithinPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
