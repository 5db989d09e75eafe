/** Returns the text in lower case, without accents, with single blanks: texts that fold alike count as the same name. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
