import { inflateSync } from 'node:zlib';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { type FigureFormat, renderFigure } from '../../../electron/export/figure-file.ts';
import { FigureFontError } from '../../../electron/export/figure-fonts.ts';
import { drawPlacement } from '../../../renderer/figures/placement.ts';
import type { Scene } from '../../../renderer/figures/scene.ts';
import { sampleFigure } from '../../renderer/figures/sample-figure.ts';

const fontFolder = 'node_modules/@expo-google-fonts/source-sans-3';
const scene = drawPlacement(sampleFigure);
/** A code point for private use that no font is expected to draw. */
const undrawable = '\u{10fff0}';

function withCompany(name: string): Scene {
  const company = { id: 'x', label: 'X', name, placement: 1, computed: null };
  return drawPlacement({ ...sampleFigure, companies: [company] });
}

function toLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** The compressed streams of a PDF, opened. */
function inflateStreams(bytes: Uint8Array): string[] {
  const text = toLatin1(bytes);
  return [...text.matchAll(/\/FlateDecode\s*>>\s*stream\r?\n/g)].map(({ index, 0: opening }) => {
    const start = index + opening.length;
    const end = text.indexOf('endstream', start);
    return toLatin1(inflateSync(bytes.subarray(start, end)));
  });
}

describe('figure files', () => {
  it.each(['svg', 'pdf', 'png'] as const)('give the same bytes for the same figure as %s', async (format) => {
    const again = drawPlacement(structuredClone(sampleFigure));
    const [first, second] = [
      await renderFigure(scene, format, { fontFolder }),
      await renderFigure(again, format, { fontFolder }),
    ];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it.each(['pdf', 'png'] as const)(
    'refuse as %s to drop a character that no font draws',
    async (format: FigureFormat) => {
      const drawn = renderFigure(withCompany(`Dairy ${undrawable}`), format, { fontFolder });
      await expect(drawn).rejects.toThrow(FigureFontError);
      await expect(drawn).rejects.toThrow(undrawable);
      await expect(drawn).rejects.toThrow('export the figure as SVG');
    },
  );

  it('keep such a character as text in SVG', async () => {
    const svg = await renderFigure(withCompany(`Dairy ${undrawable}`), 'svg', { fontFolder });
    expect(new TextDecoder().decode(svg)).toContain(undrawable);
  });

  it('name the font that is missing', async () => {
    await expect(renderFigure(scene, 'pdf', { fontFolder: 'test/no-such-folder' })).rejects.toThrow(
      'SourceSans3_400Regular.ttf',
    );
  });
});

describe('PNG', () => {
  it.each([
    [300, 181],
    [600, 88.9],
  ])('has the pixels of %i dots per inch at %f mm and says so', async (dpi, widthMm) => {
    const figure = drawPlacement(sampleFigure, { widthMm });
    const png = Buffer.from(await renderFigure(figure, 'png', { fontFolder, dpi }));
    expect(png.readUInt32BE(16)).toBe(Math.round((widthMm / 25.4) * dpi));
    expect(png.readUInt32BE(20)).toBe(Math.round((figure.height / 25.4) * dpi));
    expect(png.toString('latin1', 37, 41)).toBe('pHYs');
    expect(png.readUInt32BE(41)).toBe(Math.round((dpi * 1000) / 25.4));
  });

  it('refuses a resolution that no memory holds', async () => {
    await expect(renderFigure(scene, 'png', { fontFolder, dpi: 20_000 })).rejects.toThrow(RangeError);
  });
});

describe('PDF', () => {
  it('has the size of the figure, its title and its fonts', async () => {
    const pdf = toLatin1(await renderFigure(scene, 'pdf', { fontFolder }));
    const [width, height] = [scene.width, scene.height].map((length) => (length * 72) / 25.4);
    const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf);
    expect(Number(box?.[1])).toBeCloseTo(width ?? 0, 1);
    expect(Number(box?.[2])).toBeCloseTo(height ?? 0, 1);
    expect(pdf).toContain('(Placement of the companies on the stages)');
    for (const name of ['Regular', 'SemiBold', 'Bold'])
      expect(pdf).toMatch(new RegExp(`\\+SourceSans3-${name}\\b`));
    expect(pdf.match(/\/FontFile2 /g)).toHaveLength(3);
    expect(pdf).not.toContain('Helvetica');
  });

  it('draws vectors and text and no picture', async () => {
    const pdf = await renderFigure(scene, 'pdf', { fontFolder });
    const content = inflateStreams(pdf).find((stream) => stream.includes(' re\n')) ?? '';
    expect(content.match(/\bTJ\b/g)?.length).toBeGreaterThan(30);
    expect(toLatin1(pdf)).not.toContain('/Subtype /Image');
  });
});

describe('SVG', () => {
  it('embeds a small font that maps every character the figure shows', async () => {
    const svg = new TextDecoder().decode(await renderFigure(scene, 'svg', { fontFolder }));
    const fonts = [...svg.matchAll(/font-weight:(\d+);src:url\(data:font\/ttf;base64,([^)]+)\)/g)];
    expect(fonts.map((font) => font[1])).toEqual(['400', '600', '700']);
    const font = create(Buffer.from(fonts[0]?.[2] ?? '', 'base64'));
    if (!('layout' in font)) throw new Error('A collection was not expected.');
    for (const character of 'computed stage (SCAMPI-like)') {
      expect(font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)).toBe(true);
    }
    expect(font.glyphForCodePoint(109).path.commands.length).toBeGreaterThan(4);
    expect(font.hasGlyphForCodePoint(0x416)).toBe(false);
    expect(svg.length).toBeLessThan(60_000);
  });
});
