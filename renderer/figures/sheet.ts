import { scaleBand } from 'd3';
import type { Palette } from './palette.ts';
import type { TextStyle } from './paragraph.ts';
import { measureLongestWord } from './paragraph.ts';
import type { FigureOptions, PlacementFigureData } from './placement-data.ts';
import type { FontWeight } from './scene.ts';
import { measureText } from './text-metrics.ts';

/** White left at the page's edges so that no stroke is cut, in millimetres. */
export const margin = 0.6;
/** White beside text and between marks, in millimetres. */
export const gap = 1;

export type Column = { x: number; width: number };

/** What all parts of the figure share: the columns of the stages, and where the rows beneath carry their headings. */
export type Sheet = {
  width: number;
  columns: Column[];
  headings: 'left' | 'above';
  palette: Palette;
  /** A style that is never smaller than the smallest text allowed. */
  style: (sizePt: number, weight: FontWeight, fill: string) => TextStyle;
};

const narrowestColumnBesideHeadings = 23;
const widestHeading = 27;

/** Divides the page into one column a stage, with room for row headings at the left when the columns can spare it. */
export function layOutSheet(data: PlacementFigureData, options: FigureOptions, palette: Palette): Sheet {
  const style = (sizePt: number, weight: FontWeight, fill: string): TextStyle => ({
    sizePt: Math.max(sizePt, options.minimumFontPt),
    weight,
    fill,
  });
  const usable = options.widthMm - 2 * margin;
  const heading = measureHeadings(data, style(7, 600, palette.ink));
  const isLeft = heading > 0 && (usable - heading) / data.stages.length >= narrowestColumnBesideHeadings;
  const left = isLeft ? heading : 0;
  const bands = scaleBand(data.stages.keys(), [margin + left, options.widthMm - margin]);
  const columns = [...data.stages.keys()].map((index) => ({
    x: bands(index) ?? margin,
    width: bands.bandwidth(),
  }));
  return { width: options.widthMm, columns, headings: isLeft ? 'left' : 'above', palette, style };
}

function measureHeadings(data: PlacementFigureData, style: TextStyle): number {
  if (data.aspects.length === 0) return 0;
  const longest = data.aspects.map((aspect) => measureLongestWord(aspect.name, style));
  const whole = Math.max(...longest, measureLongestWord('Computed', style));
  const full = Math.max(...data.aspects.map(({ name }) => measureText(name, style.sizePt, style.weight)));
  return Math.max(whole, Math.min(full, widestHeading)) + 2 * gap;
}
