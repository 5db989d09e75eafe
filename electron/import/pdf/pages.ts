import { giveWay } from '../give-way.ts';
import { isArabic, mendStrings } from './glyphs.ts';
import type { PdfDocument } from './library.ts';
import { type PdfRemark, readAnnotations } from './remarks.ts';

type PdfPageSource = Awaited<ReturnType<PdfDocument['getPage']>>;
type TextContent = Awaited<ReturnType<PdfPageSource['getTextContent']>>;
type TextItem = Extract<TextContent['items'][number], { str: string }>;

/**
 * A piece of text at its place on a page, which is turned as it is read. Lengths are in points: from the page's left
 * edge, and `baseline` from its upper edge downwards. `size` is the size of the letters.
 */
export type PdfPiece = {
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
  isBold: boolean;
};

/** A page as data. `turned` counts the characters left out because they stand at an angle, such as watermarks. */
export type PdfPage = {
  number: number;
  width: number;
  height: number;
  pieces: PdfPiece[];
  turned: number;
  /** Whether something is drawn on a page that has no text, which is then most likely a scan. */
  isPicture: boolean;
  remarks: PdfRemark[];
  /** How many fields of a form on the page are filled in with text. */
  filledFields: number;
};

/** A piece before it is known which way the page is read; `quarter` is how often its text is turned by 90°. */
type PlacedPiece = PdfPiece & { quarter: number | null };

/** A matrix as PDF writes it: [a b c d e f]. */
type Matrix = readonly number[];

// Beyond what any page holds; a file that repeats itself on end without growing is stopped here.
const mostItems = 30_000;

/** What is known of a document's fonts after some of its pages. */
type Learned = { canDraw: boolean; boldFonts: Map<string, boolean>; hasSoftHyphens: boolean; pages: number };

/**
 * Reads one page after the other and lets each go. Gives way between them, so that a cancel is heard. Where `canDraw` is
 * false the drawings of pages are left alone, and bold text and faults of the library are not found.
 */
export async function readPages(pdf: PdfDocument, canDraw: boolean): Promise<PdfPage[]> {
  const pages: PdfPage[] = [];
  const learned: Learned = { canDraw, boldFonts: new Map(), hasSoftHyphens: false, pages: 0 };
  for (let number = 1; number <= pdf.numPages; number += 1) {
    await giveWay();
    const source = await pdf.getPage(number);
    pages.push(await readPage(source, number, learned));
    source.cleanup();
  }
  return pages;
}

async function readPage(source: PdfPageSource, number: number, learned: Learned): Promise<PdfPage> {
  const items = await readItems(source);
  const strings = await readStrings(source, items, learned);
  const { width, height, transform } = source.getViewport({ scale: 1 });
  const placed = items.flatMap((item, index) => {
    const text = strings[index] ?? item.str;
    if (text.trim() === '') return [];
    return [placeItem(item, text, transform, learned.boldFonts.get(item.fontName) === true)];
  });
  const upright = turnUpright(placed, width, height);
  const isPicture = placed.length === 0 && (!learned.canDraw || (await isDrawnOn(source)));
  return { number, ...upright, isPicture, ...(await readAnnotations(source, transform)) };
}

/**
 * Returns the strings of items, put right, and learns about fonts. Both need the drawing of the page, which costs as
 * much as its text: so only the first pages, those with new fonts and those that may need it are looked at.
 */
async function readStrings(
  source: PdfPageSource,
  items: readonly TextItem[],
  learned: Learned,
): Promise<string[]> {
  const strings = items.map(({ str }) => str);
  const fonts = new Set(items.map(({ fontName }) => fontName));
  const unknown = [...fonts].filter((font) => !learned.boldFonts.has(font));
  if (items.length > 20) learned.pages += 1;
  const isEarly = items.length > 0 && learned.pages <= 2;
  const isUseful = isEarly || learned.hasSoftHyphens || unknown.length > 0 || strings.some(isArabic);
  if (!learned.canDraw || !isUseful) return strings;
  const glyphs = await readGlyphs(source);
  for (const font of unknown) {
    learned.boldFonts.set(font, source.commonObjs.has(font) && isBold(source, font));
  }
  learned.hasSoftHyphens ||= glyphs.includes('\u00ad');
  return mendStrings(strings, glyphs);
}

/** What the glyphs of a page stand for, in the order in which they are drawn. */
async function readGlyphs(source: PdfPageSource): Promise<string[]> {
  const { OPS, normalizeUnicode } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { fnArray, argsArray } = await source.getOperatorList();
  const shown = argsArray.filter((_, index) => fnArray[index] === OPS.showText);
  const glyphs = shown.flatMap((args: unknown) => (Array.isArray(args) ? args.slice(0, 1).flat() : []));
  return glyphs.flatMap((glyph: unknown) => {
    if (typeof glyph !== 'object' || glyph === null || !('unicode' in glyph)) return [];
    return typeof glyph.unicode === 'string' ? [normalizeUnicode(glyph.unicode)] : [];
  });
}

async function readItems(source: PdfPageSource): Promise<TextItem[]> {
  const items: TextItem[] = [];
  const reader = source.streamTextContent().getReader();
  for (;;) {
    // The stream comes untyped, and holds text content only.
    const { done, value } = (await reader.read()) as { done: boolean; value?: TextContent };
    if (done || value === undefined) return items;
    for (const item of value.items) if ('str' in item) items.push(item);
    if (items.length > mostItems) {
      await reader.cancel(new Error('A page holds more text than pages do.'));
      throw new Error('A page holds more text than pages do.');
    }
  }
}

function isBold(source: PdfPageSource, id: string): boolean {
  const font: unknown = source.commonObjs.get(id);
  if (typeof font !== 'object' || font === null) return false;
  const name = 'name' in font && typeof font.name === 'string' ? font.name : '';
  return ('bold' in font && font.bold === true) || /bold|black|heavy|-bd\b|demi(?!nu)/i.test(name);
}

/** Returns the piece as the page is shown, or one whose `quarter` is null when it stands at another angle. */
function placeItem(item: TextItem, text: string, viewport: Matrix, isBold: boolean): PlacedPiece {
  const [a, b, c, d, x, y] = multiply(viewport, item.transform);
  const angle = Math.atan2(b, a);
  const quarters = angle / (Math.PI / 2);
  const isStraight = Math.abs(quarters - Math.round(quarters)) < 0.06;
  const size = Math.hypot(c, d);
  const quarter = isStraight ? (Math.round(quarters) + 4) % 4 : null;
  return { text, left: x, right: x + item.width, baseline: y, size, isBold, quarter };
}

function multiply(outer: Matrix, inner: Matrix): [number, number, number, number, number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Turns the page the way most of its text is read; text that stands otherwise is left out and counted. */
function turnUpright(placed: readonly PlacedPiece[], width: number, height: number) {
  const lengths = [0, 0, 0, 0];
  for (const { quarter, text } of placed)
    if (quarter !== null) lengths[quarter] = (lengths[quarter] ?? 0) + text.length;
  const main = lengths.indexOf(Math.max(...lengths));
  const pieces: PdfPiece[] = [];
  let turned = 0;
  for (const { quarter, ...piece } of placed) {
    if (quarter === main) pieces.push(turnPiece(piece, main, width, height));
    else turned += piece.text.length;
  }
  return main % 2 === 0
    ? { pieces, turned, width, height }
    : { pieces, turned, width: height, height: width };
}

function turnPiece(piece: PdfPiece, quarter: number, width: number, height: number): PdfPiece {
  const long = piece.right - piece.left;
  const { left: x, baseline: y } = piece;
  if (quarter === 0) return piece;
  const [left, baseline] =
    quarter === 1 ? [y, width - x] : quarter === 2 ? [width - x, height - y] : [height - y, x];
  return { ...piece, left, right: left + long, baseline };
}

async function isDrawnOn(source: PdfPageSource): Promise<boolean> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { fnArray } = await source.getOperatorList();
  // Pictures are not decoded and leave only the matrix that places them.
  const signs = [OPS.transform, OPS.constructPath, OPS.paintImageXObject, OPS.paintInlineImageXObject];
  return fnArray.some((operator) => signs.includes(operator));
}
