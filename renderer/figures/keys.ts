import type { Part } from './aspects.ts';
import { nameCompany, toCompanyGroup } from './crowd.ts';
import type { MarkStyle } from './marks.ts';
import { breakText, type Paragraph, setLine, setParagraph } from './paragraph.ts';
import type { FigureCompany, FigureStage } from './placement-data.ts';
import { mmPerPoint, type SceneGroup, type SceneNode } from './scene.ts';
import { margin, type Sheet } from './sheet.ts';
import { ascent, descent, measureText } from './text-metrics.ts';

/** Lists beneath the figure, in columns: what does not fit beside a mark or on a step is told here in full. */

const columnGap = 3;
const rowGap = 0.8;

type Entry = { height: number; draw: (x: number, y: number) => SceneNode };

/** Lists every company by its sign and its whole name. */
export function drawCompanyKey(companies: FigureCompany[], marks: MarkStyle, sheet: Sheet): Part {
  const style = sheet.style(6.5, 400, sheet.palette.ink);
  const signStyle = sheet.style(6.5, 700, sheet.palette.mark);
  const signWidths = companies.map((company) => measureText(marks.signOf(company), signStyle.sizePt, 700));
  const indent = Math.max(...signWidths) + 1.2;
  const widths = companies.map(({ name }) => indent + Math.min(measureText(name, style.sizePt), 55));
  const columns = countColumns(Math.max(...widths, 18), sheet, companies.length);
  const width = columnWidth(columns, sheet);
  const entries = companies.map((company): Entry => {
    const sign = breakText(marks.signOf(company), indent, signStyle);
    const name = breakText(company.name, width - indent, style);
    const draw = (x: number, y: number) =>
      toCompanyGroup(company, [...setParagraph(sign, x, y), ...setParagraph(name, x + indent, y)]);
    return { height: Math.max(sign.height, name.height), draw };
  });
  return drawEntries(entries, columns, sheet);
}

/** Lists the stages whose names have no room on their steps: number, name, what becomes automatic. */
export function drawStageKey(stages: FigureStage[], sheet: Sheet): Part {
  const numberStyle = sheet.style(7, 700, sheet.palette.number);
  const indent =
    Math.max(...stages.map(({ number }) => measureText(String(number), numberStyle.sizePt, 700))) + 1.2;
  const widths = stages.map(({ name, becomes }) =>
    Math.max(measureText(name, 6.5, 600), measureText(becomes, 6.5)),
  );
  const columns = countColumns(indent + Math.min(52, Math.max(...widths)), sheet, stages.length);
  const width = columnWidth(columns, sheet) - indent;
  const entries = stages.map((stage): Entry => {
    const name = breakText(stage.name, width, sheet.style(6.5, 600, sheet.palette.ink));
    const becomes = breakText(stage.becomes, width, sheet.style(6, 400, sheet.palette.softInk));
    const number = (x: number, y: number) =>
      setLine(String(stage.number), x, y + ascent * 6.5 * mmPerPoint, numberStyle);
    const draw = (x: number, y: number): SceneGroup => ({
      kind: 'group',
      key: `stage:${stage.number}`,
      title: `Stage ${stage.number}, ${stage.name}`,
      children: [
        number(x, y),
        ...setParagraph(name, x + indent, y),
        ...setParagraph(becomes, x + indent, y + name.height),
      ],
    });
    return { height: name.height + becomes.height, draw };
  });
  return drawEntries(entries, columns, sheet);
}

/** Lists companies that stand nowhere on the staircase, one after the other, so that none is lost. */
export function drawUnplaced(
  companies: FigureCompany[],
  marks: MarkStyle,
  sheet: Sheet,
  hasKey: boolean,
): Part {
  const heading = setLine('Not placed:', 0, 0, sheet.style(6.5, 600, sheet.palette.ink));
  const style = sheet.style(6.5, 400, sheet.palette.ink);
  const line = (ascent + descent) * style.sizePt * mmPerPoint * 1.12;
  const right = sheet.width - margin;
  const start = margin + heading.width + 1.5;
  const nodes: SceneNode[] = [{ ...heading, x: margin, y: ascent * style.sizePt * mmPerPoint }];
  let [x, y] = [start, 0];
  for (const company of companies) {
    const words = describeUnplaced(company, marks, hasKey);
    const whole = measureText(words, style.sizePt);
    if (x > start && x + whole > right) [x, y] = [start, y + line];
    const paragraph: Paragraph = breakText(words, right - x, style);
    nodes.push(toCompanyGroup(company, setParagraph(paragraph, x, y)));
    y += Math.max(0, paragraph.lines.length - 1) * line;
    x = paragraph.lines.length > 1 ? right : x + whole + 2.4;
  }
  return { nodes, height: y + line };
}

function describeUnplaced(company: FigureCompany, marks: MarkStyle, hasKey: boolean): string {
  const name = hasKey ? marks.signOf(company) : nameCompany(company);
  return company.placement === null ? name : `${name} (placed at ${company.placement}, outside the stages)`;
}

function drawEntries(entries: Entry[], columns: number, sheet: Sheet): Part {
  const width = columnWidth(columns, sheet);
  const rows = Math.ceil(entries.length / columns);
  const nodes: SceneNode[] = [];
  let height = 0;
  for (let column = 0; column < columns; column++) {
    let y = 0;
    for (const entry of entries.slice(column * rows, (column + 1) * rows)) {
      nodes.push(entry.draw(margin + column * (width + columnGap), y));
      y += entry.height + rowGap;
    }
    height = Math.max(height, y - rowGap);
  }
  return { nodes, height };
}

function countColumns(widest: number, sheet: Sheet, entries: number): number {
  const fitting = Math.floor((sheet.width - 2 * margin + columnGap) / (widest + columnGap));
  return Math.max(1, Math.min(fitting, entries));
}

function columnWidth(columns: number, sheet: Sheet): number {
  return (sheet.width - 2 * margin - (columns - 1) * columnGap) / columns;
}
