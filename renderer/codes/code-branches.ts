import { nameOfGroup, titleOfCode } from '../../db/model/code-name.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { filterCodes } from './code-search.ts';

export { titleOfCode };

/** A row of the code tree: a heading, a pipeline or stage, or a code. */
export type Branch =
  | {
      kind: 'root' | 'heading' | 'group';
      name: string;
      colour: string | null;
      /** What its count is called by the service, see `code.counts`. */
      countKey: string;
      /** The codes that stand under it by themselves; sub-codes of scheme items are not among them. */
      members: readonly Code[];
      children: string[];
    }
  | { kind: 'code'; name: string; code: Code; children: string[] };

export const rootId = 'root';
export const openCodesId = 'heading:open';
export const toCodeRowId = (codeId: number) => `code:${codeId}`;

/**
 * Returns the rows of the code tree by id: Pipelines with their activities, Stages with their preconditions, Open
 * codes; open codes stand beneath what they are put under, also beneath a scheme item. A filter keeps matching codes
 * with all that leads to them; headings without any code are left out, except Open codes, where new ones are made.
 */
export function buildBranches(codes: readonly Code[], filter: string): Map<string, Branch> {
  const kept = filter.trim() === '' ? codes : keepWithParents(codes, filterCodes(codes, filter));
  const rows = new Map<string, Branch>();
  for (const code of kept)
    rows.set(toCodeRowId(code.id), { kind: 'code', name: code.name, code, children: [] });
  const headings = [
    addHeading(rows, 'pipelines', 'Pipelines', kept, 'activity'),
    addHeading(rows, 'stages', 'Stages', kept, 'precondition'),
    addOpenCodes(rows, kept),
  ].filter((id) => id !== undefined);
  rows.set(rootId, heading('root', 'Codes', '', [], headings));
  return rows;
}

function keepWithParents(codes: readonly Code[], found: readonly Code[]): Code[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const kept = new Set<number>();
  for (const match of found) {
    for (
      let code: Code | undefined = match;
      code && !kept.has(code.id);
      code = byId.get(code.parentId ?? 0)
    ) {
      kept.add(code.id);
    }
  }
  return codes.filter(({ id }) => kept.has(id));
}

function addHeading(
  rows: Map<string, Branch>,
  key: string,
  name: string,
  codes: readonly Code[],
  kind: Code['kind'],
): string | undefined {
  const items = codes.filter((code) => code.kind === kind);
  if (items.length === 0) return undefined;
  const children = [...collectGroups(items)].map(([index, members]) => {
    const id = `${key}:${index}`;
    rows.set(id, {
      kind: 'group',
      name: nameOfGroup(kind, index, members[0]?.group ?? ''),
      colour: colourOfGroup(kind, index),
      countKey: `${kind}:${index}`,
      members,
      children: members.map((code) => toCodeRowId(code.id)),
    });
    return id;
  });
  const id = `heading:${key}`;
  rows.set(id, heading('heading', name, kind, items, children));
  return id;
}

const heading = (
  kind: 'root' | 'heading',
  name: string,
  countKey: string,
  members: readonly Code[],
  children: string[],
): Branch => ({ kind, name, colour: null, countKey, members, children });

function collectGroups(items: readonly Code[]): Map<number, Code[]> {
  const groups = new Map<number, Code[]>();
  for (const code of items) {
    const index = code.groupIndex ?? 0;
    groups.set(index, [...(groups.get(index) ?? []), code]);
  }
  return groups;
}

function addOpenCodes(rows: Map<string, Branch>, codes: readonly Code[]): string {
  const open = codes.filter(({ kind }) => kind === 'open');
  const roots: string[] = [];
  for (const code of open) {
    const parent = code.parentId === null ? undefined : rows.get(toCodeRowId(code.parentId));
    (parent?.children ?? roots).push(toCodeRowId(code.id));
  }
  const members = open.filter(({ trail }) => trail[0] === 'Open codes');
  rows.set(openCodesId, heading('heading', 'Open codes', 'open', members, roots));
  return openCodesId;
}

/** Returns the colour of a pipeline (hue) or stage (position) as a CSS value. */
export function colourOfGroup(kind: Code['kind'], index: number): string {
  return kind === 'activity' ? `var(--pipeline-${index % 8})` : `var(--stage-${Math.min(index, 8)})`;
}

/** Returns the colour of a code as a CSS value: that of its pipeline or stage, or an open code's own. */
export function colourOfCode(code: Pick<Code, 'kind' | 'groupIndex' | 'colour'>): string {
  return code.kind === 'open' ? code.colour : colourOfGroup(code.kind, code.groupIndex ?? 0);
}

/** Returns the way to a code in words: `Data pipeline › D1 Collect and aggregate data › sensors`. */
export function pathOfCode(code: Pick<Code, 'trail' | 'itemRef' | 'name'>): string {
  return [...code.trail, titleOfCode(code)].join(' › ');
}

/** Returns the rows that must be open for a code to be seen, from the outermost. */
export function listRowsAbove(codes: readonly Code[], codeId: number): string[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const rows: string[] = [];
  let code = byId.get(codeId);
  while (code && code.parentId !== null && rows.length <= codes.length) {
    rows.unshift(toCodeRowId(code.parentId));
    code = byId.get(code.parentId);
  }
  if (!code || code.kind === 'open') return [openCodesId, ...rows];
  const key = code.kind === 'activity' ? 'pipelines' : 'stages';
  return [`heading:${key}`, `${key}:${code.groupIndex ?? 0}`, ...rows];
}

/** Returns for open codes beneath a scheme item the colour of that item, which a line beside them carries on. */
export function listGuides(codes: readonly Code[]): Map<number, string> {
  const guides = new Map<number, string>();
  const byId = new Map(codes.map((code) => [code.id, code]));
  for (const code of codes) {
    if (code.kind !== 'open' || code.trail[0] === 'Open codes') continue;
    let item = byId.get(code.parentId ?? 0);
    while (item && item.kind === 'open') item = byId.get(item.parentId ?? 0);
    if (item) guides.set(code.id, colourOfCode(item));
  }
  return guides;
}
