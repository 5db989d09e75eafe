/**
 * Returns the number of words of a text, or of its part from `start` to `end` (UTF-16 units, end exclusive): runs of
 * letters, digits and marks, joined by apostrophes and hyphens. Scripts written without blanks count each ideograph or
 * syllable sign as a word, as word processors do.
 */
export function countWords(text: string, start = 0, end = text.length): number {
  let count = 0;
  let isInside = false;
  for (let index = start; index < end; index++) {
    const kind = kinds[text.charCodeAt(index)] || findKind(text, index);
    if (kind === letter) {
      if (!isInside) count++;
      isInside = true;
    } else if (kind === other) isInside = false;
    else if (kind === sign) {
      count++;
      isInside = false;
    } else if (kind === joiner) {
      isInside = isInside && index + 1 < end && findKind(text, index + 1) === letter;
    }
    // Marks belong to what stands before them. Half of a pair was judged by the whole; the other half says nothing.
  }
  return count;
}

const other = 1;
const letter = 2;
const sign = 3;
const joiner = 4;
const mark = 5;

const markPattern = /\p{M}/u;
const letterPattern = /[\p{L}\p{N}]/u;
const signPattern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * What each UTF-16 unit is, found out when it first occurs. Matching a pattern against the whole text took longer
 * than everything else that an import does.
 */
const kinds = new Uint8Array(0x10000);

/** Halves of pairs are never remembered, since only the whole says what it is; the second half counts as a mark. */
function findKind(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (kinds[unit]) return kinds[unit];
  if (unit >= 0xdc00 && unit <= 0xdfff) return mark;
  const kind = classify(text.codePointAt(index) ?? unit);
  if (unit < 0xd800 || unit > 0xdbff) kinds[unit] = kind;
  return kind;
}

function classify(point: number): number {
  const character = String.fromCodePoint(point);
  if (markPattern.test(character)) return mark;
  if (letterPattern.test(character)) return signPattern.test(character) ? sign : letter;
  return "'’-".includes(character) ? joiner : other;
}
