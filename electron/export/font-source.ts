import { create, type Font } from 'fontkit';

/**
 * A font with the bytes it came from; `member` is its PostScript name where the bytes hold a collection of fonts.
 * Shape text with `font` and take outlines from `outlines` only: once fontkit has read the outline of a composite
 * glyph, it takes the parts of that glyph for no letters of a text, and Arabic falls apart.
 */
export type FontSource = { id: string; bytes: Uint8Array; member?: string; font: Font; outlines: Font };

/** Opens every font of a file: one, or as many as a collection holds. */
export function openFontSources(id: string, bytes: Uint8Array): FontSource[] {
  const [fonts, outlines] = [listMembers(bytes), listMembers(bytes)];
  return fonts.flatMap((font, index) => {
    const twin = outlines[index];
    if (!twin) return [];
    if (fonts.length === 1) return [{ id, bytes, font, outlines: twin }];
    return [{ id: `${id}#${font.postscriptName}`, bytes, member: font.postscriptName, font, outlines: twin }];
  });
}

/**
 * Returns whether a font draws every code point of a character. Joiners, selectors and other invisible code points
 * need no glyph; one that should be seen needs an outline, which the glyphs of colour fonts lack.
 */
export function canDraw({ outlines }: FontSource, character: string): boolean {
  return [...character].every((sign) => {
    if (/^[\p{Cf}\p{Variation_Selector}]$/u.test(sign)) return true;
    const codePoint = sign.codePointAt(0) ?? 0;
    if (!outlines.hasGlyphForCodePoint(codePoint)) return false;
    return /^\s$/u.test(sign) || outlines.glyphForCodePoint(codePoint).path.commands.length > 0;
  });
}

function listMembers(bytes: Uint8Array): Font[] {
  const opened = create(bytes);
  return 'fonts' in opened ? opened.fonts : [opened];
}
