import type { ReadComment } from '../parsed-transcript.ts';
import type { PdfLine } from './lines.ts';
import type { PdfPage } from './pages.ts';
import type { PdfParagraph } from './paragraphs.ts';
import type { PdfArea, PdfRemark } from './remarks.ts';

/** A line with the offset at which it begins in the whole text, in UTF-16 units. */
type PlacedLine = { line: PdfLine; start: number; end: number };

/**
 * Finds the passages that remarks are about: the words under a mark, or the line a note stands at. Paragraphs are
 * taken to be separated by one line end. Offsets are UTF-16 units of the whole text, ends exclusive.
 */
export function findRemarkPassages(
  paragraphs: readonly PdfParagraph[],
  pages: readonly PdfPage[],
): ReadComment[] {
  if (pages.every(({ remarks }) => remarks.length === 0)) return [];
  const linesOfPage = placeLines(paragraphs);
  return pages.flatMap(({ number, remarks }) =>
    remarks.flatMap((remark) => toComment(remark, linesOfPage.get(number) ?? [])),
  );
}

function placeLines(paragraphs: readonly PdfParagraph[]): Map<number, PlacedLine[]> {
  const linesOfPage = new Map<number, PlacedLine[]>();
  let start = 0;
  for (const { text, places } of paragraphs) {
    for (const { line, at } of places) {
      const placed = { line, start: start + at, end: start + Math.min(text.length, at + line.text.length) };
      const known = linesOfPage.get(line.page);
      if (known === undefined) linesOfPage.set(line.page, [placed]);
      else known.push(placed);
    }
    start += text.length + 1;
  }
  return linesOfPage;
}

function toComment({ areas, author, date, text }: PdfRemark, lines: readonly PlacedLine[]): ReadComment[] {
  const spans = areas.flatMap((area) => lines.flatMap((placed) => findSpan(placed, area)));
  const found = spans.length > 0 ? spans : listNearest(lines, areas[0]);
  if (found.length === 0) return [];
  const start = Math.min(...found.map((span) => span.start));
  return [{ start, end: Math.max(...found.map((span) => span.end)), author, date, text }];
}

function findSpan({ line, start, end }: PlacedLine, area: PdfArea): { start: number; end: number }[] {
  const middle = line.baseline - 0.3 * line.size;
  if (middle < area.top || middle > area.bottom || area.right < line.left || area.left > line.right)
    return [];
  const from = start + findOffset(line, area.left);
  const to = Math.min(end, start + findOffset(line, area.right));
  return from < to ? [{ start: from, end: to }] : [];
}

/** The offset of the word boundary nearest to a place on the page, for letters are taken to be of equal width. */
function findOffset({ places, text }: PdfLine, x: number): number {
  const index = places.findLastIndex((place) => place.left <= x);
  const place = places[index];
  if (place === undefined) return 0;
  const end = places[index + 1]?.start ?? text.length;
  const share = Math.min(1, (x - place.left) / Math.max(1, place.right - place.left));
  const at = Math.round(place.start + share * (end - place.start));
  for (let reach = 0; reach <= 12; reach += 1) {
    if (isBoundary(text, at - reach)) return at - reach;
    if (isBoundary(text, at + reach)) return at + reach;
  }
  return at;
}

function isBoundary(text: string, at: number): boolean {
  return at <= 0 || at >= text.length || /\s/u.test(text.charAt(at - 1)) !== /\s/u.test(text.charAt(at));
}

function listNearest(
  lines: readonly PlacedLine[],
  area: PdfArea | undefined,
): { start: number; end: number }[] {
  if (area === undefined) return [];
  const middle = (area.top + area.bottom) / 2;
  const distance = ({ line }: PlacedLine) => Math.abs(line.baseline - 0.3 * line.size - middle);
  const [nearest] = lines.toSorted((one, other) => distance(one) - distance(other));
  return nearest === undefined || nearest.start === nearest.end
    ? []
    : [{ start: nearest.start, end: nearest.end }];
}
