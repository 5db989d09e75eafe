import { listSchemeItems, type Scheme } from '../../../db/model/scheme.ts';

/**
 * Returns the ids of the scheme items that a cell names: `D1; D3-D5, 1.1`, a pipeline by its id or name (`D`), a stage
 * (`stage 2`), or `all`. Throws with a sentence when the scheme has no such item.
 */
export function parseAsked(scheme: Scheme, written: string): string[] {
  const ids = listSchemeItems(scheme).map(({ id }) => id);
  const groups = listGroups(scheme);
  const asked = written
    .split(/[;,\n]/)
    .flatMap((part) => findGroup(groups, part) ?? part.trim().split(/\s+/))
    .filter((word) => word !== '')
    .flatMap((word) => findGroup(groups, word) ?? findRange(ids, word) ?? [getItem(scheme, ids, word)]);
  return [...new Set(asked)];
}

type ItemGroup = { names: string[]; ids: string[] };

function listGroups(scheme: Scheme): ItemGroup[] {
  const all = listSchemeItems(scheme).map(({ id }) => id);
  return [
    { names: ['all', 'everything', 'alle', 'alles'], ids: all },
    ...scheme.pipelines.map(({ id, name, activities }) => ({
      names: [id, name, `pipeline ${id}`],
      ids: activities.map((activity) => activity.id),
    })),
    ...scheme.stages.map(({ number, name, preconditions }) => ({
      names: [`stage ${number}`, `stage-${number}`, name],
      ids: preconditions.map((precondition) => precondition.id),
    })),
  ];
}

function findGroup(groups: readonly ItemGroup[], written: string): string[] | undefined {
  const wanted = written.trim().toLowerCase();
  return groups.find(({ names }) => names.some((name) => name.toLowerCase() === wanted))?.ids;
}

/** From one item to another in the order of the scheme. */
function findRange(ids: readonly string[], word: string): string[] | undefined {
  const [first, last, more] = word.split(/[-–]/).map((end) => findId(ids, end));
  if (first === undefined || last === undefined || more !== undefined) return undefined;
  const from = ids.indexOf(first);
  const to = ids.indexOf(last);
  return from <= to ? ids.slice(from, to + 1) : undefined;
}

function getItem(scheme: Scheme, ids: readonly string[], word: string): string {
  const id = findId(ids, word);
  if (id !== undefined) return id;
  const example = ids.slice(0, 3).join(', ');
  throw new Error(`the scheme “${scheme.id}” has no item “${word}”; write ids such as ${example}`);
}

const findId = (ids: readonly string[], word: string) =>
  ids.find((id) => id.toLowerCase() === word.trim().toLowerCase());
