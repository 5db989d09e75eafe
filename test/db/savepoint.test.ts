import { describe, expect, it } from 'vitest';
import { attempt, rehearse } from '../../db/savepoint.ts';
import { ensureCompany, listCompanies } from '../../db/tables/companies.ts';
import { dumpTables, makeOpenStudy } from '../support/study.ts';

describe('a part of a step that fails', () => {
  it('takes back what it wrote and nothing else, in the history too', () => {
    const study = makeOpenStudy();
    study.transact({ label: 'Companies' }, (write) => {
      ensureCompany(write, 'A');
      const fail = () =>
        attempt(write, () => {
          ensureCompany(write, 'B');
          throw new Error('No.');
        });
      expect(fail).toThrow('No.');
      attempt(write, () => ensureCompany(write, 'C'));
    });
    expect(listCompanies(study.read).map(({ label }) => label)).toEqual(['A', 'C']);
    study.undo();
    expect(listCompanies(study.read)).toEqual([]);
    study.redo();
    expect(listCompanies(study.read).map(({ label }) => label)).toEqual(['A', 'C']);
  });
});

describe('a step that the database has ended by itself, as on a full disk', () => {
  it('tells the error that ended it, and writes nothing more outside of the history', () => {
    const study = makeOpenStudy();
    const before = dumpTables(study.read);
    const step = () =>
      study.transact({ label: 'Companies' }, (write) => {
        ensureCompany(write, 'A');
        const end = () =>
          attempt(write, () =>
            write.run(
              "INSERT OR ROLLBACK INTO companies (guid, label, name, position) VALUES ('g', 'A', 'A', 1)",
            ),
          );
        expect(end).toThrow('UNIQUE constraint failed');
        attempt(write, () => ensureCompany(write, 'C'));
      });
    expect(step).toThrow('after its step had ended');
    expect(dumpTables(study.read)).toEqual(before);
    study.transact({ label: 'After' }, (write) => ensureCompany(write, 'D'));
    expect(listCompanies(study.read).map(({ label }) => label)).toEqual(['D']);
  });
});

describe('a rehearsal', () => {
  it('answers what the work answers, and leaves study, history and listeners as they were', () => {
    const study = makeOpenStudy();
    const before = dumpTables(study.read);
    let told = 0;
    study.onChange(() => {
      told += 1;
    });
    const companies = rehearse(study, (write) => {
      ensureCompany(write, 'A');
      return listCompanies(write).length;
    });
    expect(companies).toBe(1);
    expect(dumpTables(study.read)).toEqual(before);
    expect(study.history).toEqual({ undo: null, redo: null });
    expect(told).toBe(0);
  });

  it('passes on the error of the work', () => {
    const study = makeOpenStudy();
    const rehearsal = () =>
      rehearse(study, () => {
        throw new Error('It would fail.');
      });
    expect(rehearsal).toThrow('It would fail.');
  });
});
