import { existsSync, realpathSync, renameSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { newGuid } from './guid.ts';
import {
  beginStep,
  getHistoryState,
  type HistoryState,
  redo,
  type StepMeaning,
  transact,
  undo,
  writeDerived,
} from './history.ts';
import { ownedTables } from './history-triggers.ts';
import type { Scheme } from './model/scheme.ts';
import { shippedTechniques } from './model/technique.ts';
import { programName } from './program-name.ts';
import { integer, query, type ReadHandle, text, type WriteHandle } from './sql.ts';
import {
  closeStudyFile,
  createStudyFile,
  explainStudyError,
  type OpenStudyFile,
  openStudyFile,
  removeStudyFile,
  StudyFileError,
} from './study-file.ts';
import { insertCoder } from './tables/coders.ts';
import { insertScheme } from './tables/schemes.ts';
import { getStudyRow } from './tables/studies.ts';

export type Change = { tables: string[]; history: HistoryState };
export type NewStudy = { name: string; scheme: Scheme; schemeText: string; coder: string | null };

const touchedByLast = query(
  { name: text },
  'SELECT DISTINCT table_name AS name FROM changes WHERE step_id = (SELECT max(id) FROM steps WHERE undone = 0)',
);
const firstUndone = query(
  { name: text },
  `SELECT DISTINCT table_name AS name FROM changes WHERE step_id = (SELECT min(id) FROM steps WHERE undone = 1)`,
);
const allTables = query({ name: text }, "SELECT name FROM main.sqlite_schema WHERE type = 'table'");
const lastStep = query({ id: integer }, 'SELECT id FROM steps WHERE undone = 0 ORDER BY id DESC LIMIT 1');

/** An open study: what reads it, the one way to write it, and who wants to hear of changes. */
export class Study {
  readonly path: string;
  readonly read: ReadHandle;
  readonly isReadOnly: boolean;
  private readonly file: OpenStudyFile;
  private readonly listeners = new Set<(change: Change) => void>();
  private seenVersion: number;
  private busy: Promise<void> | undefined;
  /** The last step that was written in slices. */
  private lastInSlices: number | undefined;

  constructor(file: OpenStudyFile) {
    this.file = file;
    this.path = file.path;
    this.read = file.read;
    this.isReadOnly = file.readOnly !== null;
    this.seenVersion = this.dataVersion();
  }

  /** Runs `fn` as one labelled, undoable step in one transaction. See `transact` in history.ts. */
  transact<T>(meaning: StepMeaning, fn: (write: WriteHandle) => T): T {
    return transact(this.writableConnection(), meaning, fn, (tables) => this.tell(tables));
  }

  /**
   * Runs work that takes long as one labelled, undoable step, and lets others in between its slices: `work` awaits
   * something now and then, and may give the step another label. Until it ends nobody else may write; `whenFree` tells
   * them when. When `work` throws or returns undefined, as for work that was cancelled, nothing is written.
   */
  async transactInSlices<T>(
    meaning: StepMeaning,
    work: (write: WriteHandle, rename: (label: string) => void) => Promise<T | undefined>,
  ): Promise<T | undefined> {
    // Not `whenFree`, after which another waiting step may begin first.
    while (this.busy) await this.busy;
    const step = beginStep(this.writableConnection(), meaning);
    let setFree = () => {};
    this.busy = new Promise((resolve) => {
      setFree = resolve;
    });
    try {
      const answer = await work(step.write, step.rename);
      if (answer === undefined) return undefined;
      const touched = step.commit();
      this.lastInSlices = step.id;
      if (touched.length > 0) this.tell(touched);
      return answer;
    } finally {
      step.rollBack();
      this.busy = undefined;
      setFree();
    }
  }

  /**
   * Writes what is derived from other tables, outside of the history and without telling anybody. Returns false, with
   * nothing written, where that cannot be: the study is read only or closed, or a step is being written in slices.
   */
  derive(fn: (write: WriteHandle) => void): boolean {
    const { connection } = this.file;
    return !this.isReadOnly && this.isOpen && writeDerived(connection, fn);
  }

  /** Whether the file has not been closed yet. */
  get isOpen(): boolean {
    return this.file.connection.open;
  }

  /** Resolves when no step is being written in slices. */
  async whenFree(): Promise<void> {
    while (this.busy) await this.busy;
  }

  /** Undoes the last step; returns its label, or null when there is none. Throws HistoryConflictError. */
  undo(): string | null {
    const label = undo(this.writableConnection());
    if (label !== null) this.tell(namesOf(this.read.all(firstUndone)));
    return label;
  }

  /**
   * Forgets all steps, so that undo takes back only what comes after: for a study that was made for somebody, who
   * did none of those steps.
   */
  forgetHistory(): void {
    this.writableConnection().exec('DELETE FROM steps');
  }

  /**
   * Undoes the step that was last written in slices and forgets it, as for work that was cancelled too late: it cannot be
   * redone. Returns whether it did: a step that somebody has done since stays, and all before it.
   */
  takeBack(): boolean {
    const connection = this.writableConnection();
    const last = this.read.find(lastStep)?.id;
    if (last === undefined || last !== this.lastInSlices || undo(connection) === null) return false;
    const touched = namesOf(this.read.all(firstUndone));
    connection.exec('DELETE FROM steps WHERE id = (SELECT min(id) FROM steps WHERE undone = 1)');
    this.tell(touched);
    return true;
  }

  /** Redoes the step undone last; returns its label, or null when there is none. Throws HistoryConflictError. */
  redo(): string | null {
    const label = redo(this.writableConnection());
    if (label !== null) this.tell(namesOf(this.read.all(touchedByLast)));
    return label;
  }

  get history(): HistoryState {
    return getHistoryState(this.read);
  }

  /** Calls the listener after every step, undo and redo; returns what ends that. */
  onChange(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Tells everybody who listens when another program, such as the command line, has written to the study since
   * this was last asked. Costs next to nothing, so it can be asked every second.
   */
  noticeForeignWrites(): void {
    const version = this.dataVersion();
    if (version === this.seenVersion) return;
    this.seenVersion = version;
    this.tell(namesOf(this.read.all(allTables)));
  }

  /**
   * Writes a whole copy of the study to another path, replacing what stands there only once it is complete.
   * Throws a StudyFileError when the path is the study's own: what is written afterwards would be lost.
   */
  copyTo(path: string): void {
    if (isSameFile(path, this.path)) {
      throw new StudyFileError(`“${path}” is the study that is open. Choose another name for the copy.`);
    }
    const unfinished = `${path}.part`;
    removeStudyFile(unfinished);
    try {
      this.file.connection.prepare('VACUUM INTO ?').run(unfinished);
      renameSync(unfinished, path);
    } catch (error) {
      removeStudyFile(unfinished);
      throw explainStudyError(error, path);
    }
  }

  /** Closes the file; one file is left, without side files. */
  close(): void {
    this.listeners.clear();
    // What was being written in slices is not complete, and its next slice finds the step at its end.
    if (this.file.connection.open && this.file.connection.inTransaction)
      this.file.connection.exec('ROLLBACK');
    closeStudyFile(this.file);
  }

  private writableConnection(): Database.Database {
    if (this.file.readOnly === 'protected') {
      throw new StudyFileError(
        'This study may only be read here. Save it under another name, in a folder where you may write, to change it.',
      );
    }
    if (this.file.readOnly === 'newer') {
      const { writtenBy } = getStudyRow(this.read);
      throw new StudyFileError(
        `This study was written by ${writtenBy}, which is newer than this program (${programName}), and is open for reading only. Update Casebench to change it.`,
      );
    }
    return this.file.connection;
  }

  /** SQLite's count of commits that other connections made to this file. */
  private dataVersion(): number {
    return Number(this.file.connection.pragma('data_version', { simple: true }));
  }

  private tell(tables: readonly string[]): void {
    const change = { tables: withOwned(tables), history: this.history };
    for (const listener of this.listeners) listener(change);
  }
}

const namesOf = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

/** Rows that come and go with their owner have no record of their own. */
function withOwned(tables: readonly string[]): string[] {
  const owned = ownedTables.filter(({ owner }) => tables.includes(owner)).map(({ name }) => name);
  return [...new Set([...tables, ...owned])];
}

/** Links and `..` lead to the same file by different names. */
function isSameFile(left: string, right: string): boolean {
  return existsSync(left) && existsSync(right) && realpathSync(left) === realpathSync(right);
}

/** Opens a study. Throws a StudyFileError with a sentence for people. */
export function openStudy(path: string): Study {
  return new Study(openStudyFile(path));
}

/** Makes a study from a scheme, which is copied into it. Throws a StudyFileError when the path is taken. */
export function createStudy(path: string, { name, scheme, schemeText, coder }: NewStudy): Study {
  const file = createStudyFile(path);
  try {
    transact(file.connection, { label: 'New study' }, (write) => {
      write.insert('study', {
        id: 1,
        guid: newGuid(),
        name,
        ruleId: null,
        createdAt: new Date().toISOString(),
        writtenBy: programName,
      });
      shippedTechniques.forEach((technique, position) => {
        write.insert('techniques', { guid: newGuid(), ...technique, position });
      });
      insertScheme(write, scheme, schemeText);
      if (coder) insertCoder(write, coder);
    });
    const study = new Study(file);
    study.forgetHistory();
    return study;
  } catch (error) {
    closeStudyFile(file);
    removeStudyFile(path);
    throw error;
  }
}
