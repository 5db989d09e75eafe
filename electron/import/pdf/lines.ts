import type { PdfPiece } from './pages.ts';

/** Pieces that stand at the same height, whatever column they belong to, from the side where reading begins. */
export type PdfRow = { baseline: number; size: number; pieces: PdfPiece[] };

/** Where the text of a piece stands in its line (`start`, UTF-16 units) and on the page (points). */
type PiecePlace = { start: number; left: number; right: number };

/**
 * A line of text within one column. Lengths are in points; on pages that are read from right to left they count from
 * the right edge. `boldLength` is the length of the bold text it begins with, in UTF-16 units.
 */
export type PdfLine = {
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
  boldLength: number;
  page: number;
  places: PiecePlace[];
  /** Whether it has raised or lowered figures, which may take more room. */
  isTall: boolean;
  /** Set where the numbering at the margin, since left out, says that a paragraph begins here. */
  isNumbered?: boolean;
};

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/gu;
const leftToRight = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}]/gu;
const leftToRightOrDigit = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\d]/u;

// Parts of a line height; raised figures stand up to 0.4 above, the next line of text 0.9 or more below.
const sameRow = 0.45;
const wordGap = 0.13;
// Han characters are spread to fill a line and set apart from other scripts: only a wide gap is one.
const hanGap = 0.6;
const mixedGap = 0.35;

/** Returns whether a third or more of the letters are of scripts written from right to left. */
export function isRightToLeft(texts: readonly string[]): boolean {
  const count = (pattern: RegExp) => texts.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0);
  return count(rightToLeft) > count(leftToRight) / 2;
}

/** Groups pieces into rows, from the top of the page down. */
export function toRows(pieces: readonly PdfPiece[]): PdfRow[] {
  const rows: PdfRow[] = [];
  for (const piece of pieces.toSorted((one, other) => one.baseline - other.baseline)) {
    const row = rows.at(-1);
    if (row === undefined || piece.baseline - row.baseline > sameRow * Math.max(row.size, piece.size)) {
      rows.push({ baseline: piece.baseline, size: piece.size, pieces: [piece] });
      continue;
    }
    row.pieces.push(piece);
    // The larger letters stand on the line, the smaller above or below it.
    if (piece.size > row.size) Object.assign(row, { baseline: piece.baseline, size: piece.size });
  }
  for (const row of rows) row.pieces.sort((one, other) => one.left - other.left);
  return rows;
}

/** Makes one line of pieces of a row. `isMirrored` says that lengths on the page count from its right edge. */
export function toLine(pieces: readonly PdfPiece[], page: number, isMirrored: boolean): PdfLine {
  const size = Math.max(...pieces.map((piece) => piece.size));
  const places: PiecePlace[] = [];
  const parts: string[] = [];
  let length = 0;
  let previous: PdfPiece | undefined;
  const ordered = toReadingOrder(dropShadows(pieces), isMirrored);
  for (const piece of ordered) {
    const space = previous !== undefined && isSpaceBetween(previous, piece) ? ' ' : '';
    const text = previous === undefined ? piece.text.trimStart() : piece.text;
    places.push({ start: length + space.length, left: piece.left, right: piece.right });
    parts.push(space, text);
    length += space.length + text.length;
    previous = piece;
  }
  // A soft hyphen that does not end a line is printed all the same, and is one like any other.
  const text = parts
    .join('')
    .trimEnd()
    .replace(/\u00ad(?!$)/gu, '-');
  return {
    text,
    left: Math.min(...pieces.map((piece) => piece.left)),
    right: Math.max(...pieces.map((piece) => piece.right)),
    baseline: pieces.find((piece) => piece.size === size)?.baseline ?? 0,
    size,
    boldLength: Math.min(text.length, measureBold(ordered, places, text)),
    page,
    places,
    isTall: pieces.some((piece) => piece.size < 0.85 * size),
  };
}

/** Bold is at times made by printing the same letters twice, a hair apart. */
function dropShadows(pieces: readonly PdfPiece[]): PdfPiece[] {
  return pieces.filter((piece, index) => {
    const before = pieces[index - 1];
    return before === undefined || before.text !== piece.text || piece.left - before.left > 0.1 * piece.size;
  });
}

function measureBold(ordered: readonly PdfPiece[], places: readonly PiecePlace[], text: string): number {
  const end = ordered.findIndex((piece) => !piece.isBold);
  if (end === -1) return text.length;
  return text.slice(0, places[end]?.start ?? 0).trimEnd().length;
}

/**
 * Returns pieces in the order in which they are read: a line of Arabic or Hebrew from the right, words of other
 * scripts in it from the left, and the other way round.
 */
function toReadingOrder(pieces: readonly PdfPiece[], isMirrored: boolean): PdfPiece[] {
  const isLineRightToLeft = isRightToLeft(pieces.map(({ text }) => text));
  const inOrder = isLineRightToLeft === isMirrored ? [...pieces] : pieces.toReversed();
  const runs: PdfPiece[][] = [];
  let wasOpposite = false;
  for (const piece of inOrder) {
    const isOpposite = isAgainst(piece.text, isLineRightToLeft);
    if (isOpposite && wasOpposite) runs.at(-1)?.unshift(piece);
    else runs.push([piece]);
    wasOpposite = isOpposite;
  }
  return runs.flat();
}

function isAgainst(text: string, isLineRightToLeft: boolean): boolean {
  return isLineRightToLeft ? !isRightToLeft([text]) && leftToRightOrDigit.test(text) : isRightToLeft([text]);
}

function isSpaceBetween(before: PdfPiece, after: PdfPiece): boolean {
  if (/\s$/u.test(before.text) || /^\s/u.test(after.text)) return false;
  const gap = Math.max(after.left - before.right, before.left - after.right);
  const han = [before.text.at(-1), after.text.at(0)].filter(isHan).length;
  const least = [wordGap, mixedGap, hanGap][han] ?? hanGap;
  return gap > least * Math.max(before.size, after.size);
}

/** Returns whether a character belongs to a script that puts no spaces between words. */
export function isHan(character: string | undefined): boolean {
  return (
    character !== undefined &&
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u.test(character)
  );
}
