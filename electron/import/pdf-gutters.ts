import type { PdfRow } from './pdf-lines.ts';

/**
 * A gap that goes down through several rows, from row `from` to before row `to`. `edges` are where the text behind it
 * begins (points): one for two columns of prose, one for each further column of a table.
 */
export type Gutter = { kind: 'prose' | 'table'; edges: number[]; from: number; to: number };

/** A run of rows that no piece crosses at `edge`. */
type Run = { edge: number; from: number; to: number; score: number };

/** Which parts of a row lie before an edge and behind it: their ends, or undefined where there is nothing. */
type Sides = { before: Extent | undefined; after: Extent | undefined };
type Extent = { left: number; right: number };

const narrowestGutter = 0.7;
const leastRows = 3;
const alignment = 2;
const listMark = /^(?:[•◦▪‣·*–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])$/u;

/** Finds the gap that divides rows into columns of prose or else of a table. */
export function findGutter(rows: readonly PdfRow[]): Gutter | undefined {
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
  const edges: number[] = [];
  for (let first = 0, at = 1; at <= starts.length; at += 1) {
    const [from = 0, here = Infinity] = [starts[first], starts[at]];
    if (here - from <= alignment) continue;
    if (at - first >= leastRows) edges.push(from);
    first = at;
  }
  return edges;
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
  return pieces.some((piece) => piece.left < edge - 0.5 && piece.right > edge - narrowestGutter * size);
}

/** Takes off rows at both ends that have nothing behind the edge. */
function trimRun(rows: readonly PdfRow[], edge: number, start: number, end: number): Run | undefined {
  let [from, to] = [start, end];
  const isBehind = (row: PdfRow | undefined) =>
    row?.pieces.some((piece) => piece.left >= edge - 0.5) ?? false;
  while (from < to && !isBehind(rows[from])) from += 1;
  while (to > from && !isBehind(rows[to - 1])) to -= 1;
  const sides = rows.slice(from, to).map((row) => toSides(row, edge));
  const before = sides.filter((side) => side.before !== undefined).length;
  const after = sides.filter((side) => side.after !== undefined).length;
  const isList = rows.slice(from, to).every((row) => isListRow(row, edge));
  const score = Math.min(before, after);
  return isList || score < Math.min(leastRows, to - from) || score < 2
    ? undefined
    : { edge, from, to, score };
}

function isListRow({ pieces }: PdfRow, edge: number): boolean {
  return pieces.every((piece) => piece.left >= edge - 0.5 || listMark.test(piece.text.trim()));
}

function toSides({ pieces }: PdfRow, edge: number): Sides {
  return {
    before: toExtent(pieces.filter((piece) => piece.left < edge - 0.5)),
    after: toExtent(pieces.filter((piece) => piece.left >= edge - 0.5)),
  };
}

function toExtent(pieces: readonly { left: number; right: number }[]): Extent | undefined {
  if (pieces.length === 0) return undefined;
  return {
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
  };
}

/**
 * Tells columns of prose from a table: both sides are wide and many of their lines full, and gaps between paragraphs
 * do not fall together as those between the rows of a table do.
 */
function isProse(rows: readonly PdfRow[], edge: number): boolean {
  const sides = rows.map((row) => toSides(row, edge));
  const before = sides.flatMap((side) => side.before ?? []);
  const after = sides.flatMap((side) => side.after ?? []);
  const whole = toExtent([...before, ...after]);
  if (whole === undefined || before.length < 4 || after.length < leastRows) return false;
  const least = 0.25 * (whole.right - whole.left);
  return isWideAndFull(before, least) && isWideAndFull(after, least) && !isBanded(rows, sides);
}

function isWideAndFull(extents: readonly Extent[], least: number): boolean {
  const { left, right } = toExtent(extents) ?? { left: 0, right: 0 };
  const full = extents.filter((extent) => extent.right - left > 0.8 * (right - left));
  return right - left > least && full.length >= 0.35 * extents.length;
}

/** Whether gaps go through both sides and text begins on both at once behind them, or sides take turns. */
function isBanded(rows: readonly PdfRow[], sides: readonly Sides[]): boolean {
  const pitch = Math.min(findPitch(rows, sides, 'before'), findPitch(rows, sides, 'after'));
  const bands = sides.filter(
    (_, at) => at > 0 && (rows[at]?.baseline ?? 0) - (rows[at - 1]?.baseline ?? 0) > 1.25 * pitch,
  );
  const together = bands.filter((side) => side.before !== undefined && side.after !== undefined);
  if (bands.length >= 2 && together.length >= 0.7 * bands.length) return true;
  const single = sides.filter((side) => side.before === undefined || side.after === undefined);
  const changes = single.filter(
    (side, at) => at > 0 && (side.before === undefined) !== (single[at - 1]?.before === undefined),
  );
  return changes.length >= 3 && single.length > 0.75 * sides.length;
}

/** The smaller distances of lines on one side; lines of the other may stand between them. */
function findPitch(rows: readonly PdfRow[], sides: readonly Sides[], side: keyof Sides): number {
  const baselines = rows.filter((_, at) => sides[at]?.[side] !== undefined).map(({ baseline }) => baseline);
  const steps = baselines.slice(1).map((baseline, at) => baseline - (baselines[at] ?? 0));
  return steps.toSorted((one, other) => one - other)[Math.floor(steps.length / 4)] ?? Infinity;
}

/** A column may go on further down than the one beside it. */
function widen(rows: readonly PdfRow[], { edge, from, to }: Run): { from: number; to: number } {
  let end = to;
  while (end < rows.length && !isCrossed(rows[end] ?? { pieces: [], size: 0, baseline: 0 }, edge)) end += 1;
  return { from, to: end };
}

function mergeNear(edges: readonly number[]): number[] {
  const sorted = edges.toSorted((one, other) => one - other);
  return sorted.filter((edge, index) => index === 0 || edge - (sorted[index - 1] ?? 0) > 4 * alignment);
}
