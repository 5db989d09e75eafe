import type { Code } from '../../electron/ipc/contract/codes.ts';

/** Highlights that tell what the researcher does, painted above those of the codes. */
export const markNames = ['hovered', 'selected', 'flash', 'passage'] as const;
export type MarkName = (typeof markNames)[number];

/** Returns the highlight a code is painted with: its pipeline, its stage, or that of all open codes. */
export function highlightOf(code: Pick<Code, 'kind' | 'groupIndex'>): string {
  if (code.kind === 'open') return 'casebench-open';
  const index = code.groupIndex ?? 0;
  return code.kind === 'activity'
    ? `casebench-pipeline-${index % 8}`
    : `casebench-stage-${Math.min(index, 8)}`;
}

/** Paints ranges with one registered highlight; what it painted before goes. */
function paint(name: string, ranges: readonly AbstractRange[], priority: number): void {
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

export function paintMark(mark: MarkName, ranges: readonly AbstractRange[]): void {
  paint(`casebench-${mark}`, ranges, 100 + markNames.indexOf(mark));
}

/** Paints the codings' ranges, grouped by the name of their highlight. */
export function paintCodings(groups: ReadonlyMap<string, readonly AbstractRange[]>): void {
  for (const name of CSS.highlights.keys()) {
    if (/^casebench-(pipeline|stage|open)/.test(name) && !groups.has(name)) CSS.highlights.delete(name);
  }
  let priority = 0;
  for (const [name, ranges] of groups) paint(name, ranges, priority++);
}

export function clearHighlights(): void {
  for (const name of [...CSS.highlights.keys()])
    if (name.startsWith('casebench-')) CSS.highlights.delete(name);
}
