import type { PdfRow } from './lines.ts';
import type { PdfPiece } from './pages.ts';
import type { RowedPage } from './running-heads.ts';

type Numbered = { row: PdfRow; piece: PdfPiece; value: number };

/**
 * Takes numbers of lines or of paragraphs at the margin off the pages (which are changed) and returns the number of pages
 * that had them, and the rows where a numbered paragraph begins. Such numbers stand below one another
 * apart from the text, and count by ones, fives or the like.
 */
export function removeMarginNumbers(pages: readonly RowedPage[]): {
  pages: number;
  paragraphStarts: Set<PdfRow>;
} {
  const paragraphStarts = new Set<PdfRow>();
  let count = 0;
  for (const page of pages) {
    const numbered = findNumbered(page);
    if (!isCounting(numbered)) continue;
    count += 1;
    for (const { row, piece } of numbered) row.pieces = row.pieces.filter((other) => other !== piece);
    if (isOfParagraphs(page.rows, numbered)) for (const { row } of numbered) paragraphStarts.add(row);
    page.rows = page.rows.filter(({ pieces }) => pieces.length > 0);
  }
  return { pages: count, paragraphStarts };
}

function findNumbered({ rows }: RowedPage): Numbered[] {
  const numbered = rows.flatMap((row) => {
    const [piece, next] = row.pieces;
    if (piece === undefined || !/^\d{1,5}$/.test(piece.text.trim())) return [];
    const isApart = next === undefined || next.left - piece.right > 0.4 * row.size;
    return isApart ? [{ row, piece, value: Number(piece.text.trim()) }] : [];
  });
  const edge = Math.min(
    ...rows.flatMap(({ pieces }) =>
      pieces.slice(startsWithNumber(numbered, pieces) ? 1 : 0).map(({ left }) => left),
    ),
  );
  return numbered.filter(({ piece }) => piece.right <= edge + 0.5);
}

function startsWithNumber(numbered: readonly Numbered[], pieces: readonly PdfPiece[]): boolean {
  return numbered.some(({ row }) => row.pieces === pieces);
}

function isCounting(numbered: readonly Numbered[]): boolean {
  if (numbered.length < 3) return false;
  const steps = numbered.slice(1).map(({ value }, index) => value - (numbered[index]?.value ?? 0));
  const step = steps.toSorted((one, other) => one - other)[Math.floor(steps.length / 2)] ?? 0;
  return step > 0 && steps.filter((one) => one === step).length >= 0.8 * steps.length;
}

/** Numbers that count by one and skip lines count paragraphs. */
function isOfParagraphs(rows: readonly PdfRow[], numbered: readonly Numbered[]): boolean {
  const [first, second] = numbered;
  const between = rows.length - numbered.length;
  return (
    first !== undefined &&
    second !== undefined &&
    second.value - first.value === 1 &&
    between > 0.1 * rows.length
  );
}
