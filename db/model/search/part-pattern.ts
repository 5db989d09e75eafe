import { fold, listVariants, markClass, unitsAt } from './folding.ts';
import { SearchQueryError } from './query.ts';

/**
 * Makes a regular expression that finds a part of a text anywhere, within words too: for scripts without blanks, and for
 * endings. Blanks stand for any run of blanks and line ends. Unless `isExact`, capitals and accents do not count.
 * Throws a SearchQueryError when there is nothing to find.
 */
export function toPartPattern(part: string, isExact: boolean): RegExp {
  const wanted = part.trim();
  if (wanted === '') throw new SearchQueryError('Write what to search for.', 0, part.length);
  const pieces = (isExact ? wanted : fold(wanted)).split(/\s+/u);
  if (pieces.every((piece) => piece === ''))
    throw new SearchQueryError('An accent alone cannot be searched for: write its letter.', 0, part.length);
  const toPiece = isExact ? toLiteral : toFoldedPiece;
  return new RegExp(pieces.map(toPiece).join(isExact ? '\\s+' : foldedBlanks), 'gu');
}

/** Accents stand among blanks too, where they belong to no letter. */
const foldedBlanks = `\\s[\\s${markClass.slice(1)}*`;

/** Returns the pattern of the very words: signs with a meaning in a regular expression stand for themselves. */
export function toLiteral(piece: string): string {
  return piece.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}

/** Returns the pattern of a folded word, every letter in each of its forms, with or without an accent behind it. */
export function toFoldedPiece(piece: string): string {
  let pattern = '';
  for (let at = 0; at < piece.length; at += unitsAt(piece, at)) {
    const point = piece.codePointAt(at) ?? 0;
    const variants = listVariants(point).map(escapePoint);
    const letter = variants.length === 1 ? variants.join('') : `[${variants.join('')}]`;
    pattern += `${letter}${markClass}*`;
  }
  return pattern;
}

function escapePoint(point: number): string {
  return `\\u{${point.toString(16)}}`;
}
