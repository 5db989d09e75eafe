/** What is chosen in a list: the rows by id, the one the keys are at, and the one that a range begins at. */
export type Chosen = { ids: ReadonlySet<number>; active: number | null; anchor: number | null };

export const nothingChosen: Chosen = { ids: new Set(), active: null, anchor: null };

/** Chooses one row and nothing else. */
export const chooseOne = (id: number): Chosen => ({ ids: new Set([id]), active: id, anchor: id });

/** Takes a row in, or out when it was chosen (Ctrl and a click, Space). */
export function toggleOne({ ids }: Chosen, id: number): Chosen {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, active: id, anchor: id };
}

/** Chooses from the row where the range begins to this one (Shift), in the order in which they are listed. */
export function chooseUpTo({ anchor }: Chosen, order: readonly number[], id: number): Chosen {
  const from = order.indexOf(anchor ?? id);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return chooseOne(id);
  return {
    ids: new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1)),
    active: id,
    anchor: anchor ?? id,
  };
}

export const chooseAll = (order: readonly number[], { active, anchor }: Chosen): Chosen => ({
  ids: new Set(order),
  active: active ?? order[0] ?? null,
  anchor: anchor ?? order[0] ?? null,
});

/** Returns the chosen rows that are still listed, in the order of the list. */
export const listChosen = ({ ids }: Chosen, order: readonly number[]): number[] =>
  order.filter((id) => ids.has(id));
