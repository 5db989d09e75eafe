import { type FontWeight, mmPerPoint, type SceneText } from './scene.ts';
import { boldAdvances, regularAdvances, semiboldAdvances } from './source-sans.ts';

/**
 * Measures text without a page: from the advance widths of Source Sans 3, and by safe estimates for characters the
 * font lacks. Kerning and ligatures are left out; they narrow a line more often than they widen it.
 */

/** How far a line's box reaches above and below its baseline, in em; accents and descenders stay inside. */
export const ascent = 0.8;
export const descent = 0.24;

export type Box = { x: number; y: number; width: number; height: number };

const tables: Record<FontWeight, Map<number, number>> = {
  400: parseAdvances(regularAdvances),
  600: parseAdvances(semiboldAdvances),
  700: parseAdvances(boldAdvances),
};

/** Estimates in em for scripts that the font lacks, wide enough for the usual fallback fonts. */
const estimates: readonly { pattern: RegExp; em: number }[] = [
  { pattern: /^[\p{M}\p{Cf}]$/u, em: 0 },
  { pattern: /^\p{Extended_Pictographic}$/u, em: 1.4 },
  { pattern: /^\p{Script=Hebrew}$/u, em: 0.75 },
  { pattern: /^\p{Script=Arabic}$/u, em: 0.95 },
  { pattern: /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u, em: 1 },
  { pattern: /^[\u3000-\u303f\uff00-\uff60]$/u, em: 1 },
];
const unknownEm = 1.1;

/** Returns the width of one line of text in millimetres. */
export function measureText(text: string, sizePt: number, weight: FontWeight = 400): number {
  const table = tables[weight];
  let em = 0;
  for (const character of text) em += advanceOf(character, table);
  return em * sizePt * mmPerPoint;
}

/** Returns whether Source Sans 3 has a glyph for the character. */
export function isCovered(character: string): boolean {
  return tables[400].has(character.codePointAt(0) ?? -1);
}

/** Returns the box that a line of text takes on the page, in millimetres. */
export function boxOfText(text: SceneText): Box {
  const em = text.sizePt * mmPerPoint;
  const shift = { start: 0, middle: text.width / 2, end: text.width }[text.anchor];
  return { x: text.x - shift, y: text.y - ascent * em, width: text.width, height: (ascent + descent) * em };
}

function advanceOf(character: string, table: Map<number, number>): number {
  const advance = table.get(character.codePointAt(0) ?? -1);
  if (advance !== undefined) return advance / 1000;
  return estimates.find(({ pattern }) => pattern.test(character))?.em ?? unknownEm;
}

function parseAdvances(source: string): Map<number, number> {
  const advances = new Map<number, number>();
  let codePoint = 0;
  for (const token of source.trim().split(/\s+/)) {
    if (token.startsWith('@')) codePoint = Number.parseInt(token.slice(1), 16);
    else advances.set(codePoint++, Number(token));
  }
  return advances;
}
