import { listLeaves, type SceneNode } from './scene.ts';
import { type Box, boxOfText } from './text-metrics.ts';

/** Where drawn things are: their boxes, strokes left out, in millimetres. */

/** Returns the box of a node; that of a curve spans its control points. */
export function boxOfNode(node: Exclude<SceneNode, { kind: 'group' }>): Box {
  switch (node.kind) {
    case 'rect':
      return { x: node.x, y: node.y, width: node.width, height: node.height };
    case 'circle':
      return { x: node.cx - node.r, y: node.cy - node.r, width: 2 * node.r, height: 2 * node.r };
    case 'line':
      return boxOfPoints([node.x1, node.x2], [node.y1, node.y2]);
    case 'text':
      return boxOfText(node);
    case 'path': {
      const numbers = node.steps.map((step) => step.slice(1) as number[]); // the letter is cut off, numbers remain
      return boxOfPoints(
        numbers.flatMap((values) => values.filter((_, index) => index % 2 === 0)),
        numbers.flatMap((values) => values.filter((_, index) => index % 2 === 1)),
      );
    }
  }
}

/** Returns the smallest box around all nodes. */
export function boxOfNodes(nodes: SceneNode[]): Box {
  const boxes = listLeaves(nodes).map(boxOfNode);
  return boxOfPoints(
    boxes.flatMap(({ x, width }) => [x, x + width]),
    boxes.flatMap(({ y, height }) => [y, y + height]),
  );
}

/** Returns how far down from 0 the page is free of the nodes between `x1` and `x2`. */
export function highestIn(nodes: SceneNode[], x1: number, x2: number): number {
  const boxes = listLeaves(nodes).flatMap((node) => (node.kind === 'path' ? [] : [boxOfNode(node)]));
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...boxes.filter(({ x, width }) => x < x2 && x + width > x1).map(({ y }) => y),
  );
}

function boxOfPoints(xs: number[], ys: number[]): Box {
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
