import type { PdfBlock, TableRow } from './blocks.ts';
import { type ColumnShape, describeColumn, isParagraphStart } from './breaks.ts';
import { joinLines, listWords, type WordList } from './hyphens.ts';
import type { PdfLine } from './lines.ts';

/** Where a line of a page stands in the text of its paragraph, in UTF-16 units. */
type LinePlace = { line: PdfLine; at: number };

/** A paragraph, or a row of a table. `boldLength` is the length of the bold text it begins with, in UTF-16 units. */
export type PdfParagraph = { text: string; boldLength: number; places: LinePlace[] };

/** A paragraph under way, still in lines; a row of a table has them in cells. */
type Gathered = { kind: 'lines'; lines: PdfLine[] } | { kind: 'row'; cells: PdfLine[][] };

/** Makes paragraphs of the blocks of all pages, in order. Paragraphs and rows that run over a page break are one. */
export function toParagraphs(blocks: readonly PdfBlock[]): PdfParagraph[] {
  const shapes = describeColumns(blocks);
  const list = listWords(listLines(blocks).map(({ text }) => text));
  const gathered: Gathered[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') for (const row of block.rows) addRow(row, gathered);
    else addLines(block.lines, shapes.get(block.column), gathered);
  }
  return gathered.map((one) =>
    one.kind === 'row' ? joinCells(one.cells, list) : joinParagraph(one.lines, list),
  );
}

function describeColumns(blocks: readonly PdfBlock[]): Map<string, ColumnShape> {
  const stretches = new Map<string, PdfLine[][]>();
  const widths = new Map<string, number>();
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    const known = stretches.get(block.column);
    if (known === undefined) stretches.set(block.column, [block.lines]);
    else known.push(block.lines);
    if (block.pageWidth !== undefined) widths.set(block.column, block.pageWidth);
  }
  return new Map(
    [...stretches].map(([column, lines]) => [column, describeColumn(lines, widths.get(column))]),
  );
}

function listLines(blocks: readonly PdfBlock[]): PdfLine[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.flat()) : block.lines,
  );
}

function addRow({ cells, isContinued }: TableRow, gathered: Gathered[]): void {
  const last = gathered.at(-1);
  if (isContinued && last?.kind === 'row' && last.cells.length === cells.length) {
    for (const [column, lines] of cells.entries()) last.cells[column]?.push(...lines);
  } else {
    gathered.push({ kind: 'row', cells: cells.map((lines) => [...lines]) });
  }
}

function addLines(lines: readonly PdfLine[], shape: ColumnShape | undefined, gathered: Gathered[]): void {
  const taken = addToLastCell(lines, gathered);
  lines.forEach((line, index) => {
    if (index < taken) return;
    const last = gathered.at(-1);
    const before = last?.kind === 'lines' ? last.lines.at(-1) : undefined;
    const goesOn =
      before !== undefined && shape !== undefined && !isParagraphStart(before, line, lines[index + 1], shape);
    if (goesOn && last?.kind === 'lines') last.lines.push(line);
    else gathered.push({ kind: 'lines', lines: [line] });
  });
}

/** The end of a table's last cell may be all that is left of the table on a new page. Returns how many lines were its. */
function addToLastCell(lines: readonly PdfLine[], gathered: readonly Gathered[]): number {
  const last = gathered.at(-1);
  const cell = last?.kind === 'row' ? last.cells.at(-1) : undefined;
  const above = cell?.at(-1);
  if (cell === undefined || above === undefined || above.page === lines[0]?.page) return 0;
  const end = lines.findIndex((line, index) => {
    const before = lines[index - 1];
    const isFar = before !== undefined && line.baseline - before.baseline > 1.5 * line.size;
    return isFar || Math.abs(line.left - above.left) > 2;
  });
  const own = end === -1 ? lines : lines.slice(0, end);
  cell.push(...own);
  return own.length;
}

function joinParagraph(lines: readonly PdfLine[], list: WordList): PdfParagraph {
  const parts: string[] = [];
  const places: LinePlace[] = [];
  let [at, boldLength, isBoldSoFar] = [0, 0, true];
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    const joined =
      next === undefined ? { line: line.text, joint: '' } : joinLines(line.text, next.text, list);
    places.push({ line, at });
    if (isBoldSoFar) boldLength = at + Math.min(line.boldLength, joined.line.length);
    isBoldSoFar &&= line.boldLength >= line.text.length;
    parts.push(joined.line, joined.joint);
    at += joined.line.length + joined.joint.length;
  });
  return { text: parts.join(''), boldLength, places };
}

function joinCells(cells: readonly PdfLine[][], list: WordList): PdfParagraph {
  const joined = cells.map((lines) => joinParagraph(lines, list));
  const places: LinePlace[] = [];
  let start = 0;
  for (const cell of joined) {
    for (const { line, at } of cell.places) places.push({ line, at: start + at });
    start += cell.text.length + 1;
  }
  const text = joined
    .map((cell) => cell.text)
    .join('\t')
    .trimEnd();
  return { text, boldLength: Math.min(text.length, joined[0]?.boldLength ?? 0), places };
}
