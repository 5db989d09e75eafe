import { listSchemeItems, type Scheme, type SchemeItem } from '../../db/model/scheme.ts';

/** Items of the scheme that stand together: the activities of a pipeline, or the preconditions of a stage. */
export type AskedGroup = { id: string; title: string; items: Pick<SchemeItem, 'id' | 'name'>[] };

/** Returns the items of a scheme by pipeline, then by stage. */
export function listAskedGroups(scheme: Scheme): AskedGroup[] {
  const groups = Map.groupBy(listSchemeItems(scheme), ({ groupId }) => groupId);
  return [...groups].map(([id, items]) => {
    const [first] = items;
    const stage = id.replace('stage-', 'Stage ');
    return { id, title: `${first?.kind === 'precondition' ? stage : id} ${first?.groupName ?? ''}`, items };
  });
}

/** Returns the groups with the items that a search finds: by id, by words of the name, or by the group's title. */
export function findAskedGroups(groups: readonly AskedGroup[], search: string): AskedGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...groups];
  return groups
    .map((group) => ({
      ...group,
      items: group.items.filter(({ id, name }) => {
        const text = `${id} ${name} ${group.title}`.toLowerCase();
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ items }) => items.length > 0);
}

/** How much of a group was asked. */
export function countAsked({ items }: AskedGroup, asked: ReadonlySet<string>): 'all' | 'some' | 'none' {
  const count = items.filter(({ id }) => asked.has(id)).length;
  if (count === 0) return 'none';
  return count === items.length ? 'all' : 'some';
}

/** Returns what was asked with these items added or taken out. */
export function setItems(asked: ReadonlySet<string>, ids: readonly string[], isAsked: boolean): Set<string> {
  const next = new Set(asked);
  for (const id of ids) {
    if (isAsked) next.add(id);
    else next.delete(id);
  }
  return next;
}

/** Returns what a row says of the items asked: `12 of 62 items`; empty when nothing was noted. */
export function describeAsked(asked: readonly string[], groups: readonly AskedGroup[]): string {
  if (asked.length === 0) return '';
  const all = groups.reduce((sum, { items }) => sum + items.length, 0);
  return asked.length === all ? `all ${all} items` : `${asked.length} of ${all} items`;
}
