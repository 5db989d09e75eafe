import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FontWeight } from '../../renderer/figures/scene.ts';
import { canDraw, type FontSource, openFontSources } from './font-source.ts';
import { findSystemFont } from './system-fonts.ts';

/** The fonts of a figure: Source Sans 3 as shipped, and for characters it lacks a font of this computer. */

export type FigureFonts = Record<FontWeight, FontSource>;

const files: Record<FontWeight, { folder: string; file: string }> = {
  400: { folder: '400Regular', file: 'SourceSans3_400Regular.ttf' },
  600: { folder: '600SemiBold', file: 'SourceSans3_600SemiBold.ttf' },
  700: { folder: '700Bold', file: 'SourceSans3_700Bold.ttf' },
};

/** No font of this computer can draw some characters of a figure; `characters` names each once. */
export class FigureFontError extends Error {
  readonly characters: string[];

  constructor(characters: string[]) {
    const list = characters.slice(0, 12).join(' ');
    const more = characters.length > 12 ? ` and ${characters.length - 12} more` : '';
    super(
      `No font on this computer can draw ${list}${more}. Install a font for that script, for example a Noto font, ` +
        'or export the figure as SVG, which keeps its text as text.',
    );
    this.name = 'FigureFontError';
    this.characters = characters;
  }
}

const loaded = new Map<string, FigureFonts>();

/**
 * Loads the three weights of Source Sans 3 from a folder that holds the TTFs either directly or as the package
 * `@expo-google-fonts/source-sans-3` lays them out. Throws when one is missing.
 */
export function loadFigureFonts(fontFolder: string): FigureFonts {
  const known = loaded.get(fontFolder);
  if (known) return known;
  const fonts = {
    400: loadWeight(fontFolder, 400),
    600: loadWeight(fontFolder, 600),
    700: loadWeight(fontFolder, 700),
  };
  loaded.set(fontFolder, fonts);
  return fonts;
}

/** Returns the font for a character: the shipped one, else one of this computer, else undefined. */
export function findFont(character: string, weight: FontWeight, fonts: FigureFonts): FontSource | undefined {
  return canDraw(fonts[weight], character) ? fonts[weight] : findSystemFont(character, weight >= 600);
}

function loadWeight(fontFolder: string, weight: FontWeight): FontSource {
  const { folder, file } = files[weight];
  const candidates = [path.join(fontFolder, file), path.join(fontFolder, folder, file)];
  const found = candidates.find((candidate) => existsSync(candidate));
  if (!found)
    throw new Error(`The font ${file} of the figures is missing from ${fontFolder}. Reinstall the program.`);
  const [source] = openFontSources(`source-sans-${weight}`, readFileSync(found));
  if (!source) throw new Error(`${found} holds no font.`);
  return source;
}
