import { integer, query, type ReadHandle, text } from './sql.ts';

/** Tables that are the history themselves, and the study's own bookkeeping. */
const untracked = new Set(['steps', 'changes']);

/**
 * Tables whose rows belong wholly to a row of another table. When they come with their owner, in the step that inserts
 * it, the owner's record stands for them: an import would otherwise write one for each of a hundred thousand turns.
 */
export const ownedTables = [
  { name: 'originals', owner: 'transcripts', column: 'transcript_id' },
  { name: 'turns', owner: 'transcripts', column: 'transcript_id' },
] as const;

export type TableColumn = { name: string; isKey: boolean; isBlob: boolean };

const tableNames = query(
  { name: text },
  // Virtual tables and their shadows hold nothing that could not be derived anew.
  `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
   ORDER BY name`,
);
const tableInfo = query(
  { name: text, type: text, key: integer },
  'SELECT name, type, pk AS key FROM pragma_table_info(?) ORDER BY cid',
);
const knownColumns = new WeakMap<object, Map<string, TableColumn[]>>();

/** Returns the columns of a table in their order; asked once for each handle. */
export function listColumns(read: ReadHandle, table: string): TableColumn[] {
  const known = knownColumns.get(read) ?? new Map<string, TableColumn[]>();
  knownColumns.set(read, known);
  const columns =
    known.get(table) ??
    read
      .all(tableInfo, table)
      .map(({ name, type, key }) => ({ name, isKey: key > 0, isBlob: type === 'BLOB' }));
  known.set(table, columns);
  return columns;
}

/** Returns the SQL that writes a row as JSON; blobs as hexadecimal digits. `alias` is `OLD.`, `NEW.` or ``. */
export function rowJson(columns: TableColumn[], alias: string): string {
  const pairs = columns.map(({ name, isBlob }) =>
    isBlob
      ? `'${name}', iif(${alias}${name} IS NULL, NULL, hex(${alias}${name}))`
      : `'${name}', ${alias}${name}`,
  );
  return `json_object(${pairs.join(', ')})`;
}

/** Returns every recorded table with the SQL of its three temporary triggers. */
export function listTrackedTables(read: ReadHandle): { name: string; triggers: string }[] {
  return read
    .all(tableNames)
    .filter(({ name }) => !untracked.has(name))
    .map(({ name }) => ({ name, triggers: writeTriggers(name, listColumns(read, name)) }));
}

function writeTriggers(table: string, columns: TableColumn[]): string {
  const key = (alias: string) =>
    `json_array(${columns
      .filter(({ isKey }) => isKey)
      .map(({ name }) => alias + name)
      .join(', ')})`;
  const oldRow = rowJson(columns, 'OLD.');
  const newRow = rowJson(columns, 'NEW.');
  const record = (event: string, keyOf: string, before: string, after: string, when = '') => `
    CREATE TEMP TRIGGER record_${table}_${event} AFTER ${event} ON main.${table}
    WHEN (SELECT id FROM open_step) IS NOT NULL ${when}
    BEGIN
      INSERT INTO changes (step_id, table_name, row_key, before, after)
      VALUES ((SELECT id FROM open_step), '${table}', ${keyOf}, ${before}, ${after});
    END;`;
  return [
    record('INSERT', key('NEW.'), 'NULL', 'NULL', writeOwnership(table)),
    record('UPDATE', key('OLD.'), oldRow, newRow, `AND ${oldRow} IS NOT ${newRow}`),
    record('DELETE', key('OLD.'), oldRow, 'NULL'),
  ].join('\n');
}

/** New rows have higher ids than all there were when the step began, and so have the owners that came in it. */
function writeOwnership(table: string): string {
  const owned = ownedTables.find(({ name }) => name === table);
  return owned ? `AND NEW.${owned.column} <= (SELECT last_transcript FROM open_step)` : '';
}
