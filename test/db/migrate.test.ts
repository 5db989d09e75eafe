import { existsSync, readdirSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate, newestVersion, readVersion } from '../../db/migrate.ts';
import { type Migration, migrations } from '../../db/migrations.ts';
import { makeStudyFile } from '../support/study.ts';

/** Opens the file as it is: without migrating it and without the write-ahead log. */
function connect(path: string): Database.Database {
  const binding = process.env.CASEBENCH_SQLITE_BINDING;
  return new Database(path, Number(process.versions.napi) < 10 && binding ? { nativeBinding: binding } : {});
}

const withNext = (...sqls: string[]): Migration[] => [
  ...migrations,
  ...sqls.map((sql, index) => ({ number: migrations.length + index + 1, purpose: 'a test', sql })),
];
const backupOf = (path: string) => `${path}.before-version-${migrations.length + 1}`;

describe('the migrations', () => {
  it('are numbered from 1 without gaps, each the file of its number and purpose', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
    const names = migrations.map(
      ({ number, purpose }) => `${String(number).padStart(4, '0')}-${purpose.replaceAll(' ', '-')}.sql`,
    );
    expect(readdirSync('db/migrations').sort()).toEqual(names);
  });

  it('describe every table in a line of comment, keep types and leave no foreign key without an index', () => {
    const connection = connect(makeStudyFile());
    const tables = connection
      .prepare<[], { name: string; strict: number }>(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
      )
      .all();
    expect(tables.filter(({ strict }) => strict === 0)).toEqual([]);
    const sql = migrations.map((one) => one.sql).join('\n');
    for (const { name } of tables) expect(sql).toMatch(new RegExp(`-- [^\\n]+\\nCREATE TABLE ${name} \\(`));
    expect(tables.flatMap(({ name }) => listKeysWithoutIndex(connection, name))).toEqual([]);
    connection.close();
  });
});

/** Without an index, each delete of a parent would read the whole table of its children. */
function listKeysWithoutIndex(connection: Database.Database, table: string): string[] {
  const keys = connection
    .prepare<[string], { column: string }>('SELECT "from" AS "column" FROM pragma_foreign_key_list(?)')
    .all(table);
  const first = connection
    .prepare<[string, string], { column: string }>(
      // An index of those that are not null finds the children of a parent, which is never null.
      `SELECT i.name AS "column" FROM pragma_index_list(?) l JOIN sqlite_schema s ON s.name = l.name, pragma_index_info(l.name) i
       WHERE i.seqno = 0 AND (l.partial = 0 OR s.sql LIKE '% WHERE ' || i.name || ' IS NOT NULL')
       UNION SELECT name FROM pragma_table_info(?) WHERE pk = 1`,
    )
    .all(table, table)
    .map(({ column }) => column);
  // Few rows, and never deleted by a person: techniques are not, and a placement's coder is one of a handful.
  const accepted = ['participants.technique_id', 'sessions.technique_id', 'placements.coder_id'];
  return keys
    .filter(({ column }) => !first.includes(column))
    .map(({ column }) => `${table}.${column}`)
    .filter((name) => !accepted.includes(name));
}

describe('migrating a study', () => {
  it('does all that is pending and takes the back-up away', () => {
    const path = makeStudyFile();
    const connection = connect(path);
    migrate(
      connection,
      path,
      withNext('CREATE TABLE one (id INTEGER PRIMARY KEY)', 'ALTER TABLE one ADD word TEXT'),
    );
    expect(readVersion(connection)).toBe(newestVersion() + 2);
    expect(connection.prepare('SELECT word FROM one').all()).toEqual([]);
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
    connection.close();
    expect(existsSync(backupOf(path))).toBe(false);
  });

  it('says in the study which program wrote it last', () => {
    const path = makeStudyFile();
    const connection = connect(path);
    connection.exec("UPDATE study SET written_by = 'Casebench 0.0.1'");
    migrate(connection, path, withNext('SELECT 1'));
    expect(connection.prepare('SELECT written_by FROM study').pluck().get()).not.toBe('Casebench 0.0.1');
    connection.close();
  });

  it.each([
    ['fails half-way', ['CREATE TABLE one (id INTEGER)', 'CREATE TABLE one (id INTEGER)'], 'already exists'],
    ['would leave rows without the row they point to', ['DELETE FROM schemes', orphan()], 'without the row'],
  ])('that %s leaves every byte of the file as it was, and a back-up of it', (_, sqls, message) => {
    const path = makeStudyFile();
    const before = readFileSync(path);
    const connection = connect(path);
    expect(() => migrate(connection, path, withNext(...sqls))).toThrow(message);
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
    connection.close();
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readFileSync(backupOf(path)).equals(before)).toBe(true);
  });

  it('does nothing to a study of the present version', () => {
    const path = makeStudyFile();
    const before = readFileSync(path);
    const connection = connect(path);
    migrate(connection, path);
    connection.close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

function orphan(): string {
  return "INSERT INTO practitioners (guid, company_id, name) VALUES ('g', 77, 'N.')";
}
