import type { Session } from '../../electron/ipc/contract/people.ts';
import type { DraftFile } from './import-draft.ts';
import type { MissingField } from './missing-fields.ts';
import { toSessionText } from './session-field.ts';

/** Which files the table shows: all, those with something to settle, those with something to look at. */
export const fileFilters = ['all', 'settle', 'look'] as const;
export type FileFilter = (typeof fileFilters)[number];

export const sortColumns = [
  'name',
  'company',
  'technique',
  'date',
  'session',
  'words',
  'turns',
  'speakers',
] as const;
export type SortColumn = (typeof sortColumns)[number];

/**
 * The order that was asked for. The ranks are those of that moment, so that a row stays in its place while somebody
 * types into it.
 */
export type Sort = { column: SortColumn; isDescending: boolean; ranks: ReadonlyMap<string, number> };

/** What else is known of the files when they are sorted or filtered. */
export type FileFacts = {
  missingOf: ReadonlyMap<string, readonly MissingField[]>;
  noticesOf: ReadonlyMap<string, number>;
};

/** Sorts by a column, the other way round when it is sorted by that column already. */
export function sortBy(
  files: readonly DraftFile[],
  column: SortColumn,
  former: Sort | null,
  context: FileFacts & { sessions: readonly Session[] },
): Sort {
  const isDescending = former?.column === column && !former.isDescending;
  const keyed = files.map((file) => ({ path: file.path, key: toSortKey(file, column, context) }));
  const sorted = keyed.toSorted((left, right) => compareKeys(left.key, right.key, isDescending));
  return { column, isDescending, ranks: new Map(sorted.map(({ path }, index) => [path, index])) };
}

type SortKey = string | number;

function toSortKey(
  file: DraftFile,
  column: SortColumn,
  { sessions, missingOf, noticesOf }: FileFacts & { sessions: readonly Session[] },
): SortKey {
  switch (column) {
    case 'words':
    case 'turns':
      return file.preview[column];
    case 'speakers':
      // What there is to do, most of it last: the second click brings it to the top.
      return 1000 * (missingOf.get(file.path)?.length ?? 0) + (noticesOf.get(file.path) ?? 0);
    case 'session':
      return toSessionText(file, sessions);
    default:
      return file[column] ?? '';
  }
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Empty cells stand last in either direction. */
function compareKeys(left: SortKey, right: SortKey, isDescending: boolean): number {
  if (left === '' || right === '') return Number(left === '') - Number(right === '');
  const order =
    typeof left === 'number' && typeof right === 'number'
      ? left - right
      : collator.compare(String(left), String(right));
  return isDescending ? -order : order;
}

/**
 * Returns the files that the table shows, in its order; files that came after the sorting stand at the end. Selected
 * rows are shown whatever the filter, so that none disappears under the hands of who settles it.
 */
export function listVisible(
  files: readonly DraftFile[],
  { filter, sort, selected }: { filter: FileFilter; sort: Sort | null; selected: ReadonlySet<string> },
  facts: FileFacts,
): readonly DraftFile[] {
  const shown =
    filter === 'all' ? files : files.filter((file) => selected.has(file.path) || fits(file, filter, facts));
  if (!sort) return shown;
  const rankOf = ({ path }: DraftFile) => sort.ranks.get(path) ?? Number.MAX_SAFE_INTEGER;
  return shown.toSorted((left, right) => rankOf(left) - rankOf(right));
}

/** Returns whether a file is one of those that the filter is for. */
function fits({ path }: DraftFile, filter: FileFilter, { missingOf, noticesOf }: FileFacts): boolean {
  if (filter === 'settle') return missingOf.has(path);
  return filter === 'all' || (noticesOf.get(path) ?? 0) > 0;
}

/** Returns how many files each filter is for. */
export function countByFilter(files: readonly DraftFile[], facts: FileFacts): Record<FileFilter, number> {
  const count = (filter: FileFilter) => files.filter((file) => fits(file, filter, facts)).length;
  return { all: files.length, settle: count('settle'), look: count('look') };
}
