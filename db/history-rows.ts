import { listColumns, ownedTables, rowJson } from './history-triggers.ts';
import { integer, query, type SqlValue, text, type WriteHandle } from './sql.ts';

/** Thrown when rows no longer hold what the history recorded, for instance after another program wrote them. */
export class HistoryConflictError extends Error {}

/** What a step did to one row, as the record has it; see `history.ts`. */
export type Change = {
  id: number;
  tableName: string;
  rowKey: string;
  before: string | null;
  after: string | null;
  owned: string | null;
};

/** Deletes a row that a step inserted, after copying it into the step's record for a redo. */
export function takeOutInsertedRow(write: WriteHandle, change: Change): void {
  const current = readRow(write, change);
  if (current === null) throw conflict(change);
  if (change.after !== null && change.after !== current) throw conflict(change);
  const owned = takeOutOwnedRows(write, change);
  if (change.after === null) {
    write.run('UPDATE changes SET after = ?, owned = ? WHERE id = ?', current, owned, change.id);
  }
  deleteRow(write, change);
}

/** Takes out the rows that belong to a row before it goes; returns them as JSON, or null when there are none. */
function takeOutOwnedRows(write: WriteHandle, change: Change): string | null {
  const tables = ownedTables.filter(({ owner }) => owner === change.tableName);
  const { values } = keyOf(write, change);
  const parts = tables.flatMap(({ name, column }) => {
    const rows = rowJson(listColumns(write, name), '');
    const list = query(
      { rows: text, count: integer },
      `SELECT json_group_array(${rows}) AS rows, count(*) AS count FROM ${name} WHERE ${column} = ?`,
    );
    const found = write.get(list, ...values);
    if (found.count === 0) return [];
    write.run(`DELETE FROM ${name} WHERE ${column} = ?`, ...values);
    return [`"${name}":${found.rows}`];
  });
  return parts.length === 0 ? null : `{${parts.join(',')}}`;
}

/** Brings back what `takeOutOwnedRows` took out. */
function bringBackOwnedRows(write: WriteHandle, { tableName, owned }: Change): void {
  if (owned === null) return;
  for (const { name } of ownedTables.filter(({ owner }) => owner === tableName)) {
    const { names, cells } = readCells(write, name);
    write.run(
      `INSERT INTO ${name} (${names}) SELECT ${cells} FROM (SELECT value AS row FROM json_each(?, '$.${name}'))`,
      owned,
    );
  }
}

/** The columns of a table, and what reads each of them from a row that `rowJson` wrote. */
function readCells(write: WriteHandle, table: string): { names: string; cells: string } {
  const columns = listColumns(write, table);
  const cells = columns.map(({ name, isBlob }) => {
    const cell = `json_extract(row, '$.${name}')`;
    return isBlob ? `unhex(${cell})` : cell;
  });
  return { names: columns.map(({ name }) => name).join(', '), cells: cells.join(', ') };
}

/** Makes a row that still is as expected (null: not there) what it is to be. Throws a HistoryConflictError otherwise. */
export function replaceRow(
  write: WriteHandle,
  change: Change,
  expected: string | null,
  wanted: string | null,
): void {
  const current = readRow(write, change);
  if (current !== expected) throw conflict(change);
  if (wanted === null) {
    deleteRow(write, change);
    return;
  }
  const { where, values } = keyOf(write, change);
  const { names, cells } = readCells(write, change.tableName);
  const wantedRow = `SELECT ${cells} FROM (SELECT ? AS row)`;
  if (current === null) {
    write.run(`INSERT INTO ${change.tableName} (${names}) ${wantedRow}`, wanted);
    bringBackOwnedRows(write, change);
  } else
    write.run(`UPDATE ${change.tableName} SET (${names}) = (${wantedRow}) WHERE ${where}`, wanted, ...values);
}

function deleteRow(write: WriteHandle, change: Change): void {
  const { where, values } = keyOf(write, change);
  write.run(`DELETE FROM ${change.tableName} WHERE ${where}`, ...values);
}

function readRow(write: WriteHandle, change: Change): string | null {
  const { where, values } = keyOf(write, change);
  const json = rowJson(listColumns(write, change.tableName), '');
  const row = query({ json: text }, `SELECT ${json} AS json FROM ${change.tableName} WHERE ${where}`);
  return write.find(row, ...values)?.json ?? null;
}

function keyOf(write: WriteHandle, change: Change): { where: string; values: SqlValue[] } {
  const keys = listColumns(write, change.tableName).filter(({ isKey }) => isKey);
  const parsed: unknown = JSON.parse(change.rowKey);
  const values = Array.isArray(parsed) ? parsed.filter(isKeyValue) : [];
  if (values.length !== keys.length) throw conflict(change);
  return { where: keys.map(({ name }) => `${name} = ?`).join(' AND '), values };
}

function isKeyValue(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** Says that the record and the rows do not fit together, and where. */
export function conflict(change?: Change): HistoryConflictError {
  const place = change ? `a row of “${change.tableName}”` : 'what belongs to it';
  return new HistoryConflictError(
    `The step cannot be taken back or repeated: ${place} was changed by something else since. Nothing was changed now.`,
  );
}
