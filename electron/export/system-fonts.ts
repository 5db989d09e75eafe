import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Font } from 'fontkit';
import { canDraw, type FontSource, openFontSources } from './font-source.ts';

/** Fonts of this computer, looked through only when a figure holds a character that Source Sans 3 lacks. */

/** Names of families that cover much, tried before all others, in this order. */
const preferred = [
  /noto ?sans(?!mono)/i,
  /sourcehansans/i,
  /pingfang|hiragino|applesdgothic|geezapro|arialhebrew|arial ?unicode/i,
  /msyh|yugoth|malgun|segoeui|leelaw|nirmala|gadugi|arial/i,
  /wqy|droidsansfallback|unifont|freesans/i,
  /dejavusans(?!mono)/i,
];

let files: string[] | undefined;
/** What a file covers is remembered; its bytes only if it was of use, for a computer may hold gigabytes of fonts. */
const coverage = new Map<string, Set<number>>();
const inUse = new Map<string, FontSource[]>();

/** Returns a font of this computer that draws the character, a bold one first where bold is wanted. */
export function findSystemFont(character: string, isBold: boolean): FontSource | undefined {
  files ??= fontFolders().flatMap((folder) => listFontFiles(folder));
  const ordered = [...files].sort((a, b) => rank(a, isBold) - rank(b, isBold) || (a < b ? -1 : 1));
  for (const file of ordered) {
    if (!mayCover(file, character)) continue;
    const sources = inUse.get(file) ?? openFonts(file);
    const source = sources.find((candidate) => canDrawSafely(candidate, character));
    if (!source) continue;
    inUse.set(file, sources);
    return source;
  }
  return undefined;
}

function mayCover(file: string, character: string): boolean {
  let covered = coverage.get(file);
  if (!covered) {
    covered = new Set(openFonts(file).flatMap(({ outlines }) => listCodePoints(outlines)));
    coverage.set(file, covered);
  }
  return [...character].some((sign) => covered.has(sign.codePointAt(0) ?? 0));
}

function listCodePoints(font: Font): number[] {
  try {
    return font.characterSet;
  } catch {
    return [];
  }
}

function rank(file: string, isBold: boolean): number {
  const name = path.basename(file).replaceAll(/[-_]/g, '');
  const family = preferred.findIndex((pattern) => pattern.test(name));
  const style = /italic|oblique|light|thin|condensed|black|serif(?!sans)/i.test(name) ? 4 : 0;
  const weight = /bold/i.test(name) === isBold ? 0 : 2;
  return (family < 0 ? preferred.length : family) * 8 + style + weight;
}

function fontFolders(): string[] {
  const home = os.homedir();
  switch (process.platform) {
    case 'win32':
      return [
        path.join(process.env.WINDIR ?? 'C:\\Windows', 'Fonts'),
        path.join(home, 'AppData', 'Local', 'Microsoft', 'Windows', 'Fonts'),
      ];
    case 'darwin':
      return ['/System/Library/Fonts', '/Library/Fonts', path.join(home, 'Library', 'Fonts')];
    default:
      return [
        '/usr/share/fonts',
        '/usr/local/share/fonts',
        path.join(home, '.local', 'share', 'fonts'),
        path.join(home, '.fonts'),
      ];
  }
}

/** A folder that cannot be read holds no fonts for us. */
function listFontFiles(folder: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return listFontFiles(file);
    return /\.(ttf|otf|ttc)$/i.test(entry.name) ? [file] : [];
  });
}

/** A file that is no font after all, or a broken one, is passed over. */
function openFonts(file: string): FontSource[] {
  try {
    return openFontSources(file, readFileSync(file));
  } catch {
    return [];
  }
}

function canDrawSafely(source: FontSource, character: string): boolean {
  try {
    return canDraw(source, character);
  } catch {
    return false;
  }
}
