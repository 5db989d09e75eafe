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

/** The distance of two rows; raised figures (`isTall`) make it larger than it would be. */
type Step = { length: number; isTall: boolean };

// Parts of the size of letters. Where a gutter is known to be, a full line may come closer to it.
const narrowestGutter = 0.7;
const wordGap = 0.15;
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
  const isTakingTurns = countChanges(sides) >= 3 && isWide(before, toExtent([...before, ...after]));
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
  const areWide = isWide(before, whole) && isWide(after, whole);
  return areWide && isFull(before) && isFull(after) && !isBanded(rows, sides);
}

function isWide(extents: readonly Extent[], whole: Extent | undefined): boolean {
  const part = toExtent(extents);
  if (whole === undefined || part === undefined) return false;
  return part.right - part.left > 0.25 * (whole.right - whole.left);
}

function isFull(extents: readonly Extent[]): boolean {
  const { left, right } = toExtent(extents) ?? { left: 0, right: 0 };
  const full = extents.filter((extent) => extent.right - left > 0.8 * (right - left));
  return full.length >= 0.35 * extents.length;
}

/** Whether gaps go through both sides and text begins on both at once behind them, or sides take turns. */
function isBanded(rows: readonly PdfRow[], sides: readonly Sides[]): boolean {
  const steps = { before: listSteps(rows, sides, 'before'), after: listSteps(rows, sides, 'after') };
  const pitch = Math.min(findPitch(steps.before), findPitch(steps.after));
  const isGap = ({ length, isTall }: Step) => length > (isTall ? 1.5 : 1.1) * pitch;
  const together = sides.filter((side, at) => {
    const [row, above] = [rows[at], rows[at - 1]];
    const isBoth = side.before !== undefined && side.after !== undefined;
    return isBoth && row !== undefined && above !== undefined && isGap(toStep(row, above));
  });
  // Between columns of prose, most gaps of one side fall on lines of the other.
  const gaps = [...steps.before, ...steps.after].filter(isGap).length;
  if (together.length >= 2 && 2 * together.length >= 0.6 * gaps) return true;
  const single = sides.filter((side) => side.before === undefined || side.after === undefined);
  return countChanges(sides) >= 3 && single.length > 0.75 * sides.length;
}

/** How often text on one side only is followed by text on the other side only. */
function countChanges(sides: readonly Sides[]): number {
  const single = sides.filter((side) => side.before === undefined || side.after === undefined);
  return single.filter(
    (side, at) => at > 0 && (side.before === undefined) !== (single[at - 1]?.before === undefined),
  ).length;
}

/** The distances of lines of one side; lines of the other may stand between them. */
function listSteps(rows: readonly PdfRow[], sides: readonly Sides[], side: keyof Sides): Step[] {
  const own = rows.filter((_, at) => sides[at]?.[side] !== undefined);
  return own.slice(1).map((row, at) => toStep(row, own[at] ?? row));
}

function toStep(row: PdfRow, above: PdfRow): Step {
  const isTall = [row, above].some(({ pieces, size }) => pieces.some((piece) => piece.size < 0.85 * size));
  return { length: row.baseline - above.baseline, isTall };
}

function findPitch(steps: readonly Step[]): number {
  const lengths = steps.map(({ length }) => length).toSorted((one, other) => one - other);
  return lengths[Math.floor(lengths.length / 4)] ?? Infinity;
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
