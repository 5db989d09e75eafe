import type { Scene, SceneText } from '../../renderer/figures/scene.ts';
import { listTexts, mmPerPoint } from '../../renderer/figures/scene.ts';
import { isRightToLeft } from '../../renderer/figures/svg.ts';
import { FigureFontError, type FigureFonts, findFont } from './figure-fonts.ts';
import { canDraw, type FontSource } from './font-source.ts';

/**
 * Turns lines of text into runs: pieces of one font and one direction, in the order in which they stand on the page.
 * PDF and PNG are written from these, so both show the same glyphs at the same places.
 */

/** A run starts at `x` (mm, from the left of the page) and is drawn `scale` times as wide as the font has it. */
export type TextRun = { source: FontSource; text: string; x: number; scale: number };

type Cluster = { text: string; source: FontSource; level: number };
type Direction = 'left' | 'right' | 'number' | 'neutral';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const mirrored = new Map(
  [...'()[]{}<>«»‹›'].map((sign, index, signs) => [sign, signs[index % 2 ? index - 1 : index + 1] ?? sign]),
);

/** Throws a FigureFontError that names every character of the scene that no font can draw. */
export function checkFonts(scene: Scene, fonts: FigureFonts): void {
  const missing = new Set<string>();
  for (const { text, weight } of listTexts(scene)) {
    for (const { segment } of graphemes.segment(text)) {
      if (!findFont(segment, weight, fonts)) missing.add(segment);
    }
  }
  if (missing.size > 0) throw new FigureFontError([...missing]);
}

/** Lays out a line of text. It takes no more than the width that the scene reserves: wider fonts are narrowed. */
export function layOutRuns(text: SceneText, fonts: FigureFonts): TextRun[] {
  const runs = toVisualOrder(toClusters(text, fonts));
  const widths = runs.map(({ source, text: words }) => measureRun(source, words, text.sizePt));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const scale = total > text.width && total > 0 ? text.width / total : 1;
  let x = text.x - { start: 0, middle: 0.5, end: 1 }[text.anchor] * total * scale;
  return runs.map(({ source, text: words }, index) => {
    const run = { source, text: words, x, scale };
    x += (widths[index] ?? 0) * scale;
    return run;
  });
}

function measureRun({ font }: FontSource, text: string, sizePt: number): number {
  return (font.layout(text, []).advanceWidth / font.unitsPerEm) * sizePt * mmPerPoint;
}

/** Signs of no script of their own, such as blanks and brackets, take the font of the word they go with. */
function toClusters({ text, weight }: SceneText, fonts: FigureFonts): Cluster[] {
  const segments = [...graphemes.segment(text)].map(({ segment }) => segment);
  const levels = listLevels(segments, isRightToLeft(text));
  const words = segments.map((segment, index) =>
    isCommon(segment) ? null : { segment, level: levels[index] },
  );
  return segments.map((segment, index) => {
    const before = words.slice(0, index).findLast((word) => word !== null);
    const after = words.slice(index + 1).find((word) => word !== null);
    const word = words[index] ? null : [before, after].find((near) => near?.level === levels[index]);
    const neighbour = word ? findFont(word.segment, weight, fonts) : undefined;
    const source = neighbour && canDraw(neighbour, segment) ? neighbour : findFont(segment, weight, fonts);
    if (!source) throw new FigureFontError([segment]);
    return { text: segment, source, level: levels[index] ?? 0 };
  });
}

function isCommon(segment: string): boolean {
  return /^[\p{Script=Common}\p{Script=Inherited}]+$/u.test(segment);
}

/**
 * Embedding levels of one line after the Unicode bidirectional algorithm (UAX 9), without explicit embeddings:
 * even levels run to the right, odd ones to the left.
 */
function listLevels(segments: string[], isRightBase: boolean): number[] {
  const directions = segments.map(directionOf);
  const strong = directions.map((direction, index): 'left' | 'right' | null => {
    if (direction === 'left' || direction === 'right') return direction;
    if (direction === 'neutral') return null;
    return findStrong(directions, index, -1) === 'right' || (isRightBase && index === 0) ? 'right' : 'left';
  });
  return directions.map((direction, index) => {
    const base = isRightBase ? 'right' : 'left';
    const own = strong[index] ?? resolveNeutral(strong, index, base);
    if (direction === 'number' && own === 'right') return 2;
    if (own === 'right') return 1;
    return isRightBase ? 2 : 0;
  });
}

function directionOf(segment: string): Direction {
  if (
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(segment) &&
    /\p{L}/u.test(segment)
  ) {
    return 'right';
  }
  if (/\p{L}/u.test(segment)) return 'left';
  return /\p{N}/u.test(segment) ? 'number' : 'neutral';
}

function findStrong(directions: Direction[], index: number, step: 1 | -1): Direction | undefined {
  for (let place = index + step; place >= 0 && place < directions.length; place += step) {
    const direction = directions[place];
    if (direction === 'left' || direction === 'right') return direction;
  }
  return undefined;
}

function resolveNeutral(strong: ('left' | 'right' | null)[], index: number, base: 'left' | 'right') {
  const before = strong.slice(0, index).findLast((direction) => direction !== null) ?? base;
  const after = strong.slice(index + 1).find((direction) => direction !== null) ?? base;
  return before === after ? before : base;
}

/** Reverses, from the highest level down to 1, every sequence of that level or higher (UAX 9, rule L2). */
function toVisualOrder(clusters: Cluster[]): Cluster[] {
  let runs = joinClusters(clusters);
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level--) runs = reverseFrom(runs, level);
  return runs;
}

function reverseFrom(runs: Cluster[], level: number): Cluster[] {
  const ordered: Cluster[] = [];
  let held: Cluster[] = [];
  for (const run of runs) {
    if (run.level >= level) held.unshift(run);
    else {
      ordered.push(...held, run);
      held = [];
    }
  }
  return [...ordered, ...held];
}

function joinClusters(clusters: Cluster[]): Cluster[] {
  const runs: Cluster[] = [];
  for (const cluster of clusters) {
    const text = cluster.level % 2 ? (mirrored.get(cluster.text) ?? cluster.text) : cluster.text;
    const last = runs.at(-1);
    if (last && last.source === cluster.source && last.level === cluster.level) last.text += text;
    else runs.push({ ...cluster, text });
  }
  return runs;
}
