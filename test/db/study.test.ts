import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programName } from '../../db/program-name.ts';
import { type Change, openStudy, type Study } from '../../db/study.ts';
import { StudyFileError } from '../../db/study-file.ts';
import { insertCompany, listCompanies } from '../../db/tables/companies.ts';
import { renameStudy } from '../../db/tables/studies.ts';
import {
  countRows,
  dumpTables,
  freePath,
  makeOpenStudy,
  makeStudyFile,
  openAgain,
} from '../support/study.ts';

function makeStudyWithCompany() {
  const study = makeOpenStudy();
  study.transact({ label: 'Add company A' }, (write) => insertCompany(write, { label: 'A', name: 'A' }));
  return study;
}

describe('a copy of a study', () => {
  it('holds all of it, also what can be undone', () => {
    const study = makeStudyWithCompany();
    const path = freePath();
    study.copyTo(path);
    const copy = openStudy(path);
    expect(dumpTables(copy.read)).toEqual(dumpTables(study.read));
    expect(copy.undo()).toBe('Add company A');
    copy.close();
    expect(listCompanies(study.read)).toHaveLength(1);
  });

  it('replaces what stands at its path', () => {
    const path = freePath();
    writeFileSync(path, 'something else');
    makeStudyWithCompany().copyTo(path);
    openStudy(path).close();
  });

  it('is not written over the study itself, whatever the path is called', () => {
    const study = makeStudyWithCompany();
    const link = freePath();
    symlinkSync(study.path, link);
    for (const path of [study.path, link]) {
      expect(() => study.copyTo(path)).toThrow(StudyFileError);
      expect(() => study.copyTo(path)).toThrow('is the study that is open');
    }
  });

  it('leaves nothing when it cannot be written', () => {
    const folder = freePath('');
    const path = join(folder, 'copy.casebench');
    expect(() => makeStudyWithCompany().copyTo(path)).toThrow(StudyFileError);
    const taken = freePath();
    writeFileSync(taken, 'mine');
    expect(() => makeStudyWithCompany().copyTo(join(taken, 'copy.casebench'))).toThrow();
    expect(readFileSync(taken, 'utf8')).toBe('mine');
    expect(existsSync(folder)).toBe(false);
  });
});

describe('who listens to a study', () => {
  it('hears of every step, undo and redo, with the tables and what comes next', () => {
    const study = makeOpenStudy();
    const heard: Change[] = [];
    const end = study.onChange((change) => heard.push(change));
    study.transact({ label: 'Add' }, (write) => insertCompany(write, { label: 'A', name: 'A' }));
    study.undo();
    study.redo();
    end();
    study.undo();
    expect(heard).toEqual([
      { tables: ['companies'], history: { undo: 'Add', redo: null } },
      { tables: ['companies'], history: { undo: null, redo: 'Add' } },
      { tables: ['companies'], history: { undo: 'Add', redo: null } },
    ]);
  });

  it('hears nothing when nothing happened', () => {
    const study = makeOpenStudy();
    const heard: Change[] = [];
    study.onChange((change) => heard.push(change));
    study.transact({ label: 'Look' }, (write) => listCompanies(write));
    study.undo();
    study.redo();
    expect(heard).toEqual([]);
  });
});

describe('a study that another program writes to', () => {
  it('tells all who listen, once, and nothing while only it writes itself', () => {
    const path = makeStudyFile();
    const window = openAgain(path);
    const heard: string[][] = [];
    window.onChange(({ tables }) => heard.push(tables));
    window.transact({ label: 'Rename' }, (write) => renameStudy(write, 'Mine'));
    window.noticeForeignWrites();
    expect(heard).toEqual([['study']]);
    const script = openAgain(path);
    script.transact({ label: 'Rename' }, (write) => renameStudy(write, 'The script’s'));
    window.noticeForeignWrites();
    window.noticeForeignWrites();
    expect(heard).toHaveLength(2);
    expect(heard[1]).toContain('codings');
    expect(window.history.undo).toBe('Rename');
  });
});

describe('a step that is taken back', () => {
  const addInSlices = (study: Study) =>
    study.transactInSlices({ label: 'Add' }, async (write) =>
      insertCompany(write, { label: 'A', name: 'A' }),
    );

  it('is told of when it is forgotten, so that nobody offers to redo it', async () => {
    const study = makeOpenStudy();
    await addInSlices(study);
    const heard: Change[] = [];
    study.onChange((change) => heard.push(change));
    expect(study.takeBack()).toBe(true);
    expect(heard).toEqual([{ tables: ['companies'], history: { undo: null, redo: null } }]);
    expect(listCompanies(study.read)).toEqual([]);
  });

  it('stays when somebody has done another one since, which stays as well', async () => {
    const study = makeOpenStudy();
    await addInSlices(study);
    study.transact({ label: 'Other' }, (write) => insertCompany(write, { label: 'B', name: 'B' }));
    expect(study.takeBack()).toBe(false);
    expect(listCompanies(study.read).map(({ label }) => label)).toEqual(['A', 'B']);
    expect(study.history.undo).toBe('Other');
  });
});

it('the name that the program writes into studies has the version of the package', () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
  expect(programName).toBe(`Casebench ${version}`);
});

describe('a step that is written in slices', () => {
  const slice = () => new Promise<void>((resolve) => setImmediate(resolve));

  it('is one step, and its listeners hear of it when it is complete', async () => {
    const study = makeOpenStudy();
    const heard: string[][] = [];
    study.onChange(({ tables }) => heard.push(tables));
    const answer = await study.transactInSlices({ label: 'Two' }, async (write, rename) => {
      insertCompany(write, { label: 'A', name: 'A' });
      await slice();
      expect(heard).toEqual([]);
      insertCompany(write, { label: 'B', name: 'B' });
      rename('Add two companies');
      return 2;
    });
    expect(answer).toBe(2);
    expect(heard).toEqual([['companies']]);
    expect(study.history.undo).toBe('Add two companies');
    study.undo();
    expect(countRows(study.read, 'companies')).toBe(0);
  });

  it('lets nobody else write in between, and those who wait go on behind it', async () => {
    const study = makeOpenStudy();
    const order: string[] = [];
    const long = study.transactInSlices({ label: 'Long' }, async (write) => {
      insertCompany(write, { label: 'A', name: 'A' });
      await slice();
      expect(() => study.transact({ label: 'Other' }, () => 1)).toThrow('cannot begin within another one');
      await slice();
      order.push('long');
      return true;
    });
    const others = ['first', 'second'].map((name) =>
      study.transactInSlices({ label: name }, async (write) => {
        order.push(name);
        insertCompany(write, { label: name, name });
        await slice();
        return true;
      }),
    );
    await study.whenFree();
    await Promise.all([long, ...others]);
    expect(order).toEqual(['long', 'first', 'second']);
    expect(countRows(study.read, 'companies')).toBe(3);
  });

  it('lets nobody undo or redo in between, not even before its first write', async () => {
    const study = makeOpenStudy();
    study.transact({ label: 'Before' }, (write) => insertCompany(write, { label: 'A', name: 'A' }));
    await study.transactInSlices({ label: 'Long' }, async (write) => {
      await slice();
      expect(() => study.undo()).toThrow('while a step is being written');
      expect(() => study.redo()).toThrow('while a step is being written');
      return insertCompany(write, { label: 'B', name: 'B' });
    });
    expect(study.history).toEqual({ undo: 'Long', redo: null });
    study.undo();
    expect(listCompanies(study.read).map(({ label }) => label)).toEqual(['A']);
  });

  it('leaves nothing behind when it is cancelled or fails, and the study can be written again', async () => {
    const study = makeOpenStudy();
    const before = dumpTables(study.read);
    const cancelled = await study.transactInSlices({ label: 'Cancelled' }, async (write) => {
      insertCompany(write, { label: 'A', name: 'A' });
      await slice();
      return undefined;
    });
    expect(cancelled).toBeUndefined();
    const failing = study.transactInSlices({ label: 'Failing' }, async (write) => {
      insertCompany(write, { label: 'A', name: 'A' });
      await slice();
      throw new Error('No.');
    });
    await expect(failing).rejects.toThrow('No.');
    expect(dumpTables(study.read)).toEqual(before);
    expect(study.history).toEqual({ undo: null, redo: null });
    study.transact({ label: 'After' }, (write) => insertCompany(write, { label: 'B', name: 'B' }));
    expect(countRows(study.read, 'companies')).toBe(1);
  });

  it('is taken back when the study is closed under it', async () => {
    const study = makeOpenStudy();
    const long = study.transactInSlices({ label: 'Long' }, async (write) => {
      insertCompany(write, { label: 'A', name: 'A' });
      await slice();
      insertCompany(write, { label: 'B', name: 'B' });
      return true;
    });
    study.close();
    await expect(long).rejects.toThrow();
    expect(countRows(openAgain(study.path).read, 'companies')).toBe(0);
  });
});
