/**
 * Returns the number of words of a text: runs of letters, digits and marks, joined by apostrophes and hyphens.
 * Scripts written without blanks count each ideograph or syllable sign as a word, as word processors do.
 */
export function countWords(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(wordPattern)) count++;
  return count;
}

const wordPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu;
