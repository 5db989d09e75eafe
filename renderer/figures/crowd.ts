import { describePlacement } from '../../db/model/placement.ts';
import { drawMark, type MarkStyle } from './marks.ts';
import type { Paragraph } from './paragraph.ts';
import { breakText, measureLongestWord, setParagraph } from './paragraph.ts';
import type { FigureCompany } from './placement-data.ts';
import type { SceneGroup, SceneNode } from './scene.ts';
import type { Seats } from './seats.ts';
import { gap, type Sheet } from './sheet.ts';
import type { Stairs } from './steps.ts';

/**
 * Companies on the staircase. When they are few, each has its name beside its mark (`named`); when they are many or
 * their names are long, the marks stand close together and the key tells the names (`packed`). A company on a step
 * stands on its tread; one between two steps stands astride the riser that parts them.
 */
export type Crowd = {
  kind: 'named' | 'packed';
  marks: MarkStyle;
  /** White at the left of every column, for the half of a mark that leans over from the edge. */
  pad: number;
  rise: number;
  draw: (stairs: Stairs) => SceneGroup[];
};

/** White between a mark and the tread it stands on. */
const lift = 0.5;
const markGap = 0.6;
const widestPad = 0.3;

// --- named -----------------------------------------------------------------------------------------------------------

type Row = { company: FigureCompany; name: Paragraph; height: number };

const mostRows = 4;
const mostNameLines = 2;
const highestNamedRise = 14;

/** Returns the companies with their names beside them, or null where that would be crowded. */
export function findNamedCrowd(seats: Seats, marks: MarkStyle, sheet: Sheet, rise: number): Crowd | null {
  const column = sheet.columns[0]?.width ?? 0;
  const pad = padBesideEdges(seats, marks.width);
  const onStep = seats.onStep.map((companies, index) => {
    const right = seats.onEdge[index]?.length ? pad : gap;
    return toRows(companies, marks, sheet, column - pad - marks.width - gap - right);
  });
  const onEdge = seats.onEdge.map((companies) =>
    toRows(companies, marks, sheet, column - pad - marks.width / 2 - gap),
  );
  const benches = [...onStep, ...onEdge];
  if (benches.some((rows) => rows === null || rows.length > mostRows)) return null;
  const bottoms = onEdge.map((rows, index) => {
    const used = pad + 1.5 * marks.width + 2 * gap + widthOf(onStep[index] ?? []) + widthOf(rows);
    return used + 2 * gap <= column ? 0 : heightOf(onStep[index] ?? []) + markGap;
  });
  const needed = onEdge.map((rows, index) =>
    rows?.length ? (bottoms[index] ?? 0) + (rows.at(-1)?.height ?? 0) : 0,
  );
  const highest = Math.max(rise, ...needed.map((height) => height + markGap));
  if (highest > highestNamedRise || pad > column * widestPad) return null;
  const draw = (stairs: Stairs) => [
    ...onStep.flatMap((rows, index) => drawStepRows(rows ?? [], index, stairs, sheet, marks, pad)),
    ...onEdge.flatMap((rows, index) =>
      drawEdgeRows(rows ?? [], index, bottoms[index] ?? 0, stairs, sheet, marks),
    ),
  ];
  return { kind: 'named', marks, pad, rise: highest, draw };
}

function toRows(companies: FigureCompany[], marks: MarkStyle, sheet: Sheet, width: number): Row[] | null {
  const style = sheet.style(7, 600, sheet.palette.mark);
  const rows = companies.map((company): Row => {
    const name = breakText(company.name, width, style);
    return { company, name, height: Math.max(marks.height, name.height) + markGap };
  });
  const isReadable = rows.every(
    ({ company, name }) =>
      name.lines.length <= mostNameLines && measureLongestWord(company.name, style) <= width,
  );
  return isReadable ? rows : null;
}

/** Rows are read from the top; the last one stands on the tread. */
function drawStepRows(
  rows: Row[],
  index: number,
  stairs: Stairs,
  sheet: Sheet,
  marks: MarkStyle,
  pad: number,
) {
  const x = (sheet.columns[index]?.x ?? 0) + pad;
  const bottom = (stairs.treads[index] ?? 0) - lift;
  return placeRows(rows, bottom).map(({ company, name, centre }) =>
    toCompanyGroup(company, [
      ...drawMark(company, x + marks.width / 2, centre, marks, sheet),
      ...setParagraph(name, x + marks.width + gap, centre - name.height / 2),
    ]),
  );
}

/** The first row stands at the riser's middle, or just above the companies of the lower step. */
function drawEdgeRows(
  rows: Row[],
  index: number,
  bottomAbove: number,
  stairs: Stairs,
  sheet: Sheet,
  marks: MarkStyle,
) {
  const x = sheet.columns[index + 1]?.x ?? 0;
  const last = rows.at(-1)?.height ?? 0;
  const above = Math.max(bottomAbove, (stairs.rise - last) / 2);
  return placeRows(rows, (stairs.treads[index] ?? 0) - above).map(({ company, name, centre }) =>
    toCompanyGroup(company, [
      ...drawMark(company, x, centre, marks, sheet),
      ...setParagraph(name, x - marks.width / 2 - gap, centre - name.height / 2, 'end'),
    ]),
  );
}

function placeRows(rows: Row[], bottom: number): (Row & { centre: number })[] {
  const heights = rows.map((row) => row.height);
  return rows.map((row, index) => {
    const below = heights.slice(index + 1).reduce((sum, height) => sum + height, 0);
    return { ...row, centre: bottom - below - (row.height - markGap) / 2 };
  });
}

function heightOf(rows: Row[] | null): number {
  if (!rows?.length) return 0;
  return lift + rows.reduce((sum, row) => sum + row.height, 0);
}

function widthOf(rows: Row[] | null): number {
  return Math.max(0, ...(rows ?? []).map(({ name }) => name.width));
}

// --- packed ----------------------------------------------------------------------------------------------------------

const tallestEdge = 8;

/** Returns the companies as marks alone, in rows on their step and in a block astride their edge. */
export function packCrowd(seats: Seats, marks: MarkStyle, sheet: Sheet, rise: number): Crowd {
  const column = sheet.columns[0]?.width ?? 0;
  const pitch = marks.width + markGap;
  const mostAcross = Math.max(1, Math.floor((2 * widestPad * column - 2 * markGap) / pitch));
  const across = seats.onEdge.map(({ length }) => Math.min(mostAcross, Math.ceil(length / tallestEdge)));
  const pad = padBesideEdges(seats, Math.max(1, ...across) * pitch - markGap);
  const draw = (stairs: Stairs) => [
    ...seats.onStep.flatMap((companies, index) => {
      const right = seats.onEdge[index]?.length ? pad : gap;
      const fitting = Math.max(1, Math.floor((column - pad - right + markGap) / pitch));
      const left = (sheet.columns[index]?.x ?? 0) + pad;
      return drawBlock(companies, fitting, left, (stairs.treads[index] ?? 0) - lift, marks, sheet);
    }),
    ...seats.onEdge.flatMap((companies, index) => {
      const wide = across[index] ?? 1;
      const rows = Math.ceil(companies.length / Math.max(1, wide));
      const above = Math.max(lift, (stairs.rise - rows * (marks.height + markGap) + markGap) / 2);
      const left = (sheet.columns[index + 1]?.x ?? 0) - (wide * pitch - markGap) / 2;
      return drawBlock(companies, wide, left, (stairs.treads[index] ?? 0) - above, marks, sheet);
    }),
  ];
  return { kind: 'packed', marks, pad, rise, draw };
}

/** Fills rows from the left and the top; a row that is not full is the topmost, so that the block stands firm. */
function drawBlock(
  companies: FigureCompany[],
  across: number,
  left: number,
  bottom: number,
  marks: MarkStyle,
  sheet: Sheet,
): SceneGroup[] {
  const rows = Math.ceil(companies.length / across);
  const missing = rows * across - companies.length;
  return companies.map((company, index) => {
    const place = index + missing;
    const isTop = place < across;
    const slot = isTop && rows > 1 ? index : place % across;
    const row = Math.floor(place / across);
    const cx = left + (rows === 1 ? index : slot) * (marks.width + markGap) + marks.width / 2;
    const cy = bottom - (rows - 1 - row) * (marks.height + markGap) - marks.height / 2;
    return toCompanyGroup(company, drawMark(company, cx, cy, marks, sheet));
  });
}

// --- both ------------------------------------------------------------------------------------------------------------

function padBesideEdges(seats: Seats, width: number): number {
  return seats.onEdge.some((companies) => companies.length > 0) ? width / 2 + 0.9 : 1.8;
}

/** Wraps what belongs to a company into a group that can be pointed at, `company:<id>`. */
export function toCompanyGroup(company: FigureCompany, children: SceneNode[]): SceneGroup {
  const place = company.placement === null ? 'no placement' : describePlacement(company.placement);
  return {
    kind: 'group',
    key: `company:${company.id}`,
    title: `${nameCompany(company)}: ${place}`,
    children,
  };
}

/** Returns a company's sign and name, `A Telecommunications`, without saying the same thing twice. */
export function nameCompany({ label, name }: FigureCompany): string {
  return label.trim() === name.trim() ? name.trim() : `${label} ${name}`.trim();
}
