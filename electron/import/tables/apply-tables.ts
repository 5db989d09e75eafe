import type { ReadHandle } from '../../../db/sql.ts';
import type { Study } from '../../../db/study.ts';
import { type PeopleTable, peopleTables } from '../../ipc/contract/tables.ts';
import { ImportFileError } from '../import-file-error.ts';
import { applyCodings } from './apply-codings.ts';
import { applyPlacements, applyRatings } from './apply-judgements.ts';
import { Mistakes } from './apply-mistakes.ts';
import { startRows } from './apply-rows.ts';
import type { Cells } from './cells.ts';
import { readTable, readTableCells, type Table, TableError } from './csv-table.ts';
import { idsPrefix, neededField } from './fields.ts';
import { mapTable, proposeMapping, suitsTable } from './mapping.ts';

/** The tables of judgements, and the columns each must have. Columns of people are recognised by many names. */
const requiredColumns = {
  codings: ['transcript', 'code'],
  ratings: ['company', 'precondition', 'rating'],
  placements: ['company', 'placement'],
} as const;
type JudgementTable = keyof typeof requiredColumns;
export type TableName = PeopleTable | JudgementTable;

/** The tables a study can be filled from, in the order in which later ones name what earlier ones add. */
export const tableNames = [
  ...peopleTables,
  'codings',
  'ratings',
  'placements',
] as const satisfies TableName[];

/**
 * Fills a study from tables (paths of CSV or Excel files), as one undoable step: all of them or, when anything is
 * wrong in any of them, nothing. Throws a TableError with one sentence for each mistake.
 */
export async function applyTables(study: Study, paths: Partial<Record<TableName, string>>): Promise<void> {
  const cells = new Map<PeopleTable, Cells>();
  const tables = new Map<TableName, Table>();
  for (const name of tableNames) {
    const path = paths[name];
    if (path === undefined) continue;
    if (isPeopleTable(name)) cells.set(name, await readTableCells(path, suitsTable(study.read, name)));
    else tables.set(name, await readTable(path, requiredColumns[name]));
  }
  const label = `Apply ${[...cells.keys(), ...tables.keys()].join(', ')}`;
  study.transact({ label }, (write) => {
    const mistakes = new Mistakes();
    const take = (table: Table | undefined, apply: (table: Table) => void) => {
      if (table) apply(table);
      // Later tables name what earlier ones add: their mistakes would only follow from those above.
      mistakes.assertNone();
    };
    for (const [name, read] of cells) {
      take(mapByHeads(write, name, read), (table) => {
        const apply = startRows(write, name);
        for (const row of table.rows) mistakes.collect(table, row, () => apply(row));
      });
    }
    let excerpts = new Map<string, number>();
    take(tables.get('codings'), (table) => {
      excerpts = applyCodings(write, table, mistakes);
    });
    take(tables.get('ratings'), (table) => applyRatings(write, table, excerpts, mistakes));
    take(tables.get('placements'), (table) => applyPlacements(write, table, mistakes));
  });
}

function isPeopleTable(name: TableName): name is PeopleTable {
  return peopleTables.some((table) => table === name);
}

/** Maps a table by its heads, since nobody is there to be asked. Throws a TableError when what is needed has no column. */
function mapByHeads(read: ReadHandle, name: PeopleTable, cells: Cells): Table {
  const table = mapOrExplain(read, name, cells);
  const needed = neededField(name);
  const others = { companies: ['name'], participants: ['practitioner'], sessions: ['transcript'] }[name];
  const isThere = table.columns.some(
    (field) => field === needed || others.includes(field) || field.startsWith(idsPrefix),
  );
  if (isThere) return table;
  throw new TableError([
    `${cells.fileName}, row 1: the column “${needed}” is missing; the first row must name the columns.`,
  ]);
}

function mapOrExplain(read: ReadHandle, name: PeopleTable, cells: Cells): Table {
  try {
    return mapTable(read, name, cells, proposeMapping(read, name, cells));
  } catch (error) {
    throw error instanceof ImportFileError ? new TableError([error.message]) : error;
  }
}
