import { drawHairline, drawHeading, type Part } from './aspects.ts';
import { toCompanyGroup } from './crowd.ts';
import type { MarkStyle } from './marks.ts';
import { setLine } from './paragraph.ts';
import type { FigureCompany, FigureStage } from './placement-data.ts';
import { mmPerPoint, type SceneNode } from './scene.ts';
import { findPosition } from './seats.ts';
import type { Sheet } from './sheet.ts';
import { ascent, descent, measureText } from './text-metrics.ts';

/**
 * The row that tells what the rule computes for companies whose interval says something else than their placement:
 * a bracket over the stages of the interval with the companies' signs.
 */
type Bracket = { from: number; to: number; companies: FigureCompany[] };

const inset = 1.4;
const tick = 0.8;
const signGap = 1.3;

/** Draws brackets in as few lanes as their stages and signs allow; companies with the same interval share one. */
export function drawComputed(
  companies: FigureCompany[],
  stages: FigureStage[],
  marks: MarkStyle,
  sheet: Sheet,
): Part {
  const heading = drawHeading('Computed stage', sheet, 0);
  const nodes: SceneNode[] = [...heading.nodes];
  let y = heading.above + 0.9;
  for (const lane of toLanes(listBrackets(companies, stages))) {
    const drawn = lane.map((bracket) => drawBracket(bracket, marks, sheet, y));
    nodes.push(...drawn.flatMap((part) => part.nodes));
    y += Math.max(...drawn.map((part) => part.height)) + 0.6;
  }
  const height = Math.max(heading.height, y + 0.3);
  return { nodes: [...nodes, drawHairline(sheet, height)], height };
}

/** Draws the bracket by itself, for the legend. */
export function drawWhisker(x1: number, x2: number, y: number, sheet: Sheet): SceneNode[] {
  const line = { kind: 'line', role: 'line', stroke: sheet.palette.mark, strokeWidth: 0.3 } as const;
  return [
    { ...line, x1, x2, y1: y, y2: y },
    { ...line, x1, x2: x1, y1: y - tick, y2: y + tick },
    { ...line, x1: x2, x2, y1: y - tick, y2: y + tick },
  ];
}

function listBrackets(companies: FigureCompany[], stages: FigureStage[]): Bracket[] {
  const brackets = new Map<string, Bracket>();
  for (const company of companies) {
    const from = Math.floor(findPosition(stages, company.computed?.low ?? null));
    const to = Math.ceil(findPosition(stages, company.computed?.high ?? null));
    if (Number.isNaN(from) || Number.isNaN(to)) continue;
    const bracket = brackets.get(`${from}-${to}`) ?? { from, to, companies: [] };
    brackets.set(`${from}-${to}`, { ...bracket, companies: [...bracket.companies, company] });
  }
  return [...brackets.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

function toLanes(brackets: Bracket[]): Bracket[][] {
  const lanes: Bracket[][] = [];
  for (const bracket of brackets) {
    const lane = lanes.find((others) =>
      others.every((other) => other.to < bracket.from || other.from > bracket.to),
    );
    if (lane) lane.push(bracket);
    else lanes.push([bracket]);
  }
  return lanes;
}

/** A line of signs interrupts its bracket; several lines stand beneath it. */
function drawBracket(bracket: Bracket, marks: MarkStyle, sheet: Sheet, y: number): Part {
  const left = sheet.columns[bracket.from];
  const right = sheet.columns[bracket.to];
  if (!left || !right) return { nodes: [], height: 0 };
  const x1 = left.x + inset;
  const x2 = right.x + right.width - inset;
  const style = sheet.style(6.5, 700, sheet.palette.mark);
  const em = style.sizePt * mmPerPoint;
  const signs = bracket.companies.map((company) => {
    const sign = marks.signOf(company);
    return { company, sign, width: measureText(sign, style.sizePt, style.weight) };
  });
  const rows = toSignRows(signs, x2 - x1);
  const isInline = rows.length === 1 && (rows[0]?.width ?? 0) + 5 <= x2 - x1;
  const middle = y + (isInline ? 0.5 * em : tick);
  const top = isInline ? y : y + 2 * tick + 0.2;
  const lineHeight = (ascent + descent) * em;
  const texts = rows.flatMap((row, index) => {
    let x = (x1 + x2) / 2 - row.width / 2;
    return row.signs.map(({ company, sign, width }) => {
      const text = setLine(sign, x, top + ascent * em + index * lineHeight, style);
      x += width + signGap;
      return toCompanyGroup(company, [text]);
    });
  });
  const height = top - y + rows.length * lineHeight;
  if (!isInline) return { nodes: [...drawWhisker(x1, x2, middle, sheet), ...texts], height };
  const half = (rows[0]?.width ?? 0) / 2 + 0.8;
  const centre = (x1 + x2) / 2;
  return {
    nodes: [...drawBrokenWhisker(x1, centre - half, centre + half, x2, middle, sheet), ...texts],
    height,
  };
}

function drawBrokenWhisker(
  x1: number,
  x2: number,
  x3: number,
  x4: number,
  y: number,
  sheet: Sheet,
): SceneNode[] {
  const line = { kind: 'line', role: 'line', stroke: sheet.palette.mark, strokeWidth: 0.3 } as const;
  return [
    ...[x1, x4].map((x): SceneNode => ({ ...line, x1: x, x2: x, y1: y - tick, y2: y + tick })),
    { ...line, x1, x2, y1: y, y2: y },
    { ...line, x1: x3, x2: x4, y1: y, y2: y },
  ];
}

type Sign = { company: FigureCompany; sign: string; width: number };

function toSignRows(signs: Sign[], width: number): { signs: Sign[]; width: number }[] {
  const rows: { signs: Sign[]; width: number }[] = [];
  for (const sign of signs) {
    const row = rows.at(-1);
    if (row && row.width + signGap + sign.width <= width) {
      row.signs.push(sign);
      row.width += signGap + sign.width;
    } else rows.push({ signs: [sign], width: sign.width });
  }
  return rows;
}
