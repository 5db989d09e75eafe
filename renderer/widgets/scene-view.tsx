import { createElement, type KeyboardEvent, type ReactNode, useId } from 'react';
import type { Scene, SceneGroup, SceneNode } from '../figures/scene.ts';
import { fontFamily, toPoints, toSvgShape } from '../figures/svg.ts';
import styles from './scene-view.module.css';

export type SceneViewProps = {
  scene: Scene;
  /** Called with the key of a group, such as `company:<id>`, when it is clicked or Enter or Space is pressed on it. */
  onActivate?: (key: string) => void;
  /** Says what a keyed group is and what activating it does; the group's own title unless told. */
  describe?: (key: string) => string | undefined;
  className?: string;
};

/** Attributes that React spells in its own way. */
const reactNames: Record<string, string> = {
  'stroke-width': 'strokeWidth',
  'font-size': 'fontSize',
  'font-weight': 'fontWeight',
  'text-anchor': 'textAnchor',
};

/**
 * Shows a scene as it will be printed, always on a white sheet, whatever the theme of the window. Keyed groups are
 * reached with Tab and activated with Enter, Space or a click.
 */
export function SceneView({ scene, onActivate, describe, className }: SceneViewProps) {
  const id = useId();
  const viewBox = `0 0 ${toPoints(scene.width)} ${toPoints(scene.height)}`;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={viewBox}
      className={className ? `${styles.sheet} ${className}` : styles.sheet}
      fontFamily={fontFamily}
      role={onActivate ? 'group' : 'img'}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
    >
      <title id={`${id}-title`}>{scene.title}</title>
      <desc id={`${id}-description`}>{scene.description}</desc>
      {scene.children.map((node, index) => drawNode(node, String(index), { onActivate, describe }))}
    </svg>
  );
}

type Handlers = {
  onActivate: SceneViewProps['onActivate'] | undefined;
  describe: SceneViewProps['describe'] | undefined;
};

function drawNode(node: SceneNode, path: string, handlers: Handlers): ReactNode {
  if (node.kind === 'group') return drawGroup(node, path, handlers);
  const { tag, attributes, text } = toSvgShape(node);
  const props = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [reactNames[name] ?? name, value]),
  );
  return createElement(tag, { key: path, ...props }, text);
}

function drawGroup(group: SceneGroup, path: string, handlers: Handlers): ReactNode {
  const children = group.children.map((child, index) => drawNode(child, `${path}.${index}`, handlers));
  const { key } = group;
  if (!key || !handlers.onActivate) {
    return (
      <g key={path}>
        {group.title ? <title>{group.title}</title> : null}
        {children}
      </g>
    );
  }
  const activate = () => handlers.onActivate?.(key);
  const label = handlers.describe?.(key) ?? group.title ?? key;
  // SVG has no element for a button; a group in that role is what WAI-ARIA Graphics provides for.
  const props = {
    key: path,
    'data-key': key,
    tabIndex: 0,
    role: 'button',
    'aria-label': label,
    onClick: activate,
    onKeyDown: (event: KeyboardEvent) => activateByKey(event, activate),
  };
  return createElement('g', props, <title>{label}</title>, ...children);
}

function activateByKey(event: KeyboardEvent, activate: () => void): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  activate();
}
