import type { Replacement } from './replacement.ts';

/**
 * A stretch of a text that is being edited: taken from the stored text at the offset `from` (UTF-16 units), or written
 * new. A text in pieces knows what became of every letter of the stored one, whatever was typed, cut and joined.
 */
export type Piece = { text: string; from: number | null };

/** Returns the stored text from `start` to `end` as pieces. */
export function takePieces(text: string, start: number, end: number): Piece[] {
  return start < end ? [{ text: text.slice(start, end), from: start }] : [];
}

export function writePieces(text: string): Piece[] {
  return text === '' ? [] : [{ text, from: null }];
}

export function textOfPieces(pieces: readonly Piece[]): string {
  return pieces.length === 1 ? (pieces[0]?.text ?? '') : pieces.map(({ text }) => text).join('');
}

export function lengthOfPieces(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0);
}

/** Puts pieces one behind the other; what belongs together is one piece. */
export function joinPieces(...lists: readonly (readonly Piece[])[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of lists.flat()) {
    const last = joined.at(-1);
    const isNext = last && (last.from === null ? null : last.from + last.text.length) === piece.from;
    if (last && isNext) joined[joined.length - 1] = { text: last.text + piece.text, from: last.from };
    else if (piece.text !== '') joined.push(piece);
  }
  return joined;
}

/** Returns the part from `start` to `end`, in UTF-16 units of the text the pieces make. */
export function slicePieces(pieces: readonly Piece[], start: number, end = Infinity): Piece[] {
  const part: Piece[] = [];
  let reached = 0;
  for (const { text, from } of pieces) {
    const first = Math.max(start - reached, 0);
    const last = Math.min(end - reached, text.length);
    if (first < last) part.push({ text: text.slice(first, last), from: from === null ? null : from + first });
    reached += text.length;
    if (reached >= end) break;
  }
  return part;
}

/** Writes a text in the place of the part from `start` to `end`. */
export function splicePieces(pieces: readonly Piece[], { start, end, text }: Replacement): Piece[] {
  return joinPieces(slicePieces(pieces, 0, start), writePieces(text), slicePieces(pieces, end));
}

/**
 * Returns what makes the text of the pieces out of the stored one of this length: everything of it that stands in no
 * piece was taken out.
 */
export function toReplacements(pieces: readonly Piece[], storedLength: number): Replacement[] {
  const replacements: Replacement[] = [];
  let reached = 0;
  let written = '';
  const close = (end: number) => {
    if (written !== '' || reached < end) replacements.push({ start: reached, end, text: written });
    written = '';
  };
  for (const { text, from } of pieces) {
    // A passage can stand in one place only, and before what stood behind it; elsewhere it is as good as written new.
    if (from === null || from < reached) written += text;
    else {
      close(from);
      reached = from + text.length;
    }
  }
  close(storedLength);
  return replacements;
}

/** Returns the replacements that do at once what two lists of them do one after the other. */
export function composeReplacements(
  text: string,
  first: readonly Replacement[],
  second: readonly Replacement[],
): Replacement[] {
  const once = replaceInPieces(takePieces(text, 0, text.length), first);
  return toReplacements(replaceInPieces(once, second), text.length);
}

function replaceInPieces(pieces: readonly Piece[], replacements: readonly Replacement[]): Piece[] {
  return replacements.reduceRight<Piece[]>((made, one) => splicePieces(made, one), [...pieces]);
}

/**
 * Follows what somebody typed: returns the pieces of the later text. One change is looked for, between what the texts
 * begin and end with alike; where it could be in more than one place, as when a letter is doubled, it ended at the caret.
 */
export function followTyping(pieces: readonly Piece[], later: string, caret: number | null): Piece[] {
  const former = textOfPieces(pieces);
  if (former === later) return [...pieces];
  const behindCaret = caret === null ? '' : later.slice(caret);
  const isAtCaret = caret !== null && former.endsWith(behindCaret);
  const most = Math.min(former.length, later.length);
  let tail = isAtCaret ? Math.min(behindCaret.length, most) : 0;
  let head = 0;
  while (head < most - tail && former.charCodeAt(head) === later.charCodeAt(head)) head += 1;
  const isSame = () =>
    former.charCodeAt(former.length - tail - 1) === later.charCodeAt(later.length - tail - 1);
  while (tail < most - head && isSame()) tail += 1;
  const text = later.slice(head, later.length - tail);
  return splicePieces(pieces, { start: head, end: former.length - tail, text });
}
