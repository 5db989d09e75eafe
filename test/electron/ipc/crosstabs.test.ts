import { createRouterClient } from '@orpc/server';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Study } from '../../../db/study.ts';
import { findItemCode } from '../../../db/tables/codes.ts';
import { findCompany } from '../../../db/tables/companies.ts';
import { router } from '../../../electron/ipc/handlers/router.ts';
import { resourceFolders } from '../../../electron/resource-folders.ts';
import { addCoding, addTranscript, makeOpenStudy } from '../../support/study.ts';

let study: Study;
const connect = () => createRouterClient(router, { context: { study, folders: resourceFolders() } });
const idOf = (item: string) => findItemCode(study.read, item)?.id ?? 0;

beforeEach(() => {
  study = makeOpenStudy();
  study.transact({ label: 'Fill' }, (write) => {
    addTranscript(write, { name: 'T', company: 'A', technique: 'P', lines: [['P1', 'We do so, ever.']] });
    addCoding(write, { transcript: 'T', quote: 'We do', code: 'D1' });
    addCoding(write, { transcript: 'T', quote: 'We do', code: 'D1', coder: 'CD', status: 'planned' });
    addCoding(write, { transcript: 'T', quote: 'do so', code: 'D2', evidence: 'artefact' });
  });
});

describe('tables of codes', () => {
  it('are counted', async () => {
    const table = await connect().crosstab.count({
      kind: 'technique',
      counts: 'excerpts',
      withSubCodes: false,
      codeIds: [idOf('D2'), idOf('D1'), idOf('D3')],
    });
    expect(table.columns[0]).toMatchObject({ label: 'P', detail: 'Interview', total: 2 });
    expect(table.rows.map(({ total, at, counts }) => ({ total, at, counts }))).toEqual([
      { total: 1, at: [0], counts: [1] },
      { total: 1, at: [0], counts: [1] },
      { total: 0, at: [], counts: [] },
    ]);
    expect(table.total).toBe(2);
  });

  it('tell what occurs together, and in which excerpts', async () => {
    const choice = { counts: 'excerpts', withSubCodes: false, nearTurns: null } as const;
    const codeIds = [idOf('D1'), idOf('D2')];
    const { rows } = await connect().coOccurrence.count({ ...choice, codeIds });
    expect(rows[0]).toEqual({
      codeId: codeIds[0],
      total: 1,
      at: [0, 1],
      counts: [1, 1],
      coefficients: [1, 1],
    });
    const pair = await connect().coOccurrence.pair({ ...choice, left: idOf('D1'), right: idOf('D2') });
    expect(pair.pairs).toBe(1);
    const evidence = await connect().evidence.list({ excerptIds: pair.excerptIds });
    expect(evidence.map(({ quote }) => quote)).toEqual(['We do', 'We do', 'do so']);
  });
});

describe('the framework matrix', () => {
  it('tells excerpts, persons, statuses and degree, for some coders alone where they are named', async () => {
    const companyId = findCompany(study.read, 'A')?.id;
    const cell = { companyId, codeId: idOf('D1'), excerpts: 1, persons: 1, degree: 1 };
    expect(await connect().framework.list({ codeIds: [idOf('D1')] })).toEqual([
      { ...cell, statuses: ['in place', 'planned'] },
    ]);
    const [first] = await connect().coder.list();
    expect(await connect().framework.list({ codeIds: [idOf('D1')], coderIds: [first?.id ?? 0] })).toEqual([
      { ...cell, statuses: ['in place'] },
    ]);
  });

  it('keeps a summary as one step with the name of its cell', async () => {
    const cell = { companyId: findCompany(study.read, 'A')?.id ?? 0, codeId: idOf('D1') };
    await connect().summary.save({ ...cell, text: 'They do.', coderId: 1 });
    expect(await connect().summary.list()).toMatchObject([{ ...cell, text: 'They do.' }]);
    expect(await connect().history.undo()).toEqual({ label: 'Summarise A · D1' });
    expect(await connect().summary.list()).toEqual([]);
  });

  it('says so when a code is no more', async () => {
    const save = connect().summary.save({ companyId: 1, codeId: 9999, text: 'x', coderId: 1 });
    await expect(save).rejects.toThrow('This code does not exist any more.');
  });
});
