import type { Study } from '../../db/study.ts';
import { applyCodings } from './apply-codings.ts';
import { applyPlacements, applyRatings } from './apply-judgements.ts';
import { Mistakes } from './apply-mistakes.ts';
import { applyParticipants, applySessions } from './apply-people.ts';
import { readTable, type Table } from './csv-table.ts';

/** The tables a study can be filled from, and the columns each must have. */
export const tableColumns = {
  participants: ['participant'],
  sessions: ['session', 'company', 'technique'],
  codings: ['transcript', 'code'],
  ratings: ['company', 'precondition', 'rating'],
  placements: ['company', 'placement'],
} as const;
export type TableName = keyof typeof tableColumns;
export const tableNames = [
  'participants',
  'sessions',
  'codings',
  'ratings',
  'placements',
] as const satisfies TableName[];

/**
 * Fills a study from tables (paths of CSV files), as one undoable step: all of them or, when anything is wrong
 * in any of them, nothing. Throws a TableError with one sentence for each mistake.
 */
export function applyTables(study: Study, paths: Partial<Record<TableName, string>>): void {
  const tables = new Map<TableName, Table>();
  for (const name of tableNames) {
    const path = paths[name];
    if (path !== undefined) tables.set(name, readTable(path, tableColumns[name]));
  }
  study.transact({ label: `Apply ${[...tables.keys()].join(', ')}` }, (write) => {
    const mistakes = new Mistakes();
    const take = (name: TableName, apply: (table: Table) => void) => {
      const table = tables.get(name);
      if (table) apply(table);
      // Later tables name what earlier ones add: their mistakes would only follow from those above.
      mistakes.assertNone();
    };
    take('participants', (table) => applyParticipants(write, table, mistakes));
    take('sessions', (table) => applySessions(write, table, mistakes));
    let excerpts = new Map<string, number>();
    take('codings', (table) => {
      excerpts = applyCodings(write, table, mistakes);
    });
    take('ratings', (table) => applyRatings(write, table, excerpts, mistakes));
    take('placements', (table) => applyPlacements(write, table, mistakes));
  });
}
