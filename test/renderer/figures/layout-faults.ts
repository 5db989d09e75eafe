import { boxOfNode } from '../../../renderer/figures/extent.ts';
import {
  listLeaves,
  listTexts,
  type Scene,
  type SceneNode,
  type SceneText,
} from '../../../renderer/figures/scene.ts';
import { type Box, boxOfText } from '../../../renderer/figures/text-metrics.ts';

type Leaf = Exclude<SceneNode, { kind: 'group' }>;
type Shape = Exclude<Leaf, SceneText>;

/** Rounding of sums in a layout, in millimetres. */
const slack = 0.01;

/** Finds whatever a reader of the page would call a fault: cut text, text on text, text under a mark or a line. */
export function listLayoutFaults(scene: Scene, minimumFontPt: number): string[] {
  const leaves = listLeaves(scene.children);
  return [
    ...listTexts(scene)
      .filter(({ sizePt }) => sizePt < minimumFontPt)
      .map(({ text }) => `too small: ${text}`),
    ...leaves
      .filter((leaf) => !isInside(boxOfNode(leaf), pageOf(scene)))
      .map((leaf) => `off the page: ${nameOf(leaf)}`),
    ...listTextOverlaps(listTexts(scene)),
    ...listCoveredTexts(leaves),
    ...listMarkOverlaps(leaves),
  ];
}

function listTextOverlaps(texts: SceneText[]): string[] {
  return texts.flatMap((text, index) =>
    texts
      .slice(index + 1)
      .filter((other) => overlaps(boxOfText(text), boxOfText(other)))
      .map((other) => `text on text: ${text.text} / ${other.text}`),
  );
}

/** A text is clear of every line and mark, except for what its own mark hides beneath itself. */
function listCoveredTexts(leaves: Leaf[]): string[] {
  return leaves.flatMap((leaf, index) => {
    if (leaf.kind !== 'text') return [];
    const box = boxOfText(leaf);
    const own = leaves
      .slice(0, index)
      .findLastIndex((other) => isMark(other) && isInside(box, boxOfNode(other)));
    return leaves
      .filter(
        (other, place): other is Shape => other.kind !== 'text' && other.role !== 'ground' && place > own,
      )
      .filter((other) => listSolidBoxes(other).some((solid) => overlaps(solid, box)))
      .map((other) => `${other.kind} through text: ${leaf.text}`);
  });
}

function listMarkOverlaps(leaves: Leaf[]): string[] {
  const marks = leaves.filter((leaf) => leaf.kind === 'rect' && leaf.role === 'mark');
  return marks.flatMap((mark, index) =>
    marks
      .slice(index + 1)
      .filter((other) => overlaps(boxOfNode(mark), boxOfNode(other)))
      .map(() => `mark on mark at ${boxOfNode(mark).x}`),
  );
}

/** A path drawn as a line covers its segments, not the whole box around them. */
function listSolidBoxes(shape: Shape): Box[] {
  if (shape.kind !== 'path' || shape.role !== 'line') return [boxOfNode(shape)];
  return shape.steps.flatMap((step, index) => {
    const before = shape.steps[index - 1];
    if (step[0] !== 'L' || !before || (before[0] !== 'L' && before[0] !== 'M')) return [];
    return [
      boxOfNode({ kind: 'line', role: 'line', x1: before[1], y1: before[2], x2: step[1], y2: step[2] }),
    ];
  });
}

function isMark(leaf: Leaf): boolean {
  return leaf.kind !== 'text' && leaf.role === 'mark';
}

function pageOf(scene: Scene): Box {
  return { x: 0, y: 0, width: scene.width, height: scene.height };
}

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}

function overlaps(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width - slack &&
    b.x < a.x + a.width - slack &&
    a.y < b.y + b.height - slack &&
    b.y < a.y + a.height - slack
  );
}

function nameOf(leaf: Leaf): string {
  return leaf.kind === 'text' ? leaf.text : leaf.kind;
}
