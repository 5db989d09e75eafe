import type { PdfRow } from './lines.ts';

const leastRows = 3;

/** Which parts of a row lie before an edge and behind it: their ends, or undefined where there is nothing. */
type Sides = { before: Extent | undefined; after: Extent | undefined };

/** From where to where text goes in a row, and how wide it is without its larger gaps. */
type Extent = { left: number; right: number; filled: number };

/** The distance of two rows; raised figures (`isTall`) make it larger than it would be. */
type Step = { length: number; isTall: boolean };

export function toSides({ pieces }: PdfRow, edge: number): Sides {
  return {
    before: toExtent(pieces.filter((piece) => piece.left < edge - 0.5)),
    after: toExtent(pieces.filter((piece) => piece.left >= edge - 0.5)),
  };
}

export function toExtent(pieces: readonly { left: number; right: number }[]): Extent | undefined {
  if (pieces.length === 0) return undefined;
  return {
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    filled: pieces.reduce((sum, { left, right }) => sum + right - left, 0),
  };
}

/**
 * Tells columns of prose from a table: both sides are wide and many of their lines full, and gaps between paragraphs
 * do not fall together as those between the rows of a table do.
 */
export function isProse(rows: readonly PdfRow[], edge: number): boolean {
  const sides = rows.map((row) => toSides(row, edge));
  const before = sides.flatMap((side) => side.before ?? []);
  const after = sides.flatMap((side) => side.after ?? []);
  const whole = toExtent([...before, ...after]);
  if (before.length < 4 || after.length < leastRows) return false;
  // The first column is filled first; one that has fewer lines holds labels.
  if (before.length < 0.34 * after.length) return false;
  const areWide = isWide(before, whole) && isWide(after, whole);
  return areWide && isFull(before) && isFull(after) && !isBanded(rows, sides);
}

export function isWide(extents: readonly Extent[], whole: Extent | undefined): boolean {
  const part = toExtent(extents);
  if (whole === undefined || part === undefined) return false;
  return part.right - part.left > 0.25 * (whole.right - whole.left);
}

function isFull(extents: readonly Extent[]): boolean {
  const whole = toExtent(extents);
  if (whole === undefined) return false;
  const least = whole.left + 0.7 * (whole.right - whole.left);
  const full = extents.filter(({ left, right, filled }) => right > least && filled > 0.55 * (right - left));
  return full.length >= 0.25 * extents.length;
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
  const single = sides.filter(isSingle);
  return countChanges(rows, sides) >= 3 && single.length > 0.75 * sides.length;
}

/**
 * How often text on one side only is followed, a line further down, by text on the other side only. Lines that follow
 * closer are those of two columns side by side, and count against.
 */
export function countChanges(rows: readonly PdfRow[], sides: readonly Sides[]): number {
  let changes = 0;
  rows.forEach((row, at) => {
    const [side, before, above] = [sides[at], sides[at - 1], rows[at - 1]];
    if (side === undefined || before === undefined || above === undefined) return;
    const isChange = (side.before === undefined) !== (before.before === undefined);
    if (!isChange || !isSingle(side) || !isSingle(before)) return;
    changes += row.baseline - above.baseline > row.size ? 1 : -1;
  });
  return changes;
}

function isSingle(side: Sides): boolean {
  return side.before === undefined || side.after === undefined;
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
