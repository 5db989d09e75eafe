import type { Scene } from '../../renderer/figures/scene.ts';
import { writeFigurePdf } from './figure-pdf.ts';
import { writeFigurePng } from './figure-png.ts';
import { writeFigureSvg } from './figure-svg.ts';

export type FigureFormat = 'svg' | 'pdf' | 'png';

/** `fontFolder` holds the TTFs of Source Sans 3; `dpi` is the resolution of a PNG, 300 unless told. */
export type FigureFileOptions = { fontFolder: string; dpi?: number };

/**
 * Returns the bytes of a figure's file. The same scene gives the same bytes. PDF and PNG throw a FigureFontError when
 * no font of this computer can draw a character; SVG leaves such characters to the viewer.
 */
export async function renderFigure(
  scene: Scene,
  format: FigureFormat,
  options: FigureFileOptions,
): Promise<Uint8Array> {
  switch (format) {
    case 'svg':
      return writeFigureSvg(scene, options.fontFolder);
    case 'pdf':
      return writeFigurePdf(scene, options.fontFolder);
    case 'png':
      return writeFigurePng(scene, options.dpi ?? 300, options.fontFolder);
  }
}
