/**
 * A scene is a finished figure as plain data: shapes and lines of text at their places on a page, nothing that
 * still needs laying out. Screen, SVG, PDF and PNG are written from the same scene and so show the same picture.
 * Lengths are millimetres from the upper left corner, text sizes are points, angles do not occur.
 */

/** Millimetres in one typographic point. */
export const mmPerPoint = 25.4 / 72;

/** Width of a stroke that names none, in millimetres. */
export const defaultStrokeWidth = 0.25;

/** The weights of Source Sans 3 that the program ships. */
export type FontWeight = 400 | 600 | 700;

/**
 * What a shape is to the text near it: text may stand on `ground`, keeps clear of every `line`, and stands
 * either wholly inside a `mark` (its label) or clear of it.
 */
export type ShapeRole = 'ground' | 'line' | 'mark';

/** How a shape is painted; a missing fill or stroke is none. Stroke width is in millimetres. */
export type Paint = {
  role: ShapeRole;
  fill?: string;
  stroke?: string;
  strokeWidth?: number;
};

export type SceneRect = Paint & {
  kind: 'rect';
  x: number;
  y: number;
  width: number;
  height: number;
  radius?: number;
};

export type SceneLine = Paint & { kind: 'line'; x1: number; y1: number; x2: number; y2: number };

export type SceneCircle = Paint & { kind: 'circle'; cx: number; cy: number; r: number };

/** A step of a path: move, line, cubic curve with two control points, or close. Coordinates are absolute. */
export type PathStep =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

export type ScenePath = Paint & { kind: 'path'; steps: readonly PathStep[] };

/**
 * One line of text. `x` is the start, middle or end of the line as `anchor` says, counted from the left on the
 * page whatever the direction of the script; `y` is the baseline; `width` is its measured width in millimetres.
 */
export type SceneText = {
  kind: 'text';
  x: number;
  y: number;
  text: string;
  sizePt: number;
  weight: FontWeight;
  fill: string;
  anchor: 'start' | 'middle' | 'end';
  width: number;
};

/**
 * Shapes that belong together. A `key` such as `company:<id>` or `stage:1` makes the group something a reader can
 * point at; `title` is its short name and `description` its sentence for those who do not see it.
 */
export type SceneGroup = {
  kind: 'group';
  key?: string;
  title?: string;
  description?: string;
  children: readonly SceneNode[];
};

export type SceneNode = SceneRect | SceneLine | SceneCircle | ScenePath | SceneText | SceneGroup;

/** A page of `width` by `height` millimetres; `title` and `description` tell the whole figure in words. */
export type Scene = {
  width: number;
  height: number;
  title: string;
  description: string;
  background: string | null;
  children: readonly SceneNode[];
};

/** Returns every node that is not a group, in the order in which they are painted. */
export function listLeaves(nodes: readonly SceneNode[]): Exclude<SceneNode, SceneGroup>[] {
  return nodes.flatMap((node) => (node.kind === 'group' ? listLeaves(node.children) : [node]));
}

/** Returns every line of text of a scene in the order in which it is painted. */
export function listTexts(scene: Scene): SceneText[] {
  return listLeaves(scene.children).filter((node) => node.kind === 'text');
}

/** Returns the node moved by `dx` to the right and `dy` downwards, in millimetres. */
export function moveNode(node: SceneNode, dx: number, dy: number): SceneNode {
  switch (node.kind) {
    case 'rect':
    case 'text':
      return { ...node, x: node.x + dx, y: node.y + dy };
    case 'circle':
      return { ...node, cx: node.cx + dx, cy: node.cy + dy };
    case 'line':
      return { ...node, x1: node.x1 + dx, y1: node.y1 + dy, x2: node.x2 + dx, y2: node.y2 + dy };
    case 'path':
      return { ...node, steps: node.steps.map((step) => moveStep(step, dx, dy)) };
    case 'group':
      return { ...node, children: node.children.map((child) => moveNode(child, dx, dy)) };
  }
}

function moveStep(step: PathStep, dx: number, dy: number): PathStep {
  switch (step[0]) {
    case 'M':
    case 'L':
      return [step[0], step[1] + dx, step[2] + dy];
    case 'C':
      return ['C', step[1] + dx, step[2] + dy, step[3] + dx, step[4] + dy, step[5] + dx, step[6] + dy];
    case 'Z':
      return step;
  }
}
