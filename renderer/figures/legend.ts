import { type Aspect, type AspectState, drawGlyph, type Part, wordOfState } from './aspects.ts';
import { drawWhisker } from './computed.ts';
import { breakText, setParagraph, type TextStyle } from './paragraph.ts';
import { mmPerPoint, type SceneNode } from './scene.ts';
import type { Sheet } from './sheet.ts';
import { ascent, measureText } from './text-metrics.ts';

/** One line of the legend: a sample as it looks in the figure, and what it means. */
export type LegendEntry = { words: string; draw: (x: number, y: number, sheet: Sheet) => SceneNode[] };

const sampleWidth = 5.4;
const wordPt = 6.5;
const rowGap = 0.7;
const entryGap = 4;

/** Lists what needs explaining: marks, brackets where there are any, glyphs where they stand without words. */
export function listLegendEntries(content: {
  hasEdges: boolean;
  hasComputed: boolean;
  ruleName: string;
  bareAspects: Aspect[];
}): LegendEntry[] {
  const edges = content.hasEdges ? '; on an edge: between two stages' : '';
  const entries: LegendEntry[] = [
    { words: `company, as the researcher places it${edges}`, draw: drawSampleMark },
  ];
  if (content.hasComputed) {
    const words = `stage computed from the ratings (${content.ruleName}), where it differs`;
    entries.push({ words, draw: (x, y, sheet) => drawWhisker(x, x + 4, y, sheet) });
  }
  for (const state of ['manual', 'partly', 'automated'] as const) {
    const words = listWords(content.bareAspects, state);
    if (words.length > 0) {
      entries.push({ words: words.join(', '), draw: (x, y, sheet) => drawGlyph(state, x + 2, y, sheet) });
    }
  }
  return entries;
}

/** Sets the entries one beneath the other in a block of the given width. */
export function setLegendBlock(entries: LegendEntry[], width: number, sheet: Sheet): Part {
  return setRows(
    entries.map((entry) => [entry]),
    width,
    sheet,
  );
}

/** Sets the entries one after the other, as many in a row as the width holds. */
export function setLegendLines(entries: LegendEntry[], width: number, sheet: Sheet): Part {
  const rows: LegendEntry[][] = [];
  let used = 0;
  for (const entry of entries) {
    const needed = sampleWidth + measureText(entry.words, styleOf(sheet).sizePt) + entryGap;
    const row = rows.at(-1);
    used = row && used + needed <= width ? used + needed : needed;
    if (row && used > needed) row.push(entry);
    else rows.push([entry]);
  }
  return setRows(rows, width, sheet);
}

function setRows(rows: LegendEntry[][], width: number, sheet: Sheet): Part {
  const style = styleOf(sheet);
  const nodes: SceneNode[] = [];
  let y = 0;
  for (const row of rows) {
    let [x, height] = [0, 0];
    for (const entry of row) {
      const words = breakText(entry.words, width - sampleWidth, style);
      const middle = y + (ascent - 0.25) * style.sizePt * mmPerPoint;
      nodes.push(...entry.draw(x, middle, sheet), ...setParagraph(words, x + sampleWidth, y));
      x += sampleWidth + words.width + entryGap;
      height = Math.max(height, words.height);
    }
    y += height + rowGap;
  }
  return { nodes, height: y - rowGap };
}

function styleOf(sheet: Sheet): TextStyle {
  return sheet.style(wordPt, 400, sheet.palette.softInk);
}

function drawSampleMark(x: number, y: number, sheet: Sheet): SceneNode[] {
  return [{ kind: 'circle', role: 'mark', cx: x + 2, cy: y, r: 1.2, fill: sheet.palette.mark }];
}

function listWords(aspects: Aspect[], state: AspectState): string[] {
  const used = aspects.filter((aspect) => aspect.states.includes(state));
  return [...new Set(used.map((aspect) => wordOfState(aspect, state)))];
}
