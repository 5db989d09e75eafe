import { extname } from 'node:path';
import { getChosenRule, listCompanyPlacements } from '../../db/placements.ts';
import type { ReadHandle } from '../../db/sql.ts';
import { getScheme } from '../../db/tables/schemes.ts';
import { drawPlacement } from '../../renderer/figures/placement.ts';
import {
  type FigureOptions,
  type PlacementFigureData,
  toPlacementFigureData,
} from '../../renderer/figures/placement-data.ts';
import { writeWholeFile } from './atomic-file.ts';
import { type FigureFormat, renderFigure } from './figure-file.ts';

const formats: readonly FigureFormat[] = ['svg', 'pdf', 'png'];

/** Returns the format that a file name asks for by its ending, or undefined. */
export function findFigureFormat(path: string): FigureFormat | undefined {
  const ending = extname(path).slice(1).toLowerCase();
  return formats.find((format) => format === ending);
}

/** Returns what the placement figure of a study shows. */
export function buildPlacementFigure(read: ReadHandle): PlacementFigureData {
  return toPlacementFigureData(getScheme(read), getChosenRule(read).name, listCompanyPlacements(read));
}

/**
 * Writes the placement figure to a file; the picture is the one on screen. `widthMm` is the width in
 * millimetres. Throws an Error with a sentence when a font is missing or the file cannot be written.
 */
export async function exportPlacementFigure(
  read: ReadHandle,
  target: { path: string; format: FigureFormat; fontFolder: string },
  options: Partial<FigureOptions> = {},
): Promise<void> {
  const scene = drawPlacement(buildPlacementFigure(read), options);
  const bytes = await renderFigure(scene, target.format, { fontFolder: target.fontFolder });
  await writeWholeFile(target.path, bytes);
}
