/**
 * Puts right what the library gets wrong when it makes strings of glyphs. It drops soft hyphens, though they are printed
 * and some programs write every hyphen as one; and it turns Arabic ligatures round, which stand for two letters.
 *
 * `strings` are those of a page in the order of its content, `glyphs` what each printed glyph stands for, in the
 * same order and normalized alike. Where the two do not go together the strings stay as they are.
 */
export function mendStrings(strings: readonly string[], glyphs: readonly string[]): string[] {
  const shown = glyphs.filter((glyph) => glyph.trim() !== '');
  const mended: string[] = [];
  let next = 0;
  for (const string of strings) {
    const from = next;
    const wanted = string.replace(/\s/gu, '').length;
    let length = 0;
    while (next < shown.length && (length < wanted || isSoftHyphen(shown[next]))) {
      if (!isInvisible(shown[next])) length += shown[next]?.length ?? 0;
      next += 1;
    }
    if (length !== wanted) return [...mended, ...strings.slice(mended.length)];
    mended.push(wanted === 0 ? string : mendString(string, shown.slice(from, next)));
  }
  return mended;
}

function mendString(string: string, glyphs: readonly string[]): string {
  if (glyphs.some((glyph) => glyph.length > 1 && isArabic(glyph))) return turnLigatures(string, glyphs);
  return glyphs.some(isSoftHyphen) && !isArabic(string) ? insertHyphens(string, glyphs) : string;
}

/** Arabic stands in a string from its first letter, the glyphs from the left: so the letters are theirs from behind. */
function turnLigatures(string: string, glyphs: readonly string[]): string {
  const letters = glyphs.toReversed().flatMap((glyph) => (isArabic(glyph) ? [...glyph] : []));
  const written = [...string];
  if (written.filter(isArabic).length !== letters.length) return string;
  let next = 0;
  return written.map((letter) => (isArabic(letter) ? (letters[next++] ?? letter) : letter)).join('');
}

function insertHyphens(string: string, glyphs: readonly string[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const glyph of glyphs) {
    if (isSoftHyphen(glyph)) parts.push('\u00ad');
    if (isInvisible(glyph)) continue;
    for (let taken = 0; taken < glyph.length; at += 1) {
      if (!/\s/u.test(string.charAt(at))) taken += 1;
      parts.push(string.charAt(at));
    }
  }
  return parts.join('') + string.slice(at);
}

function isSoftHyphen(glyph: string | undefined): boolean {
  return glyph === '\u00ad';
}

/** The library leaves out glyphs that stand for marks of format. */
function isInvisible(glyph: string | undefined): boolean {
  return glyph !== undefined && /^\p{Cf}$/u.test(glyph);
}

/** Returns whether a text has Arabic letters. */
export function isArabic(text: string): boolean {
  return /\p{Script=Arabic}/u.test(text);
}
