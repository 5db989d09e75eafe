import type { TextStyle } from './paragraph.ts';
import { setLine } from './paragraph.ts';
import type { FigureCompany } from './placement-data.ts';
import { mmPerPoint, type SceneNode } from './scene.ts';
import type { Sheet } from './sheet.ts';
import { measureText } from './text-metrics.ts';

/** The mark of a company: a filled disc with its sign, drawn out to a pill for a longer sign. */
export type MarkStyle = {
  height: number;
  width: number;
  text: TextStyle;
  signOf: (company: FigureCompany) => string;
};

/** Height of capitals of Source Sans 3 in em; it centres a sign in its mark. */
const capHeight = 0.66;

const sizes = [
  { height: 5, sizePt: 8 },
  { height: 4.2, sizePt: 6.5 },
  { height: 4, sizePt: 6 },
] as const;

const narrowPage = 120;

/**
 * Chooses the size of all marks. Signs are the companies' labels, or 1, 2, 3 … in the order given where a label is
 * too long for a mark of at most `widest` millimetres; then every company is told by the key.
 */
export function chooseMarks(companies: FigureCompany[], sheet: Sheet, widest: number): MarkStyle {
  const order = new Map(companies.map((company, index) => [company.id, String(index + 1)]));
  const byLabel = ({ label, id }: FigureCompany) => label.trim() || (order.get(id) ?? '');
  const byNumber = ({ id }: FigureCompany) => order.get(id) ?? '';
  const preferred = companies.length > 16 || sheet.width < narrowPage ? sizes.slice(1) : sizes;
  const smallest = { height: 4, sizePt: 6 };
  for (const signOf of [byLabel, byNumber]) {
    for (const size of preferred) {
      const marks = toMarkStyle(companies, sheet, size, signOf);
      if (marks.width <= widest) return marks;
    }
  }
  return toMarkStyle(companies, sheet, smallest, byNumber);
}

/** Draws the mark of a company centred at a place. */
export function drawMark(
  company: FigureCompany,
  cx: number,
  cy: number,
  marks: MarkStyle,
  sheet: Sheet,
): SceneNode[] {
  const sign = marks.signOf(company);
  const width = markWidth(sign, marks.height, marks.text);
  return [
    {
      kind: 'rect',
      role: 'mark',
      x: cx - width / 2,
      y: cy - marks.height / 2,
      width,
      height: marks.height,
      radius: marks.height / 2,
      fill: sheet.palette.mark,
      stroke: '#ffffff',
      strokeWidth: 0.2,
    },
    setLine(sign, cx, cy + (capHeight / 2) * marks.text.sizePt * mmPerPoint, marks.text, 'middle'),
  ];
}

function toMarkStyle(
  companies: FigureCompany[],
  sheet: Sheet,
  size: { height: number; sizePt: number },
  signOf: MarkStyle['signOf'],
): MarkStyle {
  const text = sheet.style(size.sizePt, 700, sheet.palette.onMark);
  const height = Math.max(size.height, text.sizePt * mmPerPoint * 1.5);
  const width = Math.max(height, ...companies.map((company) => markWidth(signOf(company), height, text)));
  return { height, width, text, signOf };
}

function markWidth(sign: string, height: number, text: TextStyle): number {
  return Math.max(height, measureText(sign, text.sizePt, text.weight) + height * 0.45);
}
