import type { PaneSide } from '../state/desk.ts';

/** Highlights that tell what the researcher does, painted above those of the codings, the later above the earlier. */
export const markNames = [
  'depth-2',
  'depth-3',
  'hovered',
  'found',
  'selected',
  'found-here',
  'flash',
  'passage',
] as const;
export type MarkName = (typeof markNames)[number];

const ofCodings = /^casebench-(pipeline|stage|open|status|coder)/;

/**
 * The page has one registry of highlights, whatever it shows: so what two transcripts side by side paint with one
 * name is registered together.
 */
const painted = new Map<string, Map<PaneSide, readonly AbstractRange[]>>();

function paint(side: PaneSide, name: string, ranges: readonly AbstractRange[], priority: number): void {
  const panes = painted.get(name) ?? new Map<PaneSide, readonly AbstractRange[]>();
  // One coding more changes one highlight; the others stay as they are.
  if (isSame(panes.get(side) ?? [], ranges)) return;
  panes.set(side, ranges);
  painted.set(name, panes);
  const highlight = new Highlight();
  for (const some of panes.values()) for (const range of some) highlight.add(range);
  highlight.priority = priority;
  if (highlight.size > 0) CSS.highlights.set(name, highlight);
  else CSS.highlights.delete(name);
}

const isSame = (left: readonly AbstractRange[], right: readonly AbstractRange[]) =>
  left.length === right.length && left.every((range, index) => range === right[index]);

export function paintMark(side: PaneSide, mark: MarkName, ranges: readonly AbstractRange[]): void {
  paint(side, `casebench-${mark}`, ranges, 100 + markNames.indexOf(mark));
}

/** Paints the codings' ranges of one pane, grouped by the name of their highlight. */
export function paintCodings(side: PaneSide, groups: ReadonlyMap<string, readonly AbstractRange[]>): void {
  for (const name of [...painted.keys()])
    if (ofCodings.test(name) && !groups.has(name)) paint(side, name, [], 0);
  for (const [name, ranges] of groups) paint(side, name, ranges, priorityOf(name));
}

/** Which colour lies on top may depend on the colours only, not on which coding comes first. */
const priorityOf = (name: string) => Number(/\d+$/.exec(name)?.[0] ?? 0) + (name.includes('stage') ? 10 : 0);

export function clearHighlights(side: PaneSide): void {
  for (const name of [...painted.keys()]) paint(side, name, [], 0);
}
