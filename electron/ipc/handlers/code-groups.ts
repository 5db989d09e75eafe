import { nameOfGroup, titleOfCode } from '../../../db/model/code-name.ts';
import { listAllAncestors } from '../../../db/model/code-tree.ts';
import { listSchemeItems } from '../../../db/model/scheme.ts';
import type { ReadHandle } from '../../../db/sql.ts';
import type { CodeRow } from '../../../db/tables/codes.ts';
import { getScheme } from '../../../db/tables/schemes.ts';

/** The pipeline or stage of a scheme item: its name, and its place among the pipelines or its number as a stage. */
export type ItemGroup = { group: string; groupIndex: number };

/** Returns pipeline or stage of every scheme item by its id. */
export function listItemGroups(read: ReadHandle): Map<string, ItemGroup> {
  const scheme = getScheme(read);
  const indexes = new Map<string, number>([
    ...scheme.pipelines.map(({ id }, index): [string, number] => [id, index]),
    ...scheme.stages.map(({ number }): [string, number] => [`stage-${number}`, number]),
  ]);
  return new Map(
    listSchemeItems(scheme).map(({ id, groupId, groupName }): [string, ItemGroup] => [
      id,
      { group: groupName, groupIndex: indexes.get(groupId) ?? 0 },
    ]),
  );
}

/** Returns for every code what it stands beneath, in words from the outermost: pipeline or stage, or Open codes, then codes. */
export function listTrails(
  codes: readonly CodeRow[],
  groups: ReadonlyMap<string, ItemGroup>,
): Map<number, string[]> {
  const above = listAllAncestors(codes);
  return new Map(
    codes.map((code): [number, string[]] => {
      const way = above.get(code.id) ?? [];
      const first = way[0] ?? code;
      const group = groups.get(first.itemRef ?? '');
      const root = group ? nameOfGroup(first.kind, group.groupIndex, group.group) : 'Open codes';
      return [code.id, [root, ...way.map(titleOfCode)]];
    }),
  );
}
