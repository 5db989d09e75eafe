import { type FontWeight, listTexts, type Scene } from '../../renderer/figures/scene.ts';
import { toSvg } from '../../renderer/figures/svg.ts';
import { loadFigureFonts } from './figure-fonts.ts';
import { subsetFont } from './font-subset.ts';

/**
 * Writes a scene as SVG with its text as text and, embedded, the glyphs of Source Sans 3 that it uses; so it looks the
 * same in a browser that has no such font. Characters the font lacks are left to the viewer's own fonts.
 */
export function writeFigureSvg(scene: Scene, fontFolder: string): Uint8Array {
  const fonts = loadFigureFonts(fontFolder);
  const weights = ([400, 600, 700] as const).filter((weight) => usedCharacters(scene, weight).length > 0);
  const fontCss = weights
    .map((weight) =>
      toFontFace(weight, subsetFont(fonts[weight].bytes, fonts[weight].font, usedCharacters(scene, weight))),
    )
    .join('\n');
  return new TextEncoder().encode(toSvg(scene, { fontCss }));
}

function usedCharacters(scene: Scene, weight: FontWeight): string[] {
  const texts = listTexts(scene).filter((text) => text.weight === weight);
  return [...new Set(texts.flatMap(({ text }) => [...text]))].sort();
}

function toFontFace(weight: FontWeight, bytes: Uint8Array): string {
  const data = Buffer.from(bytes).toString('base64');
  return `@font-face{font-family:'Source Sans 3';font-weight:${weight};src:url(data:font/ttf;base64,${data}) format('truetype')}`;
}
