import type Database from 'better-sqlite3';
import { listColumns, listTrackedTables, ownedTables, rowJson } from './history-triggers.ts';
import { integer, nullable, query, ReadHandle, type SqlValue, text, WriteHandle } from './sql.ts';

/**
 * Undo and audit in one. A step is one labelled action of a person: `transact` runs it in one transaction and
 * triggers write down what it did to each row. Undo applies the befores backwards, redo the afters forwards;
 * both survive a restart, and the same rows are the audit trail.
 *
 * An inserted row is written down by its key alone: its content stands in its table, and is copied into the
 * history only when an undo takes it out. Importing a thousand transcripts would otherwise store each twice. Rows that
 * come with the row they belong to, such as turns with their transcript, have no record of their own at all.
 */
export type StepMeaning = { label: string; coderId?: number | null };

export type HistoryState = { undo: string | null; redo: string | null };

/** Thrown when rows no longer hold what the history recorded, for instance after another program wrote them. */
export class HistoryConflictError extends Error {}

const stepColumns = { id: integer, label: text };
const lastDone = query(stepColumns, 'SELECT id, label FROM steps WHERE undone = 0 ORDER BY id DESC LIMIT 1');
const firstUndone = query(stepColumns, 'SELECT id, label FROM steps WHERE undone = 1 ORDER BY id LIMIT 1');
const changeColumns = {
  id: integer,
  tableName: text,
  rowKey: text,
  before: nullable(text),
  after: nullable(text),
  owned: nullable(text),
};
const changeSelect =
  'SELECT id, table_name AS tableName, row_key AS rowKey, before, after, owned FROM changes';
const changesBackwards = query(changeColumns, `${changeSelect} WHERE step_id = ? ORDER BY id DESC`);
const totalChanges = query({ rows: integer }, 'SELECT total_changes() AS rows');
const changesForwards = query(changeColumns, `${changeSelect} WHERE step_id = ? ORDER BY id`);

type Change = {
  id: number;
  tableName: string;
  rowKey: string;
  before: string | null;
  after: string | null;
  owned: string | null;
};

/** Returns the labels of the steps that undo and redo would touch now. */
export function getHistoryState(read: ReadHandle): HistoryState {
  return { undo: read.find(lastDone)?.label ?? null, redo: read.find(firstUndone)?.label ?? null };
}

/**
 * Runs `fn` as one labelled step in one transaction and returns its answer. An error rolls everything back.
 * A step that changed nothing is not kept. Steps that were undone before cannot be redone after a new one.
 * Throws when `fn` is asynchronous or when another step is open: the outer one would lose its record.
 */
export function transact<T>(
  connection: Database.Database,
  meaning: StepMeaning,
  fn: (write: WriteHandle) => T,
): T {
  const step = beginStep(connection, meaning);
  try {
    const answer = fn(step.write);
    if (answer instanceof Promise) refuseWaiting(meaning.label, answer);
    step.commit();
    return answer;
  } finally {
    step.rollBack();
  }
}

/** A step that is being written. Whoever begins one ends it: `rollBack` does nothing after a commit. */
export type OpenStep = {
  id: number;
  write: WriteHandle;
  /** Gives the step another label, once it is known what it has done. */
  rename(label: string): void;
  commit(): void;
  rollBack(): void;
};

/**
 * Begins a labelled step whose writes may come in slices, such as a long import. Until it ends, nothing else may
 * write, and whoever reads on this connection sees what is not yet certain. Throws when another step is open.
 */
export function beginStep(connection: Database.Database, { label, coderId = null }: StepMeaning): OpenStep {
  if (connection.inTransaction) throw new Error(`The step “${label}” cannot begin within another one.`);
  connection.exec('BEGIN IMMEDIATE');
  const write = new WriteHandle(connection);
  let isOver = false;
  const rollBack = () => {
    if (isOver) return;
    isOver = true;
    write.close();
    if (connection.open && connection.inTransaction) connection.exec('ROLLBACK');
  };
  try {
    const stepId = write.insert('steps', { label, coderId, doneAt: new Date().toISOString() });
    setOpenStep(write, stepId);
    const commit = () => {
      setOpenStep(write, null);
      if (isEmptyStep(write, stepId)) write.run('DELETE FROM steps WHERE id = ?', stepId);
      else write.run('DELETE FROM steps WHERE undone = 1 AND id < ?', stepId);
      connection.exec('COMMIT');
      isOver = true;
      write.close();
    };
    const rename = (other: string) => {
      write.run('UPDATE steps SET label = ? WHERE id = ?', other, stepId);
    };
    return { id: stepId, write, rename, commit, rollBack };
  } catch (error) {
    rollBack();
    throw error;
  }
}

/** What waits goes on after the step and fails at its next write; nobody is left to hear of that second error. */
function refuseWaiting(label: string, answer: Promise<unknown>): never {
  answer.catch(() => {});
  throw new Error(`The step “${label}” must not wait: it would commit half.`);
}

/**
 * Undoes the last step and returns its label, or null when there is none. Throws HistoryConflictError, and an Error
 * while a step is being written.
 */
export function undo(connection: Database.Database): string | null {
  return replay(connection, lastDone, changesBackwards, (write, change) => {
    if (change.before === null) takeOutInsertedRow(write, change);
    else replaceRow(write, change, change.after, change.before);
  });
}

/** Redoes the step that was undone last and returns its label, or null when there is none. Throws as `undo` does. */
export function redo(connection: Database.Database): string | null {
  return replay(connection, firstUndone, changesForwards, (write, change) => {
    replaceRow(write, change, change.before, change.after);
  });
}

function replay(
  connection: Database.Database,
  stepQuery: typeof lastDone,
  changeQuery: typeof changesForwards,
  apply: (write: WriteHandle, change: Change) => void,
): string | null {
  // Within the transaction of an open step, its own half-written record would be the last one.
  if (connection.inTransaction)
    throw new Error('Nothing can be undone or redone while a step is being written.');
  const write = new WriteHandle(connection);
  const run = connection.transaction(() => {
    const step = write.find(stepQuery);
    if (!step) return null;
    // Rows come back in the order of the record, which need not be the order foreign keys would like.
    connection.pragma('defer_foreign_keys = ON');
    const before = write.get(totalChanges).rows;
    for (const change of write.all(changeQuery, step.id)) apply(write, change);
    // Foreign keys would drag along rows that the record does not know, and no redo would bring them back.
    if (write.get(totalChanges).rows - before !== write.rowsChanged) throw conflict();
    write.run('UPDATE steps SET undone = 1 - undone WHERE id = ?', step.id);
    return step.label;
  });
  try {
    return run.immediate();
  } catch (error) {
    throw isConstraintError(error) ? conflict() : error;
  } finally {
    write.close();
  }
}

function setOpenStep(write: WriteHandle, stepId: number | null): void {
  write.run(
    'UPDATE temp.open_step SET id = ?, last_transcript = (SELECT coalesce(max(id), 0) FROM transcripts)',
    stepId,
  );
}

function isEmptyStep(write: WriteHandle, stepId: number): boolean {
  const one = query(
    { found: integer },
    'SELECT count(*) AS found FROM (SELECT 1 FROM changes WHERE step_id = ? LIMIT 1)',
  );
  return write.get(one, stepId).found === 0;
}

/** Deletes a row that a step inserted, after copying it into the step's record for a redo. */
function takeOutInsertedRow(write: WriteHandle, change: Change): void {
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

function replaceRow(
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

/** A row of the record meets one that it does not know: another with the same name, or one that hangs on it. */
function isConstraintError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');
}

function conflict(change?: Change): HistoryConflictError {
  const place = change ? `a row of “${change.tableName}”` : 'what belongs to it';
  return new HistoryConflictError(
    `The step cannot be taken back or repeated: ${place} was changed by something else since. Nothing was changed now.`,
  );
}

/** Prepares a connection for recording: one temporary row that tells of the open step, and the triggers. */
export function startRecording(connection: Database.Database): void {
  connection.exec(
    'CREATE TEMP TABLE open_step (id INTEGER, last_transcript INTEGER); INSERT INTO temp.open_step VALUES (NULL, 0)',
  );
  const read = new ReadHandle(connection);
  for (const table of listTrackedTables(read)) connection.exec(table.triggers);
}
