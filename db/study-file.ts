import { accessSync, constants, existsSync, rmSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { startRecording } from './history.ts';
import { migrate, newestVersion, readVersion } from './migrate.ts';
import { ReadHandle } from './sql.ts';

/** "CASB" in ASCII: tells a study from any other SQLite file. */
export const applicationId = 0x43415342;

/** Thrown with a sentence for people when a file cannot be opened or made. */
export class StudyFileError extends Error {}

/** Why a study can be read and not written: a newer program wrote it, or the computer forbids it. */
export type ReadOnlyReason = 'newer' | 'protected';

export type OpenStudyFile = {
  path: string;
  connection: Database.Database;
  read: ReadHandle;
  readOnly: ReadOnlyReason | null;
};

/**
 * Opens a study, bringing it to the present schema first (a back-up is written beside it before that).
 * Throws a StudyFileError when the file is missing, is no study, is damaged, or is in use elsewhere.
 * A study written by a newer Casebench, or one that may not be written, opens for reading only.
 */
export function openStudyFile(path: string): OpenStudyFile {
  if (!existsSync(path)) {
    throw new StudyFileError(
      `There is no file “${path}”. Check the name, or open the study from its folder.`,
    );
  }
  const isProtected = !canWrite(path) || !canWrite(dirname(resolve(path)));
  const connection = connect(path, isProtected);
  try {
    const version = readVersion(connection);
    assertIsStudy(connection, path, version);
    const readOnly = version > newestVersion() ? 'newer' : isProtected ? 'protected' : null;
    if (readOnly === 'protected') assertIsCurrent(path, version);
    if (readOnly === null) prepareForWriting(connection, path);
    return { path, connection, read: new ReadHandle(connection), readOnly };
  } catch (error) {
    connection.close();
    throw explainStudyError(error, path);
  }
}

/**
 * Makes an empty study file with the present schema. Throws a StudyFileError when something stands at the
 * path already, since a study is never overwritten unasked, or when the folder does not exist.
 */
export function createStudyFile(path: string): OpenStudyFile {
  if (existsSync(path)) {
    throw new StudyFileError(`“${path}” exists already. Choose another name, or delete that file first.`);
  }
  const folder = dirname(resolve(path));
  if (!existsSync(folder))
    throw new StudyFileError(`There is no folder “${folder}”. Make it first, or choose another one.`);
  const connection = connect(path);
  try {
    connection.pragma(`application_id = ${applicationId}`);
    prepareForWriting(connection, path);
    return { path, connection, read: new ReadHandle(connection), readOnly: null };
  } catch (error) {
    connection.close();
    removeStudyFile(path);
    throw explainStudyError(error, path);
  }
}

/**
 * Closes a study so that one file is left: the write-ahead log is folded in and its side files go. When the study
 * is open elsewhere too, whoever closes it last does that.
 */
export function closeStudyFile(study: OpenStudyFile): void {
  if (!study.connection.open) return;
  try {
    if (study.readOnly === null) leaveWriteAheadLog(study.connection);
  } finally {
    study.connection.close();
  }
}

function leaveWriteAheadLog(connection: Database.Database): void {
  try {
    connection.pragma('wal_checkpoint(TRUNCATE)');
    connection.pragma('journal_mode = DELETE');
  } catch (error) {
    const isBusy = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
    if (!isBusy) throw error;
  }
}

/** Removes a study file with its side files; for something that was begun and not finished. */
export function removeStudyFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}

function connect(path: string, readonly = false): Database.Database {
  try {
    return new Database(path, { ...nativeBinding(), readonly });
  } catch (error) {
    throw explainStudyError(error, path);
  }
}

/** SQLite writes its side files beside the study, so the folder has to allow it too. */
function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** An older schema would have to be changed before it can be read. */
function assertIsCurrent(path: string, version: number): void {
  if (version === newestVersion()) return;
  throw new StudyFileError(
    `“${basename(path)}” comes from an older Casebench and may not be written. Copy it to a folder where you may write, and open it there.`,
  );
}

/**
 * better-sqlite3 is built for Node-API 10. On an older runtime its prebuilt binary crashes without a word, so
 * the build made for that runtime is named, or the person is told.
 */
function nativeBinding(): { nativeBinding?: string } {
  if (Number(process.versions.napi) >= 10) return {};
  const built = process.env.CASEBENCH_SQLITE_BINDING;
  if (built) return { nativeBinding: built };
  throw new StudyFileError(
    `This runtime (Node ${process.versions.node}) is too old for the database. Start Casebench with “npm start”, or use Node 22.14 or newer.`,
  );
}

function assertIsStudy(connection: Database.Database, path: string, version: number): void {
  const id = connection.pragma('application_id', { simple: true });
  if (id !== applicationId || version === 0) {
    throw new StudyFileError(
      `“${basename(path)}” is not a Casebench study. Choose a file that ends in .casebench.`,
    );
  }
  // Read here, so that a file whose first pages are damaged is told from a sound one before anybody works with it.
  connection.prepare('SELECT * FROM study').all();
}

/** A file at rest has a rollback journal; WAL comes after the migration, so that a failed one changes no byte. */
function prepareForWriting(connection: Database.Database, path: string): void {
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  migrate(connection, path);
  connection.pragma('journal_mode = WAL');
  startRecording(connection);
}

/** Returns an error of SQLite as a StudyFileError with a sentence for people; any other error as it is. */
export function explainStudyError(error: unknown, path: string): Error {
  if (error instanceof StudyFileError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const name = basename(path);
  if (code === 'SQLITE_NOTADB')
    return new StudyFileError(`“${name}” is not a Casebench study, or it is encrypted.`);
  if (code.startsWith('SQLITE_BUSY')) {
    return new StudyFileError(`“${name}” is in use by another program. Close it there and try again.`);
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new StudyFileError(
      `“${name}” is damaged. Open a copy of it from before, for instance from this computer's back-up.`,
    );
  }
  if (code.startsWith('SQLITE_CANTOPEN')) {
    return new StudyFileError(
      `“${path}” cannot be opened. Check that the folder exists and that you may write there.`,
    );
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return new StudyFileError(
      `“${name}” cannot be written. Copy it to a folder where you may write, and open it there.`,
    );
  }
  return error instanceof Error ? error : new Error(String(error));
}
