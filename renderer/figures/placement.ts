import { drawAspects, drawHairline, hasRoomForWords, type Part } from './aspects.ts';
import { drawComputed } from './computed.ts';
import { type Crowd, findNamedCrowd, packCrowd } from './crowd.ts';
import { describeFigure } from './description.ts';
import { boxOfNodes, highestIn } from './extent.ts';
import { drawCompanyKey, drawStageKey, drawUnplaced } from './keys.ts';
import { listLegendEntries, setLegendBlock, setLegendLines } from './legend.ts';
import { chooseMarks } from './marks.ts';
import { palettes } from './palette.ts';
import { breakText, setParagraph } from './paragraph.ts';
import { type FigureOptions, figureDefaults, type PlacementFigureData } from './placement-data.ts';
import { moveNode, type Scene, type SceneNode } from './scene.ts';
import { isComputedElsewhere, type Seats, seatCompanies } from './seats.ts';
import { layOutSheet, margin, type Sheet } from './sheet.ts';
import { drawStairLine, drawSteps, fitStepWords, raiseStairs, type StepWords } from './steps.ts';

export type { FigureOptions, PlacementFigureData } from './placement-data.ts';

const partGap = 2.2;

/**
 * Draws the placement figure: a staircase of stages with the companies on it, the aspects and the computed stages in
 * rows beneath, then keys and legend as far as they are needed. The width is `widthMm`, the height what the content
 * takes. The same data and options give the same scene. Throws a RangeError when there are no stages.
 */
export function drawPlacement(data: PlacementFigureData, options: Partial<FigureOptions> = {}): Scene {
  if (data.stages.length === 0) throw new RangeError('A placement figure needs at least one stage.');
  const settings = { ...figureDefaults, ...options };
  const sheet = layOutSheet(data, settings, palettes[settings.palette]);
  const seats = seatCompanies(data.stages, data.companies);
  const crowd = chooseCrowd(data, seats, sheet);
  const words = fitStepWords(data.stages, sheet, crowd.pad);
  const content = stackParts(listParts(data, settings, seats, crowd, words, sheet), partGap);
  return {
    width: settings.widthMm,
    height: Math.ceil((content.height + 2 * margin) * 10) / 10,
    title: data.title?.trim() || 'Placement of the companies on the stages',
    description: describeFigure(data),
    background: settings.background === 'white' ? '#ffffff' : null,
    children: content.nodes.map((node) => moveNode(node, 0, margin)),
  };
}

function listParts(
  data: PlacementFigureData,
  settings: FigureOptions,
  seats: Seats,
  crowd: Crowd,
  words: StepWords[],
  sheet: Sheet,
): (Part | null)[] {
  const differing = data.companies.filter((company) => isComputedElsewhere(company));
  const hasWords = hasRoomForWords(data.aspects, sheet, crowd.pad);
  const entries = listLegendEntries({
    hasEdges: seats.onEdge.some(({ length }) => length > 0),
    hasComputed: differing.length > 0,
    ruleName: data.ruleName,
    bareAspects: hasWords ? [] : data.aspects,
  });
  const staircase = drawStaircase(data, crowd, words, sheet);
  const inAir = settings.legend ? placeInAir(staircase, entries, sheet) : null;
  const rows = [
    inAir ?? staircase,
    data.aspects.length > 0 ? drawAspects(data.aspects, sheet, crowd.pad, hasWords) : null,
    differing.length > 0 ? drawComputed(differing, data.stages, crowd.marks, sheet) : null,
  ];
  const hasKey = crowd.kind === 'packed' && data.companies.length > 0;
  return [
    data.title?.trim() ? drawTitle(data.title, sheet) : null,
    stackParts(rows, 0),
    words.some(({ name }) => name === null) ? drawStageKey(data.stages, sheet) : null,
    hasKey ? drawCompanyKey(data.companies, crowd.marks, sheet) : null,
    seats.unplaced.length > 0 ? drawUnplaced(seats.unplaced, crowd.marks, sheet, hasKey) : null,
    inAir || !settings.legend ? null : moveRight(setLegendLines(entries, sheet.width - 2 * margin, sheet)),
  ];
}

function chooseCrowd(data: PlacementFigureData, seats: Seats, sheet: Sheet): Crowd {
  const column = sheet.columns[0]?.width ?? 0;
  const rise = Math.min(11, Math.max(7, 62 / Math.max(1, data.stages.length - 1)));
  const marks = chooseMarks(data.companies, sheet, Math.min(11, column * 0.4));
  const isSigned = data.companies.every((company) => marks.signOf(company) === company.label.trim());
  return (
    (isSigned ? findNamedCrowd(seats, marks, sheet, rise) : null) ?? packCrowd(seats, marks, sheet, rise)
  );
}

/** The staircase with its companies, its highest point at 0. */
function drawStaircase(data: PlacementFigureData, crowd: Crowd, words: StepWords[], sheet: Sheet): Part {
  const stairs = raiseStairs(words, crowd.rise);
  const nodes = [
    ...drawSteps(data.stages, words, stairs, sheet, crowd.pad),
    drawStairLine(stairs, sheet),
    ...crowd.draw(stairs),
  ];
  const top = boxOfNodes(nodes).y - 0.3;
  const foot = stairs.base - top;
  const moved = nodes.map((node) => moveNode(node, 0, -top));
  return { nodes: [...moved, drawHairline(sheet, foot)], height: foot };
}

/** Sets the legend into the air at the upper left of the staircase, or returns null where there is no room for it. */
function placeInAir(
  staircase: Part,
  entries: Parameters<typeof setLegendBlock>[0],
  sheet: Sheet,
): Part | null {
  for (const share of [0.5, 0.42, 0.34, 0.27]) {
    const width = sheet.width * share;
    const legend = setLegendBlock(entries, width, sheet);
    const free = highestIn(staircase.nodes, 0, margin + width + partGap);
    if (legend.height + partGap > free) continue;
    return { ...staircase, nodes: [...staircase.nodes, ...moveRight(legend).nodes] };
  }
  return null;
}

function drawTitle(title: string, sheet: Sheet): Part {
  const paragraph = breakText(title, sheet.width - 2 * margin, sheet.style(9, 600, sheet.palette.ink));
  return { nodes: setParagraph(paragraph, margin, 0), height: paragraph.height };
}

function moveRight(part: Part): Part {
  return { ...part, nodes: part.nodes.map((node) => moveNode(node, margin, 0)) };
}

/** Sets parts one beneath the other with `white` millimetres between two. */
function stackParts(parts: (Part | null)[], white: number): Part {
  const nodes: SceneNode[] = [];
  let y = 0;
  for (const part of parts.filter((candidate) => candidate !== null)) {
    if (nodes.length > 0) y += white;
    nodes.push(...part.nodes.map((node) => moveNode(node, 0, y)));
    y += part.height;
  }
  return { nodes, height: y };
}
