import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newestVersion } from '../../db/migrate.ts';
import { createStudy, openStudy } from '../../db/study.ts';
import { createStudyFile, openStudyFile, StudyFileError } from '../../db/study-file.ts';
import { insertCompany } from '../../db/tables/companies.ts';
import { getScheme } from '../../db/tables/schemes.ts';
import { getStudyRow, renameStudy } from '../../db/tables/studies.ts';
import { freePath, makeOpenStudy, makeStudyFile, writeAsStranger } from '../support/study.ts';

const namesBeside = (path: string) =>
  readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)));

function expectSentence(work: () => unknown, ...parts: string[]): void {
  expect(work).toThrow(StudyFileError);
  for (const part of parts) expect(work).toThrow(part);
}

describe('opening', () => {
  it('says which file is missing', () => {
    const path = freePath();
    expectSentence(() => openStudy(path), path, 'There is no file');
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    ['a text', 'Once upon a time, and that for longer than a hundred bytes, '.repeat(9)],
    ['an empty file', ''],
  ])('says that %s is no study and leaves it as it is', (_, content) => {
    const path = freePath();
    writeFileSync(path, content);
    expectSentence(() => openStudy(path), `“${basename(path)}” is not a Casebench study`);
    expect(readFileSync(path, 'utf8')).toBe(content);
    expect(namesBeside(path)).toEqual([basename(path)]);
  });

  it('says that the database of another program is no study and leaves every byte of it', () => {
    const path = freePath();
    const { connection } = createStudyFile(path);
    connection.pragma('journal_mode = DELETE');
    connection.pragma('application_id = 1');
    connection.close();
    const bytes = readFileSync(path);
    expectSentence(() => openStudy(path), 'is not a Casebench study');
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('says that a folder cannot be opened', () => {
    const path = freePath();
    mkdirSync(path);
    expectSentence(() => openStudy(path), 'cannot be opened');
  });

  it.each([
    ['cut short', (path: string) => truncateSync(path, 20_000)],
    ['overwritten in the middle', (path: string) => overwrite(path, 4096, 4096 * 3)],
  ])('says that a file that was %s is damaged', (_, damage) => {
    const path = makeStudyFile();
    damage(path);
    expectSentence(() => openStudy(path), `“${basename(path)}” is damaged`, 'back-up');
  });
});

function overwrite(path: string, from: number, to: number): void {
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0xee, from, to));
}

describe('a study from a newer program', () => {
  const path = makeStudyFile();
  writeAsStranger(
    path,
    `UPDATE study SET written_by = 'Casebench 9.1.0'; PRAGMA user_version = ${newestVersion() + 1}`,
  );

  it('can be read', () => {
    const study = openStudy(path);
    expect(study.isReadOnly).toBe(true);
    expect(getScheme(study.read).id).toBe('mlops-maturity-2021');
    study.close();
  });

  it('cannot be written, undone or redone, and says what wrote it', () => {
    const study = openStudy(path);
    const add = () =>
      study.transact({ label: 'Add' }, (write) => insertCompany(write, { label: 'A', name: 'A' }));
    expectSentence(add, 'written by Casebench 9.1.0', 'reading only');
    expectSentence(() => study.undo(), 'Casebench 9.1.0');
    expectSentence(() => study.redo(), 'Casebench 9.1.0');
    study.close();
    expect(namesBeside(path)).toEqual([basename(path)]);
  });

  it('can be copied, and the copy is of that version too', () => {
    const study = openStudy(path);
    const copy = freePath();
    study.copyTo(copy);
    study.close();
    const opened = openStudy(copy);
    expect(opened.isReadOnly).toBe(true);
    opened.close();
  });
});

describe('closing', () => {
  it('leaves one file without side files', () => {
    const study = makeOpenStudy();
    study.transact({ label: 'Add' }, (write) => insertCompany(write, { label: 'A', name: 'A' }));
    expect(namesBeside(study.path).length).toBeGreaterThan(1);
    study.close();
    expect(namesBeside(study.path)).toEqual([basename(study.path)]);
  });

  it('may be done twice', () => {
    const study = makeOpenStudy();
    study.close();
    expect(() => study.close()).not.toThrow();
  });

  it('leaves the study whole for another window that has it open', () => {
    const path = makeStudyFile();
    const first = openStudy(path);
    const second = openStudy(path);
    first.close();
    second.transact({ label: 'Add' }, (write) => insertCompany(write, { label: 'A', name: 'A' }));
    second.close();
    expect(namesBeside(path)).toEqual([basename(path)]);
  });
});

describe('making a study', () => {
  const newStudy = () => {
    const { read } = makeOpenStudy();
    return { name: 'New', scheme: getScheme(read), schemeText: '', coder: null };
  };

  it('refuses a path at which something stands, and leaves that alone', () => {
    const path = freePath();
    writeFileSync(path, 'mine');
    expectSentence(() => createStudy(path, newStudy()), `“${path}” exists already`);
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  it('says which folder does not exist', () => {
    const path = join(freePath(''), 'new.casebench');
    expectSentence(() => createStudy(path, newStudy()), `There is no folder “${dirname(path)}”`);
  });

  it('leaves nothing when it fails', () => {
    const path = freePath();
    expect(() => createStudy(path, { ...newStudy(), name: '' })).toThrow();
    expect(namesBeside(path)).toEqual([]);
  });

  it('gives the study a guid of its own and names the program that wrote it', () => {
    const rows = [0, 1].map(() => {
      const study = createStudy(freePath(), newStudy());
      const row = getStudyRow(study.read);
      study.close();
      return row;
    });
    expect(rows[0]?.guid).not.toBe(rows[1]?.guid);
    const { productName, version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(rows[0]?.writtenBy).toBe(`${productName} ${version}`);
  });
});

describe('an open study', () => {
  it('keeps foreign keys, even for a statement that forgets them', () => {
    const { connection } = openStudyFile(makeStudyFile());
    const orphan = `INSERT INTO practitioners (guid, company_id, name) VALUES ('g', 77, 'N.')`;
    expect(() => connection.exec(orphan)).toThrow('FOREIGN KEY constraint failed');
    connection.close();
  });

  it('waits for the disk at every commit', () => {
    const { connection } = openStudyFile(makeStudyFile());
    expect(connection.pragma('synchronous', { simple: true })).toBe(2);
    connection.close();
  });
});

describe('a study that may not be written', () => {
  // Nothing is protected from root.
  const asUser = it.skipIf(process.getuid?.() === 0 || process.platform === 'win32');

  asUser('opens for reading and says what to do when it is to be changed', () => {
    const path = makeStudyFile();
    chmodSync(path, 0o444);
    const study = openStudy(path);
    expect(study.isReadOnly).toBe(true);
    expect(() => study.transact({ label: 'Rename' }, (write) => renameStudy(write, 'x'))).toThrow(
      'This study may only be read here. Save it under another name',
    );
    study.close();
  });
});
