import { tintOfStep } from './palette.ts';
import type { Paragraph, TextStyle } from './paragraph.ts';
import { breakText, measureLongestWord, setLine, setParagraph } from './paragraph.ts';
import type { FigureStage } from './placement-data.ts';
import { mmPerPoint, type PathStep, type SceneGroup, type ScenePath } from './scene.ts';
import { gap, type Sheet } from './sheet.ts';
import { descent } from './text-metrics.ts';

/** The words on a step, broken to its width; without `name` the key of the stages tells it. */
export type StepWords = {
  number: TextStyle;
  name: Paragraph | null;
  becomes: Paragraph | null;
  height: number;
};

/** Where the staircase stands: `treads[i]` is the height of step `i`, `base` its foot; lengths grow downwards. */
export type Stairs = { treads: number[]; base: number; rise: number };

/** Sizes of number, name and what becomes automatic, in points, from the best to the smallest that may be tried. */
const wordSizes = [
  { number: 13, name: 7.5, becomes: 6.5 },
  { number: 12, name: 7, becomes: 6.5 },
  { number: 11, name: 6.5, becomes: 6 },
  { number: 10, name: 6, becomes: 6 },
] as const;
const mostLines = 9;
/** White between the name and what becomes automatic. */
const belowName = 0.6;

/** Breaks the words of all steps at the largest size at which no word is torn; else leaves them to the key. */
export function fitStepWords(stages: FigureStage[], sheet: Sheet, pad: number): StepWords[] {
  const width = (sheet.columns[0]?.width ?? 0) - pad - gap;
  const { palette, style } = sheet;
  for (const sizes of wordSizes) {
    const name = style(sizes.name, 600, palette.ink);
    const becomes = style(sizes.becomes, 400, palette.softInk);
    const fits = stages.every(
      (stage) =>
        measureLongestWord(stage.name, name) <= width && measureLongestWord(stage.becomes, becomes) <= width,
    );
    if (!fits) continue;
    const words = stages.map((stage) =>
      toStepWords(
        style(sizes.number, 600, palette.number),
        breakText(stage.name, width, name),
        breakText(stage.becomes, width, becomes),
      ),
    );
    if (words.every((step) => countLines(step) <= mostLines)) return words;
  }
  return stages.map(() => toStepWords(style(10, 600, palette.number), null, null));
}

/** Raises the steps: the foot lies as low as the words of the lower steps need. Step 0's tread is at 0. */
export function raiseStairs(words: StepWords[], rise: number): Stairs {
  const treads = words.map((_, index) => -index * rise);
  const base = Math.max(...words.map((step, index) => step.height + gap + (treads[index] ?? 0)), 4);
  return { treads, base, rise };
}

/** Draws every step with its words as a group of its own, `stage:<number>`. */
export function drawSteps(
  stages: FigureStage[],
  words: StepWords[],
  stairs: Stairs,
  sheet: Sheet,
  pad: number,
): SceneGroup[] {
  return stages.map((stage, index) => {
    const column = sheet.columns[index] ?? { x: 0, width: 0 };
    const tread = stairs.treads[index] ?? 0;
    const step = words[index];
    return {
      kind: 'group',
      key: `stage:${stage.number}`,
      title: `Stage ${stage.number}, ${stage.name}`,
      ...(stage.becomes ? { description: stage.becomes } : {}),
      children: [
        {
          kind: 'rect',
          role: 'ground',
          x: column.x,
          y: tread,
          width: column.width,
          height: stairs.base - tread,
          fill: tintOfStep(sheet.palette, index, stages.length),
        },
        ...(step ? setStepWords(stage, step, column.x + pad, tread) : []),
      ],
    };
  });
}

/** Draws the line of the staircase over treads and risers. */
export function drawStairLine(stairs: Stairs, sheet: Sheet): ScenePath {
  const steps: PathStep[] = sheet.columns.flatMap((column, index): PathStep[] => {
    const tread = stairs.treads[index] ?? 0;
    return [
      [index === 0 ? 'M' : 'L', column.x, tread],
      ['L', column.x + column.width, tread],
    ];
  });
  return { kind: 'path', role: 'line', steps, stroke: sheet.palette.stair, strokeWidth: 0.35 };
}

function setStepWords(stage: FigureStage, words: StepWords, x: number, tread: number) {
  const numberHeight = heightOfNumber(words.number);
  const number = setLine(String(stage.number), x, tread + numberHeight, words.number);
  const nameTop = tread + numberHeight + gapBelowNumber(words.number);
  const becomesTop = nameTop + (words.name ? words.name.height + belowName : 0);
  return [
    number,
    ...(words.name ? setParagraph(words.name, x, nameTop) : []),
    ...(words.becomes ? setParagraph(words.becomes, x, becomesTop) : []),
  ];
}

function toStepWords(number: TextStyle, name: Paragraph | null, becomes: Paragraph | null): StepWords {
  const height =
    heightOfNumber(number) +
    gapBelowNumber(number) +
    (name ? name.height + belowName : 0) +
    (becomes ? becomes.height : 0);
  return { number, name, becomes, height };
}

/** From the tread to the baseline of the number. */
function heightOfNumber(number: TextStyle): number {
  return 0.96 * number.sizePt * mmPerPoint;
}

function gapBelowNumber(number: TextStyle): number {
  return (descent + 0.01) * number.sizePt * mmPerPoint;
}

function countLines(words: StepWords): number {
  return (words.name?.lines.length ?? 0) + (words.becomes?.lines.length ?? 0);
}
