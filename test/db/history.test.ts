import { describe, expect, it } from 'vitest';
import { HistoryConflictError } from '../../db/history-rows.ts';
import type { WriteHandle } from '../../db/sql.ts';
import { insertCoder, listCoders, renameCoder } from '../../db/tables/coders.ts';
import { insertOpenCode } from '../../db/tables/codes.ts';
import { insertCompany, listCompanies, updateCompany } from '../../db/tables/companies.ts';
import { insertPractitioner } from '../../db/tables/practitioners.ts';
import { listSteps } from '../../db/tables/steps.ts';
import {
  addCoding,
  addTranscript,
  countRows,
  dumpTables,
  makeOpenStudy,
  openAgain,
  writeAsStranger,
} from '../support/study.ts';

const addCompany = (label: string) => (write: WriteHandle) => insertCompany(write, { label, name: label });
const labelsOf = (study: ReturnType<typeof makeOpenStudy>) =>
  listCompanies(study.read).map(({ label }) => label);

describe('a step', () => {
  it('is undone and redone by its label, also after the study was closed and opened again', () => {
    const study = makeOpenStudy();
    study.transact({ label: 'Add company A' }, addCompany('A'));
    expect(study.history).toEqual({ undo: 'Add company A', redo: null });
    study.close();
    const again = openAgain(study.path);
    expect(again.undo()).toBe('Add company A');
    expect(labelsOf(again)).toEqual([]);
    again.close();
    const third = openAgain(study.path);
    expect(third.history).toEqual({ undo: null, redo: 'Add company A' });
    expect(third.redo()).toBe('Add company A');
    expect(labelsOf(third)).toEqual(['A']);
  });

  it('leaves nothing when there is an error inside it', () => {
    const study = makeOpenStudy();
    const before = dumpTables(study.read);
    const fails = (write: WriteHandle) => {
      insertCompany(write, { label: 'A', name: 'A' });
      throw new Error('Nothing came of it.');
    };
    expect(() => study.transact({ label: 'Fail' }, fails)).toThrow('Nothing came of it.');
    expect(dumpTables(study.read)).toEqual(before);
    expect(countRows(study.read, 'steps')).toBe(0);
    study.transact({ label: 'Add company B' }, addCompany('B'));
    expect(listSteps(study.read).map(({ label }) => label)).toEqual(['Add company B']);
  });

  it('refuses a function that waits, and writes nothing of it, neither at once nor later', async () => {
    const study = makeOpenStudy();
    let later: Promise<unknown> | undefined;
    const waits = (write: WriteHandle) => {
      later = (async () => {
        insertCompany(write, { label: 'A', name: 'A' });
        await Promise.resolve();
        insertCompany(write, { label: 'B', name: 'B' });
      })();
      return later;
    };
    expect(() => study.transact({ label: 'Wait' }, waits)).toThrow('The step “Wait” must not wait');
    await expect(later).rejects.toThrow('after its step had ended');
    expect(labelsOf(study)).toEqual([]);
  });

  it('is not kept when it changes nothing, and a row set to what it was is no change', () => {
    const study = makeOpenStudy();
    const id = study.transact({ label: 'Add company A' }, addCompany('A'));
    study.transact({ label: 'Look' }, (write) => listCompanies(write));
    study.transact({ label: 'Change company A' }, (write) =>
      updateCompany(write, { id, label: 'A', name: 'A', definition: '' }),
    );
    expect(listSteps(study.read).map(({ label }) => label)).toEqual(['Add company A']);
  });

  it('without changes leaves what can be redone', () => {
    const study = makeOpenStudy();
    study.transact({ label: 'Add company A' }, addCompany('A'));
    study.undo();
    study.transact({ label: 'Look' }, () => undefined);
    expect(study.history.redo).toBe('Add company A');
  });

  it('drops what could be redone when it comes after an undo', () => {
    const study = makeOpenStudy();
    study.transact({ label: 'Add company A' }, addCompany('A'));
    study.transact({ label: 'Add company B' }, addCompany('B'));
    study.undo();
    study.transact({ label: 'Add company C' }, addCompany('C'));
    expect(study.redo()).toBeNull();
    expect(labelsOf(study)).toEqual(['A', 'C']);
    expect(listSteps(study.read).map(({ label }) => label)).toEqual(['Add company C', 'Add company A']);
    expect(countRows(study.read, 'changes')).toBe(2);
  });

  it('needs a label', () => {
    const study = makeOpenStudy();
    expect(() => study.transact({ label: '' }, addCompany('A'))).toThrow('CHECK constraint');
    expect(labelsOf(study)).toEqual([]);
  });

  it('cannot begin within another one, which would lose its record', () => {
    const study = makeOpenStudy();
    const nested = () => study.transact({ label: 'Inner' }, addCompany('A'));
    expect(() => study.transact({ label: 'Outer' }, nested)).toThrow('cannot begin within another one');
    expect(labelsOf(study)).toEqual([]);
  });

  it('takes its writable handle back when it ends', () => {
    const study = makeOpenStudy();
    const kept = study.transact({ label: 'Add company A' }, (write) => {
      insertCompany(write, { label: 'A', name: 'A' });
      return write;
    });
    expect(() => insertCompany(kept, { label: 'B', name: 'B' })).toThrow('after its step had ended');
    expect(labelsOf(study)).toEqual(['A']);
  });

  it('tells in the audit trail who did what, and what of it is undone', () => {
    const study = makeOpenStudy();
    const coderId = listCoders(study.read)[0]?.id ?? 0;
    study.transact({ label: 'Add company A', coderId }, addCompany('A'));
    study.transact({ label: 'Add company B' }, addCompany('B'));
    study.undo();
    expect(listSteps(study.read)).toMatchObject([
      { label: 'Add company B', coder: null, isUndone: true },
      { label: 'Add company A', coder: 'AB', isUndone: false },
    ]);
  });
});

describe('undo', () => {
  it('has nothing to say in a new study: its making is no step', () => {
    const study = makeOpenStudy();
    expect(study.undo()).toBeNull();
    expect(study.redo()).toBeNull();
  });

  it('restores the former value of a row that was changed twice in one step', () => {
    const study = makeOpenStudy();
    const id = listCoders(study.read)[0]?.id ?? 0;
    study.transact({ label: 'Rename' }, (write) => {
      renameCoder(write, id, 'CD');
      renameCoder(write, id, 'EF');
    });
    study.undo();
    expect(listCoders(study.read)[0]?.name).toBe('AB');
    study.redo();
    expect(listCoders(study.read)[0]?.name).toBe('EF');
  });
});

describe('undo after another program wrote to the study', () => {
  /** Does the step, lets a stranger write, and expects undo to refuse and to change nothing. */
  function expectRefusal(step: (write: WriteHandle) => unknown, sql: string): string {
    const study = makeOpenStudy();
    study.transact({ label: 'Prepare' }, (write) => {
      insertCompany(write, { label: 'A', name: 'A' });
      insertOpenCode(write, { name: 'Trust' });
    });
    study.transact({ label: 'The step' }, step);
    study.close();
    writeAsStranger(study.path, sql);
    const again = openAgain(study.path);
    const before = dumpTables(again.read);
    let message = '';
    try {
      again.undo();
    } catch (error) {
      expect(error).toBeInstanceOf(HistoryConflictError);
      message = error instanceof Error ? error.message : '';
    }
    expect(dumpTables(again.read)).toEqual(before);
    expect(again.history.undo).toBe('The step');
    return message;
  }
  const rename = (write: WriteHandle) => write.run("UPDATE companies SET name = 'Ours' WHERE label = 'A'");

  it('is refused when a row of the step has another value', () => {
    expect(expectRefusal(rename, "UPDATE companies SET name = 'Theirs'")).toContain('a row of “companies”');
  });

  it('is refused when a row of the step is gone', () => {
    expect(expectRefusal(rename, 'DELETE FROM companies')).toContain('Nothing was changed now.');
  });

  it('is refused when a row that the step deleted stands there again', () => {
    const remove = (write: WriteHandle) => write.run("DELETE FROM codes WHERE name = 'Trust'");
    const sql = `INSERT INTO codes (id, guid, kind, name, colour, position)
      SELECT max(id) + 1, 'g', 'open', 'Trust', 'x', 0 FROM codes`;
    expect(expectRefusal(remove, sql)).toContain('Nothing was changed now.');
  });

  it('is refused when rows that the record does not know would go along', () => {
    const add = (write: WriteHandle) => insertCompany(write, { label: 'B', name: 'B' });
    const sql = `INSERT INTO practitioners (guid, company_id, name) SELECT 'g', id, 'N.' FROM companies WHERE label = 'B'`;
    expect(expectRefusal(add, sql)).toContain('was changed by something else since');
  });
});

describe('deleting a company', () => {
  it('takes everything of it along, and one undo brings all of it back', () => {
    const study = makeOpenStudy();
    study.transact({ label: 'Fill' }, (write) => {
      addTranscript(write, {
        name: 'A_P1',
        company: 'A',
        technique: 'P',
        lines: [
          ['P1', 'We do.'],
          ['I', 'Why?'],
        ],
      });
      addCoding(write, { transcript: 'A_P1', quote: 'We do.', code: 'D1' });
      insertPractitioner(write, { companyId: 1, name: 'Silent', role: '', seniority: '' });
      insertCoder(write, 'CD');
    });
    const before = dumpTables(study.read);
    study.transact({ label: 'Delete company' }, (write) => write.run('DELETE FROM companies'));
    for (const table of [
      'sessions',
      'transcripts',
      'originals',
      'turns',
      'excerpts',
      'codings',
      'participants',
    ])
      expect([table, countRows(study.read, table)]).toEqual([table, 0]);
    const after = dumpTables(study.read);
    study.undo();
    expect(dumpTables(study.read)).toEqual(before);
    study.redo();
    expect(dumpTables(study.read)).toEqual(after);
  });
});
