const isPlain = /^[\0-\x7f]*$/;

/** Returns the words in lower case and without accents. Plain letters, which most texts are, need not be taken apart for that. */
export function foldAccents(words: string): string {
  if (isPlain.test(words)) return words.toLowerCase();
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Returns the text in lower case, without accents, with single blanks: texts that fold alike count as the same name. */
export function foldText(text: string): string {
  return foldAccents(text).replace(/\s+/g, ' ').trim();
}
