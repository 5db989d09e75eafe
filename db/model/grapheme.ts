const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How far back a place is looked for at which a character surely begins; families of emoji are shorter. */
const farthest = 200;

/**
 * Tells whether a text may be cut at an offset (UTF-16 units): neither within a surrogate pair, nor between a letter and
 * its combining marks, nor within an emoji of several parts. The ends of the text are such places.
 */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  if (before < 0x300 && after < 0x300) return !(before === 0x0d && after === 0x0a);
  let from = offset - 1;
  while (from > 0 && offset - from < farthest && text.charCodeAt(from) >= 0x80) from -= 1;
  const found = segmenter.segment(text.slice(from, offset + farthest)).containing(offset - from);
  return found !== undefined && found.index === offset - from;
}
