import { findNextPosition } from '../widgets/list-keys.ts';

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

/** Returns the row to which a key leads from the one last chosen, or undefined for keys that lead to none. */
export function findNextRow(
  selection: RowSelection,
  order: readonly string[],
  key: string,
): string | undefined {
  const from = selection.lead === null ? -1 : order.indexOf(selection.lead);
  const position = findNextPosition(key, { from, count: order.length, page: rowsOfPage });
  return position === undefined ? undefined : order[Math.max(0, Math.min(order.length - 1, position))];
}

/** How far Page Up and Page Down go. */
const rowsOfPage = 12;

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
