import type { Code } from '../../electron/ipc/contract/codes.ts';
import { rankCodes } from './code-search.ts';

/** A row of the code tree: a heading, a pipeline or stage, or a code. */
export type Branch =
  | {
      kind: 'root' | 'heading' | 'group';
      name: string;
      colour: string | null;
      codings: number;
      children: string[];
    }
  | { kind: 'code'; name: string; code: Code; children: string[] };

export const rootId = 'root';
export const openCodesId = 'heading:open';
export const toCodeRowId = (codeId: number) => `code:${codeId}`;

/**
 * Returns the rows of the code tree by id: Pipelines with their activities, Stages with their preconditions, Open
 * codes with their own sub-codes. A filter keeps matching codes with all that leads to them; headings without any
 * code are left out, except Open codes, where new ones are made.
 */
export function buildBranches(codes: readonly Code[], filter: string): Map<string, Branch> {
  const kept = filter.trim() === '' ? codes : keepWithParents(codes, rankCodes(codes, filter));
  const rows = new Map<string, Branch>();
  for (const code of kept)
    rows.set(toCodeRowId(code.id), { kind: 'code', name: code.name, code, children: [] });
  const headings = [
    addHeading(rows, 'pipelines', 'Pipelines', kept, 'activity'),
    addHeading(rows, 'stages', 'Stages', kept, 'precondition'),
    addOpenCodes(rows, kept),
  ].filter((id) => id !== undefined);
  rows.set(rootId, { kind: 'root', name: 'Codes', colour: null, codings: 0, children: headings });
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
      codings: sumCodings(members),
      children: members.map((code) => toCodeRowId(code.id)),
    });
    return id;
  });
  const id = `heading:${key}`;
  rows.set(id, { kind: 'heading', name, colour: null, codings: sumCodings(items), children });
  return id;
}

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
  rows.set(openCodesId, {
    kind: 'heading',
    name: 'Open codes',
    colour: null,
    codings: sumCodings(open),
    children: roots,
  });
  return openCodesId;
}

/** Stage names of some schemes begin with their number already. */
const nameOfGroup = (kind: Code['kind'], index: number, group: string) =>
  kind === 'precondition' && !/\d/.test(group) ? `${index} ${group}` : group;

const sumCodings = (codes: readonly Code[]) => codes.reduce((sum, { codings }) => sum + codings, 0);

/** Returns the colour of a pipeline (hue) or stage (position) as a CSS value. */
export function colourOfGroup(kind: Code['kind'], index: number): string {
  return kind === 'activity' ? `var(--pipeline-${index % 8})` : `var(--stage-${Math.min(index, 8)})`;
}

/** Returns the colour of a code as a CSS value: that of its pipeline or stage, or an open code's own. */
export function colourOfCode(code: Pick<Code, 'kind' | 'groupIndex' | 'colour'>): string {
  return code.kind === 'open' ? code.colour : colourOfGroup(code.kind, code.groupIndex ?? 0);
}

/** Returns the way to a code in words: `Data pipeline › D1 Collect and aggregate data`. */
export function pathOfCode(code: Pick<Code, 'kind' | 'group' | 'groupIndex' | 'itemRef' | 'name'>): string {
  const group =
    code.kind === 'open' ? 'Open codes' : nameOfGroup(code.kind, code.groupIndex ?? 0, code.group ?? '');
  return `${group} › ${titleOfCode(code)}`;
}

/** Returns a code's id and name, or only the name of an open code. */
export function titleOfCode(code: Pick<Code, 'itemRef' | 'name'>): string {
  return code.itemRef === null ? code.name : `${code.itemRef} ${code.name}`;
}
