import type Database from 'better-sqlite3';
import { joinLastStep } from './history-joining.ts';
import { type Change, conflict, replaceRow, takeOutInsertedRow } from './history-rows.ts';
import { listTrackedTables } from './history-triggers.ts';
import { noteAnySpokenChange, noteSpokenChanges } from './persons-triggers.ts';
import { integer, nullable, query, ReadHandle, text, WriteHandle } from './sql.ts';

/**
 * Undo and audit in one. A step is one labelled action of a person: `transact` runs it in one transaction and
 * triggers write down what it did to each row. Undo applies the befores backwards, redo the afters forwards;
 * both survive a restart, and the same rows are the audit trail.
 *
 * An inserted row is written down by its key alone: its content stands in its table, and is copied into the
 * history only when an undo takes it out. Importing a thousand transcripts would otherwise store each twice. Rows that
 * come with the row they belong to, such as turns with their transcript, have no record of their own at all.
 */
export type StepMeaning = {
  label: string;
  coderId?: number | null;
  /**
   * Whether this goes on with what the last step did, as when a memo is saved while it is typed: it becomes one step
   * with the last when that has the same label and coder, ended at most a minute ago, and changed a row that this one
   * changes again. Otherwise it is a step of its own.
   */
  continues?: boolean;
};

export type HistoryState = { undo: string | null; redo: string | null };

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

const touchedBy = query({ name: text }, 'SELECT DISTINCT table_name AS name FROM changes WHERE step_id = ?');

/** Returns the labels of the steps that undo and redo would touch now. */
export function getHistoryState(read: ReadHandle): HistoryState {
  return { undo: read.find(lastDone)?.label ?? null, redo: read.find(firstUndone)?.label ?? null };
}

/**
 * Runs `fn` as one labelled step in one transaction and returns its answer. An error rolls everything back.
 * A step that changed nothing is not kept; of any other, `tell` hears the tables it touched. Steps that were undone before
 * cannot be redone after a new one. Throws when `fn` is asynchronous or when another step is open: the outer one would lose
 * its record.
 */
export function transact<T>(
  connection: Database.Database,
  meaning: StepMeaning,
  fn: (write: WriteHandle) => T,
  tell: (tables: string[]) => void = () => {},
): T {
  const step = beginStep(connection, meaning);
  let touched: string[] = [];
  try {
    const answer = fn(step.write);
    if (answer instanceof Promise) refuseWaiting(meaning.label, answer);
    touched = step.commit();
    return answer;
  } finally {
    step.rollBack();
    if (touched.length > 0) tell(touched);
  }
}

/** A step that is being written. Whoever begins one ends it: `rollBack` does nothing after a commit. */
export type OpenStep = {
  id: number;
  write: WriteHandle;
  /** Gives the step another label, once it is known what it has done. */
  rename(label: string): void;
  /** Ends the step and returns the tables it touched; none when it changed nothing and was not kept. */
  commit(): string[];
  rollBack(): void;
};

/**
 * Begins a labelled step whose writes may come in slices, such as a long import. Until it ends, nothing else may
 * write, and whoever reads on this connection sees what is not yet certain. Throws when another step is open.
 */
export function beginStep(
  connection: Database.Database,
  { label, coderId = null, continues = false }: StepMeaning,
): OpenStep {
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
      const touched = write.all(touchedBy, stepId).map(({ name }) => name);
      if (touched.length === 0) write.run('DELETE FROM steps WHERE id = ?', stepId);
      else write.run('DELETE FROM steps WHERE undone = 1 AND id < ?', stepId);
      if (continues) joinLastStep(write, stepId);
      connection.exec('COMMIT');
      isOver = true;
      write.close();
      return touched;
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
  forgetWords(connection, stepQuery);
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
    noteAnySpokenChange(write);
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

/**
 * Takes the transcripts of a step out of the index of words before the step is played: its triggers would write rows that
 * no record knows. In a transaction of its own, since the index writes what it has in mind only at the commit.
 */
function forgetWords(connection: Database.Database, stepQuery: typeof lastDone): void {
  const step = new ReadHandle(connection).find(stepQuery);
  if (step === undefined) return;
  writeDerived(connection, (write) => write.run(deleteWords, step.id));
}

const deleteWords = `DELETE FROM transcript_words WHERE rowid IN (SELECT json_extract(row_key, '$[0]') FROM changes
  WHERE step_id = ? AND table_name = 'transcripts')`;

/**
 * Writes what is derived from other tables and belongs to no step, such as the index of words, in a small transaction of
 * its own. Returns false, with nothing written, when a step is being written.
 */
export function writeDerived(connection: Database.Database, fn: (write: WriteHandle) => unknown): boolean {
  if (connection.inTransaction) return false;
  const write = new WriteHandle(connection);
  try {
    connection.transaction(() => fn(write)).immediate();
    return true;
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

/** A row of the record meets one that it does not know: another with the same name, or one that hangs on it. */
function isConstraintError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');
}

/** Prepares a connection for recording: one temporary row that tells of the open step, and the triggers. */
export function startRecording(connection: Database.Database): void {
  connection.exec(
    'CREATE TEMP TABLE open_step (id INTEGER, last_transcript INTEGER); INSERT INTO temp.open_step VALUES (NULL, 0)',
  );
  const read = new ReadHandle(connection);
  for (const table of listTrackedTables(read)) connection.exec(table.triggers);
  noteSpokenChanges(connection);
}
