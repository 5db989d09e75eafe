import type { PageFrame, PdfBlock, TableRow } from './blocks.ts';
import type { Gutter } from './gutters.ts';
import { type PdfLine, type PdfRow, toLine } from './lines.ts';

/** A row of print: its line in each column of the table, if any. */
type PrintedRow = { baseline: number; lines: (PdfLine | undefined)[] };

/**
 * Makes the rows of a table of the rows of print: a cell may have several lines. A row begins where a gap stands before
 * it, if gaps tell rows apart in this table, otherwise where its first column has text.
 */
export function toTable(rows: readonly PdfRow[], { edges }: Gutter, frame: PageFrame): PdfBlock {
  const printed = rows.map((row) => toPrinted(row, edges, frame));
  const isStart = chooseStarts(printed);
  const table: TableRow[] = [];
  printed.forEach(({ lines }, index) => {
    const isNew = isStart(index);
    if (isNew || table.length === 0) table.push({ cells: lines.map(() => []), isContinued: !isNew });
    const cells = table.at(-1)?.cells;
    lines.forEach((line, column) => {
      if (line !== undefined) cells?.[column]?.push(line);
    });
  });
  return { kind: 'table', rows: table };
}

function toPrinted(row: PdfRow, edges: readonly number[], frame: PageFrame): PrintedRow {
  const bounds = [-Infinity, ...edges.map((edge) => edge - 0.5), Infinity];
  const lines = bounds.slice(1).map((end, index) => {
    const start = bounds[index] ?? -Infinity;
    const pieces = row.pieces.filter((piece) => piece.left >= start && piece.left < end);
    return pieces.length === 0 ? undefined : toLine(pieces, frame.page, frame.isMirrored);
  });
  return { baseline: row.baseline, lines };
}

function chooseStarts(printed: readonly PrintedRow[]): (index: number) => boolean {
  const steps = printed.map((row, index) => row.baseline - (printed[index - 1]?.baseline ?? row.baseline));
  const pitch = steps.slice(1).toSorted((one, other) => one - other)[Math.floor(steps.length / 4)];
  const isGap = (index: number) => pitch !== undefined && (steps[index] ?? 0) > 1.08 * pitch;
  const isNew = (index: number) => isNewFirst(printed, index) || isOtherSide(printed, index);
  const later = steps.map((_, index) => index).slice(1);
  const starts = later.filter(isNew);
  // Where the first column holds words, most of its lines look like starts; where it holds labels, few do.
  const lengths = printed
    .flatMap(({ lines }) => lines[0]?.text.length ?? [])
    .toSorted((one, other) => one - other);
  const isAllWords = (lengths[Math.floor(lengths.length / 2)] ?? 0) > 24;
  const isByGaps =
    later.filter(isGap).length >= 2 && (isAllWords || starts.filter(isGap).length >= 0.6 * starts.length);
  return (index) => {
    if (index === 0) return printed[0]?.lines[0] !== undefined;
    return isByGaps ? isGap(index) || isOtherSide(printed, index) : isNew(index);
  };
}

/** A label that takes two lines goes on alone in its column. */
function isNewFirst(printed: readonly PrintedRow[], index: number): boolean {
  const [first, ...others] = printed[index]?.lines ?? [];
  if (first === undefined) return false;
  return others.some((line) => line !== undefined) || printed[index - 1]?.lines[0] === undefined;
}

/** Where each speaker has a column, what is said in another column than before is a row of its own. */
function isOtherSide(printed: readonly PrintedRow[], index: number): boolean {
  const [before, here] = [printed[index - 1], printed[index]].map((row) =>
    row?.lines.map((line) => line !== undefined),
  );
  return (
    before !== undefined && here !== undefined && !here.some((isFilled, column) => isFilled && before[column])
  );
}
