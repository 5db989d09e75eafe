import { countChanges, isProse, isWide, toExtent, toSides } from './column-kinds.ts';
import type { PdfRow } from './lines.ts';

/**
 * A gap that goes down through several rows, from row `from` to before row `to`. `edges` are where the text behind it
 * begins (points): one for two columns of prose, one for each further column of a table.
 */
export type Gutter = { kind: 'prose' | 'table'; edges: number[]; from: number; to: number };

/** A run of rows that no piece crosses at `edge`. */
type Run = { edge: number; from: number; to: number; score: number };

// Parts of the size of letters. Where a gutter is known to be, a full line may come closer to it.
const narrowestGutter = 0.7;
const wordGap = 0.15;
const leastRows = 3;
// More than any page has: a drawing made of letters is not searched for columns without end.
const mostEdges = 40;
const mostRows = 400;
const alignment = 2;
const listMark = /^(?:[•◦▪‣·*–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])$/u;

/** Finds the gap that divides rows into columns of prose or else of a table. */
export function findGutter(rows: readonly PdfRow[]): Gutter | undefined {
  if (rows.length > mostRows) return undefined;
  const runs = listEdges(rows).flatMap((edge) => findRuns(rows, edge));
  runs.sort((one, other) => other.score - one.score);
  const prose = runs.find((run) => isProse(rows.slice(run.from, run.to), run.edge));
  if (prose !== undefined) return { kind: 'prose', edges: [prose.edge], ...widen(rows, prose) };
  const [table] = runs;
  if (table === undefined) return undefined;
  const { from, to } = table;
  const edges = runs.filter((run) => run.from <= from + 1 && run.to >= to - 1).map(({ edge }) => edge);
  return { kind: 'table', edges: mergeNear(edges), from, to };
}

/** Places where text begins behind a gap in several rows. */
function listEdges(rows: readonly PdfRow[]): number[] {
  const starts = rows.flatMap(listStarts);
  starts.sort((one, other) => one - other);
  const edges: { edge: number; rows: number }[] = [];
  for (let first = 0, at = 1; at <= starts.length; at += 1) {
    const [from = 0, here = Infinity] = [starts[first], starts[at]];
    if (here - from <= alignment) continue;
    if (at - first >= leastRows) edges.push({ edge: from, rows: at - first });
    first = at;
  }
  edges.sort((one, other) => other.rows - one.rows);
  return edges.slice(0, mostEdges).map(({ edge }) => edge);
}

/** Where text begins in a row at its start and behind gaps, but for gaps that are equal: those fill a justified line. */
function listStarts({ pieces, size }: PdfRow): number[] {
  const gaps: { width: number; end: number }[] = [];
  let reached = pieces[0]?.right ?? 0;
  for (const piece of pieces.slice(1)) {
    if (piece.left - reached > narrowestGutter * size)
      gaps.push({ width: piece.left - reached, end: piece.left });
    reached = Math.max(reached, piece.right);
  }
  const widths = gaps.map(({ width }) => width);
  const isJustified = gaps.length > 1 && Math.max(...widths) < 1.25 * Math.min(...widths);
  const start = pieces[0]?.left ?? 0;
  return isJustified ? [start] : [start, ...gaps.map(({ end }) => end)];
}

/** Finds the stretches of rows with text on both sides of an edge and nothing across it. */
function findRuns(rows: readonly PdfRow[], edge: number): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let at = 0; at <= rows.length; at += 1) {
    const row = rows[at];
    if (row !== undefined && !isCrossed(row, edge)) continue;
    const run = trimRun(rows, edge, from, at);
    if (run !== undefined) runs.push(run);
    from = at + 1;
  }
  return runs;
}

function isCrossed({ pieces, size }: PdfRow, edge: number): boolean {
  return pieces.some((piece) => piece.left < edge - 0.5 && piece.right > edge - wordGap * size);
}

/**
 * Takes off rows at both ends that have nothing behind the edge, which are lines of the page above and below. Where the
 * text before the edge is as wide as that of a column, they are a column's or a table's like the others.
 */
function trimRun(rows: readonly PdfRow[], edge: number, start: number, end: number): Run | undefined {
  let [from, to] = [start, end];
  const isBehind = (row: PdfRow | undefined) =>
    row?.pieces.some((piece) => piece.left >= edge - 0.5) ?? false;
  while (from < to && !isBehind(rows[from])) from += 1;
  while (to > from && !isBehind(rows[to - 1])) to -= 1;
  const sides = rows.slice(from, to).map((row) => toSides(row, edge));
  const before = sides.flatMap((side) => side.before ?? []);
  const after = sides.flatMap((side) => side.after ?? []);
  const isList = rows.slice(from, to).every((row) => isListRow(row, edge));
  const score = Math.min(before.length, after.length);
  if (isList || score < Math.min(leastRows, to - from) || score < 2) return undefined;
  const isTakingTurns =
    countChanges(rows.slice(from, to), sides) >= 3 && isWide(before, toExtent([...before, ...after]));
  return isTakingTurns
    ? { edge, ...extendRun(rows, from, to, start, end), score }
    : { edge, from, to, score };
}

/** Takes in rows next to a run as long as no gap larger than a line's stands between. */
function extendRun(rows: readonly PdfRow[], start: number, end: number, first: number, last: number) {
  let [from, to] = [start, end];
  const isNear = (one: number, other: number) =>
    Math.abs((rows[one]?.baseline ?? 0) - (rows[other]?.baseline ?? 0)) < 1.7 * (rows[one]?.size ?? 0);
  while (from > first && isNear(from, from - 1)) from -= 1;
  while (to < last && isNear(to - 1, to)) to += 1;
  return { from, to };
}

function isListRow({ pieces }: PdfRow, edge: number): boolean {
  return pieces.every((piece) => piece.left >= edge - 0.5 || listMark.test(piece.text.trim()));
}

/** A column may go on further down than the one beside it, but not in larger letters or behind a wide gap. */
function widen(rows: readonly PdfRow[], { edge, from, to }: Run): { from: number; to: number } {
  let end = to;
  for (
    let row = rows[end], above = rows[end - 1];
    row !== undefined && above !== undefined;
    above = row, row = rows[end]
  ) {
    const isNear = row.baseline - above.baseline < 2 * above.size && row.size < 1.1 * above.size;
    if (!isNear || isCrossed(row, edge)) break;
    end += 1;
  }
  return { from, to: end };
}

function mergeNear(edges: readonly number[]): number[] {
  const sorted = edges.toSorted((one, other) => one - other);
  return sorted.filter((edge, index) => index === 0 || edge - (sorted[index - 1] ?? 0) > 4 * alignment);
}
