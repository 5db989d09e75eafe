/** The part of fontkit that the figure writers use; the package brings no types of its own. */
declare module 'fontkit' {
  export type GlyphPath = { commands: unknown[]; toSVG(): string };
  export type Glyph = { id: number; advanceWidth: number; codePoints: number[]; path: GlyphPath };
  export type GlyphPosition = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number };
  export type GlyphRun = { glyphs: Glyph[]; positions: GlyphPosition[]; advanceWidth: number };
  export type Subset = { includeGlyph(glyph: number | Glyph): number; encode(): Uint8Array };
  export type Font = {
    postscriptName: string;
    unitsPerEm: number;
    characterSet: number[];
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph;
    getGlyph(id: number): Glyph;
    layout(text: string, features?: string[]): GlyphRun;
    createSubset(): Subset;
  };
  export type FontCollection = { fonts: Font[] };
  export function create(bytes: Uint8Array, postscriptName?: string): Font | FontCollection;
}
