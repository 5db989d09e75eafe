/** Selected rows: all of them, the one last chosen, and the one from which a range extends. */
export type RowSelection = { paths: ReadonlySet<string>; lead: string | null; anchor: string | null };

export const noSelection: RowSelection = { paths: new Set(), lead: null, anchor: null };

/** Selects one row; with `isRange` all from the anchor to it, with `isToggle` it is added or taken away. */
export function selectRow(
  selection: RowSelection,
  order: readonly string[],
  path: string,
  { isRange = false, isToggle = false }: { isRange?: boolean; isToggle?: boolean } = {},
): RowSelection {
  if (isRange && selection.anchor !== null && order.includes(selection.anchor)) {
    const [from, to] = [order.indexOf(selection.anchor), order.indexOf(path)].toSorted(
      (left, right) => left - right,
    );
    return { paths: new Set(order.slice(from, (to ?? 0) + 1)), lead: path, anchor: selection.anchor };
  }
  if (!isToggle) return { paths: new Set([path]), lead: path, anchor: path };
  const paths = new Set(selection.paths);
  if (!paths.delete(path)) paths.add(path);
  return { paths, lead: path, anchor: path };
}

/** Selects every row; the one last chosen stays the one whose details are shown. */
export function selectAll(selection: RowSelection, order: readonly string[]): RowSelection {
  const lead = selection.lead ?? order[0] ?? null;
  return { paths: new Set(order), lead, anchor: lead };
}

/** Returns the row `step` rows below (or above) the one last chosen, or undefined at the end. */
export function findNextRow(
  selection: RowSelection,
  order: readonly string[],
  step: number,
): string | undefined {
  const index = selection.lead === null ? -1 : order.indexOf(selection.lead);
  return order[index + step];
}

/** Returns the selection without rows that are gone; the first row is selected when none is left. */
export function dropGoneRows(selection: RowSelection, order: readonly string[]): RowSelection {
  const paths = new Set(order.filter((path) => selection.paths.has(path)));
  const [first] = order;
  if (paths.size === 0) return first === undefined ? noSelection : selectRow(noSelection, order, first);
  if (paths.size === selection.paths.size && selection.lead !== null && order.includes(selection.lead))
    return selection;
  const lead =
    selection.lead !== null && paths.has(selection.lead) ? selection.lead : ([...paths][0] ?? null);
  return { paths, lead, anchor: lead };
}
