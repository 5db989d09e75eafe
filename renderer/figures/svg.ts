import {
  defaultStrokeWidth,
  listLeaves,
  mmPerPoint,
  type Paint,
  type Scene,
  type SceneGroup,
  type SceneNode,
  type ScenePath,
  type SceneText,
} from './scene.ts';

/** The fonts of a figure: the one it is measured in, its former name, then narrow families that most systems have. */
export const fontFamily =
  "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/**
 * Writes a scene as an SVG document: its size in millimetres, its coordinates in points, text as text, every keyed
 * group with its title and a `data-key`. `fontCss` holds @font-face rules to embed. The same scene gives the same text.
 */
export function toSvg(scene: Scene, options: { fontCss?: string } = {}): string {
  const width = toPoints(scene.width);
  const height = toPoints(scene.height);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(scene.width)}mm" height="${round(scene.height)}mm" ` +
      `viewBox="0 0 ${width} ${height}" role="img" font-family="${fontFamily}">`,
    `<title>${escapeXml(scene.title)}</title>`,
    `<desc>${escapeXml(scene.description)}</desc>`,
    ...(options.fontCss ? [`<style>${escapeXml(options.fontCss)}</style>`] : []),
    ...(scene.background ? [`<rect width="${width}" height="${height}" fill="${scene.background}"/>`] : []),
    ...scene.children.flatMap((node) => writeNode(node)),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

/** Attributes of a drawn thing by their SVG names, coordinates in points; screen and files share them. */
export type SvgShape = {
  tag: 'rect' | 'line' | 'circle' | 'path' | 'text';
  attributes: Record<string, string | number>;
  text?: string;
};

/** Returns how a leaf of a scene is drawn in SVG. */
export function toSvgShape(node: Exclude<SceneNode, SceneGroup>): SvgShape {
  switch (node.kind) {
    case 'rect':
      return {
        tag: 'rect',
        attributes: {
          ...pointsOf({ x: node.x, y: node.y, width: node.width, height: node.height }),
          ...(node.radius ? { rx: toPoints(node.radius) } : {}),
          ...paintOf(node),
        },
      };
    case 'line':
      return {
        tag: 'line',
        attributes: { ...pointsOf({ x1: node.x1, y1: node.y1, x2: node.x2, y2: node.y2 }), ...paintOf(node) },
      };
    case 'circle':
      return {
        tag: 'circle',
        attributes: { ...pointsOf({ cx: node.cx, cy: node.cy, r: node.r }), ...paintOf(node) },
      };
    case 'path':
      return { tag: 'path', attributes: { d: toPathData(node), ...paintOf(node) } };
    case 'text':
      return { tag: 'text', attributes: attributesOfText(node), text: node.text };
  }
}

/** Writes one element of SVG. */
export function writeShape({ tag, attributes, text }: SvgShape): string {
  const list = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`);
  const opening = `<${tag}${list.join('')}`;
  return text === undefined ? `${opening}/>` : `${opening}>${escapeXml(text)}</${tag}>`;
}

/** Returns whether a line of text begins in a script written from right to left. */
export function isRightToLeft(text: string): boolean {
  const first = /[\p{L}]/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first);
}

/** Returns millimetres as points, to the hundredth. */
export function toPoints(millimetres: number): number {
  return round(millimetres / mmPerPoint);
}

/** Escapes text for XML and replaces what XML cannot hold. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd');
}

function writeNode(node: SceneNode): string[] {
  return node.kind === 'group' ? writeGroup(node) : [writeShape(toSvgShape(node))];
}

function writeGroup(group: SceneGroup): string[] {
  if (listLeaves(group.children).length === 0) return [];
  return [
    `<g${group.key ? ` data-key="${escapeXml(group.key)}"` : ''}>`,
    ...(group.title ? [`<title>${escapeXml(group.title)}</title>`] : []),
    ...(group.description ? [`<desc>${escapeXml(group.description)}</desc>`] : []),
    ...group.children.flatMap((child) => writeNode(child)),
    '</g>',
  ];
}

/** In SVG the start of a line of Arabic is its right end; the scene counts from the left. */
function attributesOfText(node: SceneText): Record<string, string | number> {
  const turned = { start: 'end', middle: 'middle', end: 'start' } as const;
  const isTurned = isRightToLeft(node.text);
  const anchor = isTurned ? turned[node.anchor] : node.anchor;
  return {
    ...pointsOf({ x: node.x, y: node.y }),
    'font-size': round(node.sizePt),
    ...(node.weight === 400 ? {} : { 'font-weight': node.weight }),
    fill: node.fill,
    ...(anchor === 'start' ? {} : { 'text-anchor': anchor }),
    ...(isTurned ? { direction: 'rtl' } : {}),
  };
}

function paintOf(paint: Paint): Record<string, string | number> {
  return {
    fill: paint.fill ?? 'none',
    ...(paint.stroke
      ? { stroke: paint.stroke, 'stroke-width': toPoints(paint.strokeWidth ?? defaultStrokeWidth) }
      : {}),
  };
}

function toPathData(path: ScenePath): string {
  return path.steps
    .map(([letter, ...numbers]) => letter + numbers.map((value) => toPoints(value)).join(' '))
    .join('');
}

function pointsOf(lengths: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(lengths).map(([name, value]) => [name, toPoints(value)]));
}

function round(value: number): number {
  return Math.round(value * 100) / 100 || 0;
}
