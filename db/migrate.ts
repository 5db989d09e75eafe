import { copyFileSync, rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { type Migration, migrations } from './migrations.ts';
import { programName } from './program-name.ts';

/** The schema version this program writes: the number of its last migration. */
export function newestVersion(): number {
  return migrations.length;
}

/** Returns the schema version of a file; 0 for one without a schema. */
export function readVersion(connection: Database.Database): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/**
 * Brings a study to the newest schema: all pending migrations in one transaction, checked before the commit.
 * A copy of the file is written beside it first and kept when anything fails. Throws the error that stopped it;
 * the file is then what it was. `all` is every migration from 1 on.
 */
export function migrate(
  connection: Database.Database,
  path: string,
  all: readonly Migration[] = migrations,
): void {
  const version = readVersion(connection);
  const pending = all.slice(version);
  if (pending.length === 0) return;
  const backup = version === 0 ? null : writeBackup(connection, path, version);
  connection.pragma('foreign_keys = OFF');
  const run = connection.transaction(() => {
    for (const { sql } of pending) connection.exec(sql);
    connection.prepare('UPDATE study SET written_by = ?').run(programName);
    assertSound(connection);
    connection.pragma(`user_version = ${all.length}`);
  });
  try {
    run.immediate();
  } finally {
    connection.pragma('foreign_keys = ON');
  }
  if (backup) rmSync(backup, { force: true });
}

function writeBackup(connection: Database.Database, path: string, version: number): string {
  connection.pragma('wal_checkpoint(TRUNCATE)');
  const backup = `${path}.before-version-${version + 1}`;
  copyFileSync(path, backup);
  return backup;
}

function assertSound(connection: Database.Database): void {
  const violations = connection.pragma('foreign_key_check');
  if (Array.isArray(violations) && violations.length > 0) {
    throw new Error(`The schema change would leave ${violations.length} rows without the row they point to.`);
  }
  const verdict = connection.pragma('quick_check', { simple: true });
  if (verdict !== 'ok') throw new Error(`The study is damaged: ${String(verdict)}`);
}
