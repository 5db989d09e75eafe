import type { PageFrame, PdfBlock } from './blocks.ts';
import { findGutter, type Gutter } from './gutters.ts';
import { type PdfRow, toLine } from './lines.ts';
import type { PdfPiece } from './pages.ts';
import { toTable } from './tables.ts';

/**
 * Divides the rows of a page into blocks in reading order: columns of prose one after the other, what runs over the
 * whole width above and below them, tables row by row.
 */
export function toBlocks(rows: readonly PdfRow[], frame: PageFrame, column = 'page'): PdfBlock[] {
  const gutter = rows.length < 3 ? undefined : findGutter(rows);
  if (gutter === undefined) return rows.length === 0 ? [] : [toColumn(rows, frame, column)];
  const inside = rows.slice(gutter.from, gutter.to);
  return [
    ...toBlocks(rows.slice(0, gutter.from), frame, column),
    ...(gutter.kind === 'prose'
      ? toColumns(inside, gutter, frame, column)
      : [toTable(inside, gutter, frame)]),
    ...toBlocks(rows.slice(gutter.to), frame, column),
  ];
}

function toColumn(rows: readonly PdfRow[], frame: PageFrame, column: string): PdfBlock {
  const lines = rows.map((row) => toLine(row.pieces, frame.page, frame.isMirrored));
  return { kind: 'lines', column, lines, pageWidth: column === 'page' ? frame.width : undefined };
}

function toColumns(rows: readonly PdfRow[], { edges }: Gutter, frame: PageFrame, column: string): PdfBlock[] {
  const [edge = 0] = edges;
  // Rounded, for columns of other pages stand a little elsewhere and go by the same name.
  const name = `${column} ${Math.round(edge / 20)}`;
  return [
    ...toBlocks(
      selectPieces(rows, (piece) => piece.left < edge),
      frame,
      `${name} before`,
    ),
    ...toBlocks(
      selectPieces(rows, (piece) => piece.left >= edge),
      frame,
      `${name} after`,
    ),
  ];
}

function selectPieces(rows: readonly PdfRow[], isIn: (piece: PdfPiece) => boolean): PdfRow[] {
  return rows.flatMap((row) => {
    const pieces = row.pieces.filter(isIn);
    const [first] = pieces;
    if (first === undefined) return [];
    const largest = pieces.reduce((one, other) => (other.size > one.size ? other : one), first);
    return [{ baseline: largest.baseline, size: largest.size, pieces }];
  });
}
