import { toTabbedCell } from '../../db/model/tabbed-cell.ts';
import { giveWay } from '../import/give-way.ts';
import type { SearchRow, SearchSort } from '../ipc/contract/search.ts';
import type { KeptSearch } from '../search/searches.ts';
import { writeWholeFile } from './atomic-file.ts';
import { forSpreadsheets, writeCsv } from './csv.ts';

/** The hits of a search as a table: one row each, the words in their context. */

const columns = [
  'company',
  'technique',
  'where',
  'part',
  'turn',
  'participant',
  'role',
  'before',
  'hit',
  'after',
] as const;
type HitCells = Record<(typeof columns)[number], string | number>;

/** As many rows as a clipboard and a spreadsheet take without complaint. */
const mostCopied = 20_000;
const rowsAtOnce = 1000;

function toCells(row: SearchRow): HitCells {
  return {
    company: row.company ?? '',
    technique: row.technique ?? '',
    where: row.title,
    part: row.kind === 'transcript' ? 'transcript' : `${row.kind}: ${row.field}`,
    turn: row.turn ?? '',
    participant: row.participant ?? (row.isInterviewer ? 'interviewer' : ''),
    role: row.role ?? '',
    before: row.before,
    hit: row.words,
    after: row.after,
  };
}

/** Returns the first rows with tabs between their cells, and how many of how many they are. */
export async function copySearchRows(
  search: KeptSearch,
  sort: SearchSort,
): Promise<{ text: string; rows: number; total: number }> {
  const rows = await readRows(search, sort, mostCopied);
  const lines = rows.map((cells) => columns.map((column) => toTabbedCell(cells[column])).join('\t'));
  return {
    text: [columns.join('\t'), ...lines].join('\n'),
    rows: rows.length,
    total: search.run.hits.length,
  };
}

/** Writes all rows to a CSV file, which appears whole or not at all; returns how many. Throws when it cannot be written. */
export async function saveSearchRows(
  search: KeptSearch,
  sort: SearchSort,
  path: string,
): Promise<{ rows: number }> {
  const rows = await readRows(search, sort, Number.POSITIVE_INFINITY);
  await writeWholeFile(path, forSpreadsheets(writeCsv(columns, rows)));
  return { rows: rows.length };
}

async function readRows(search: KeptSearch, sort: SearchSort, most: number): Promise<HitCells[]> {
  const cells: HitCells[] = [];
  const count = Math.min(most, search.run.hits.length);
  for (let from = 0; from < count; from += rowsAtOnce) {
    const rows = await search.rows.page(sort, from, Math.min(rowsAtOnce, count - from));
    for (const row of rows) cells.push(toCells(row));
    await giveWay();
  }
  return cells;
}
