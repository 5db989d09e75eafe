import { crc32 } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import {
  listLeaves,
  mmPerPoint,
  type Scene,
  type SceneNode,
  type SceneText,
} from '../../renderer/figures/scene.ts';
import { toPoints, toSvgShape, writeShape } from '../../renderer/figures/svg.ts';
import { type FigureFonts, loadFigureFonts } from './figure-fonts.ts';
import { checkFonts, layOutRuns } from './figure-text.ts';

const mmPerInch = 25.4;
/** Wider or higher pictures are refused: they would not fit into memory. */
const mostPixels = 30_000;

/**
 * Draws a scene as a PNG at `dpi` dots per inch and notes that resolution in the file. Text is drawn from the outlines
 * of the very fonts that the PDF embeds; fonts of this computer play no part where Source Sans 3 has the character.
 * Throws a FigureFontError when no font can draw a character, a RangeError when the picture would be too large.
 */
export function writeFigurePng(scene: Scene, dpi: number, fontFolder: string): Uint8Array {
  const width = Math.round((scene.width / mmPerInch) * dpi);
  const height = Math.round((scene.height / mmPerInch) * dpi);
  if (!(width >= 1 && height >= 1 && width <= mostPixels && height <= mostPixels)) {
    throw new RangeError(
      `A picture of ${width} by ${height} pixels cannot be drawn. Choose another resolution.`,
    );
  }
  const fonts = loadFigureFonts(fontFolder);
  checkFonts(scene, fonts);
  const svg = toOutlinedSvg(scene, fonts, width, height);
  const png = new Resvg(svg, { fitTo: { mode: 'original' }, font: { loadSystemFonts: false } })
    .render()
    .asPng();
  return withResolution(png, dpi);
}

function toOutlinedSvg(scene: Scene, fonts: FigureFonts, width: number, height: number): string {
  const box = `${toPoints(scene.width)} ${toPoints(scene.height)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${box}" preserveAspectRatio="none">`,
    ...(scene.background ? [`<rect width="100%" height="100%" fill="${scene.background}"/>`] : []),
    ...listLeaves(scene.children).map((node) => drawNode(node, fonts)),
    '</svg>',
  ].join('\n');
}

function drawNode(node: Exclude<SceneNode, { kind: 'group' }>, fonts: FigureFonts): string {
  return node.kind === 'text' ? drawText(node, fonts) : writeShape(toSvgShape(node));
}

function drawText(text: SceneText, fonts: FigureFonts): string {
  const runs = layOutRuns(text, fonts).map((run) => {
    const { font, outlines } = run.source;
    const { glyphs, positions } = font.layout(run.text, []);
    const size = text.sizePt / font.unitsPerEm;
    let pen = 0;
    const paths = glyphs.map((glyph, index) => {
      const position = positions[index];
      const x = pen + (position?.xOffset ?? 0);
      pen += position?.xAdvance ?? glyph.advanceWidth;
      const outline = outlines.getGlyph(glyph.id).path.toSVG();
      return outline && `<path transform="translate(${x} ${position?.yOffset ?? 0})" d="${outline}"/>`;
    });
    const place = `translate(${run.x / mmPerPoint} ${text.y / mmPerPoint}) scale(${size * run.scale} ${-size})`;
    return `<g transform="${place}">${paths.join('')}</g>`;
  });
  return `<g fill="${text.fill}">${runs.join('')}</g>`;
}

/** Puts a pHYs chunk (PNG specification, 11.3.4.3), dots per metre, behind the header, which is 33 bytes long. */
function withResolution(png: Uint8Array, dpi: number): Uint8Array {
  const chunk = Buffer.alloc(21);
  const dotsPerMetre = Math.round((dpi * 1000) / mmPerInch);
  chunk.writeUInt32BE(9, 0);
  chunk.write('pHYs', 4, 'latin1');
  chunk.writeUInt32BE(dotsPerMetre, 8);
  chunk.writeUInt32BE(dotsPerMetre, 12);
  chunk.writeUInt8(1, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  return new Uint8Array(Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]));
}
