/**
 * Returns the number of words of a text: runs of letters, digits and marks, joined by apostrophes and hyphens.
 * Scripts written without blanks count each ideograph or syllable sign as a word, as word processors do.
 */
export function countWords(text: string): number {
  let count = 0;
  let isInside = false;
  for (let index = 0; index < text.length; index++) {
    const kind = findKind(text, index);
    // A pair of surrogates is one character.
    if ((kind & pair) !== 0) index++;
    if (isInside && (kind & letter) !== 0) continue;
    if (isInside && (kind & joiner) !== 0 && (findKind(text, index + 1) & letter) !== 0) continue;
    isInside = (kind & letter) !== 0 && (kind & sign) === 0;
    if (isInside || (kind & sign) !== 0) count++;
  }
  return count;
}

const known = 1;
const letter = 2;
const sign = 4;
const joiner = 8;
const pair = 16;

const letterPattern = /[\p{L}\p{N}\p{M}]/u;
const signPattern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * What each UTF-16 unit is, found out when it first occurs. Matching a pattern against the whole text took longer
 * than everything else that an import does.
 */
const kinds = new Uint8Array(0x10000);

function findKind(text: string, index: number): number {
  return kinds[text.charCodeAt(index)] || learnKind(text, index);
}

/** Halves of pairs are never remembered, since only the whole says what it is. */
function learnKind(text: string, index: number): number {
  const point = text.codePointAt(index) ?? 0;
  if (point > 0xffff) return classify(point) | pair;
  const kind = classify(point);
  if (point < 0xd800 || point > 0xdfff) kinds[point] = kind;
  return kind;
}

function classify(point: number): number {
  const character = String.fromCodePoint(point);
  return (
    known |
    (letterPattern.test(character) ? letter : 0) |
    (signPattern.test(character) ? sign : 0) |
    ("'’-".includes(character) ? joiner : 0)
  );
}
