import type { Scheme } from '../../db/model/scheme.ts';
import { breakText, measureLongestWord, setParagraph, type TextStyle } from './paragraph.ts';
import { mmPerPoint, type PathStep, type SceneGroup, type SceneNode } from './scene.ts';
import { margin, type Sheet } from './sheet.ts';
import { ascent, descent } from './text-metrics.ts';

/** The rows beneath the staircase: what is manual, partly automated and automated at each stage. */

export type Aspect = Scheme['aspects'][number];
export type AspectState = Aspect['states'][number];
/** Nodes drawn from 0 downwards and the height they take, in millimetres. */
export type Part = { nodes: SceneNode[]; height: number };

const radius = 1.05;
const rowPadding = 0.75;
const headingPt = 7;
const besideGlyph = 0.8;
const mostWordLines = 2;

/** Returns the word for a state in a row: the scheme's own label, or the state itself. */
export function wordOfState(aspect: Aspect, state: AspectState): string {
  return aspect.labels?.[state] ?? state;
}

/** Returns whether every word has room beside its glyph; if not, glyphs stand alone and the legend explains them. */
export function hasRoomForWords(aspects: Scheme['aspects'], sheet: Sheet, pad: number): boolean {
  const style = wordStyle(sheet);
  return aspects.every((aspect) =>
    aspect.states.every((state) => {
      const word = wordOfState(aspect, state);
      const room = roomForWords(sheet, pad);
      return (
        measureLongestWord(word, style) <= room && breakText(word, room, style).lines.length <= mostWordLines
      );
    }),
  );
}

/** Draws one row an aspect, parted by hairlines. */
export function drawAspects(aspects: Scheme['aspects'], sheet: Sheet, pad: number, hasWords: boolean): Part {
  const nodes: SceneNode[] = [];
  let y = 0;
  for (const aspect of aspects) {
    const row = drawRow(aspect, sheet, pad, hasWords, y);
    nodes.push(row.group, drawHairline(sheet, y + row.height));
    y += row.height;
  }
  return { nodes, height: y };
}

/** Draws a hairline over the whole width. */
export function drawHairline(sheet: Sheet, y: number): SceneNode {
  const { hairline } = sheet.palette;
  return {
    kind: 'line',
    role: 'line',
    x1: margin,
    x2: sheet.width - margin,
    y1: y,
    y2: y,
    stroke: hairline,
    strokeWidth: 0.15,
  };
}

/** Draws the heading of a row, at the left of the columns or above them, and tells how much of the height it takes. */
export function drawHeading(
  text: string,
  sheet: Sheet,
  y: number,
): { nodes: SceneNode[]; above: number; height: number } {
  const style = sheet.style(headingPt, 600, sheet.palette.ink);
  const isLeft = sheet.headings === 'left';
  const room = isLeft ? (sheet.columns[0]?.x ?? 0) - margin - 1 : sheet.width - 2 * margin;
  const paragraph = breakText(text, room, style);
  const above = isLeft ? 0 : paragraph.height;
  return {
    nodes: setParagraph(paragraph, margin, y + rowPadding),
    above,
    height: paragraph.height + 2 * rowPadding,
  };
}

/** Draws the glyph of a state: an empty, half-filled or filled disc. */
export function drawGlyph(state: AspectState, cx: number, cy: number, sheet: Sheet): SceneNode[] {
  const { stair } = sheet.palette;
  const ring: SceneNode = {
    kind: 'circle',
    role: 'mark',
    cx,
    cy,
    r: radius,
    fill: '#ffffff',
    stroke: stair,
    strokeWidth: 0.25,
  };
  if (state === 'manual') return [ring];
  if (state === 'automated') return [{ ...ring, fill: stair }];
  return [ring, { kind: 'path', role: 'mark', steps: listHalfDisc(cx, cy), fill: stair }];
}

function drawRow(aspect: Aspect, sheet: Sheet, pad: number, hasWords: boolean, y: number) {
  const heading = drawHeading(aspect.name, sheet, y);
  const style = wordStyle(sheet);
  const em = style.sizePt * mmPerPoint;
  const top = topOfCells(heading.above, y, sheet);
  let bottom = top + (ascent + descent) * em;
  const cells = aspect.states.slice(0, sheet.columns.length).flatMap((state, index) => {
    const x = (sheet.columns[index]?.x ?? 0) + pad;
    const glyph = drawGlyph(state, x + radius, top + (ascent - 0.25) * em, sheet);
    if (!hasWords) return glyph;
    const word = breakText(wordOfState(aspect, state), roomForWords(sheet, pad), style);
    bottom = Math.max(bottom, top + word.height);
    return [...glyph, ...setParagraph(word, x + 2 * radius + besideGlyph, top)];
  });
  const group: SceneGroup = {
    kind: 'group',
    title: aspect.name,
    description: aspect.states.map((state, index) => `${index}: ${wordOfState(aspect, state)}`).join(', '),
    children: [...heading.nodes, ...cells],
  };
  return { group, height: Math.max(heading.height, bottom - y + rowPadding) };
}

/** Words share the baseline of the heading's first line at the left, or stand beneath the heading. */
function topOfCells(above: number, y: number, sheet: Sheet): number {
  if (sheet.headings === 'above') return y + rowPadding + above;
  const heading = sheet.style(headingPt, 600, sheet.palette.ink);
  return y + rowPadding + ascent * (heading.sizePt - wordStyle(sheet).sizePt) * mmPerPoint;
}

function wordStyle(sheet: Sheet): TextStyle {
  return sheet.style(sheet.headings === 'left' ? 6.5 : 6, 400, sheet.palette.softInk);
}

function roomForWords(sheet: Sheet, pad: number): number {
  return (sheet.columns[0]?.width ?? 0) - pad - 2 * radius - besideGlyph - 0.6;
}

/** Half a disc, its right side, by the usual approximation of a quarter circle with one cubic curve. */
function listHalfDisc(cx: number, cy: number): PathStep[] {
  const k = radius * 0.5523;
  return [
    ['M', cx, cy - radius],
    ['C', cx + k, cy - radius, cx + radius, cy - k, cx + radius, cy],
    ['C', cx + radius, cy + k, cx + k, cy + radius, cx, cy + radius],
    ['Z'],
  ];
}
