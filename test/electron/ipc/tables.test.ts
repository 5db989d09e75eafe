import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import type { Study } from '../../../db/study.ts';
import { insertCompany } from '../../../db/tables/companies.ts';
import { router } from '../../../electron/ipc/handlers/router.ts';
import { resourceFolders } from '../../../electron/resource-folders.ts';
import { addTranscript, freePath, makeOpenStudy } from '../../support/study.ts';

const workbook = join(import.meta.dirname, '../../fixtures/tables/people.xlsx');
const connect = (study: Study) =>
  createRouterClient(router, { context: { study, folders: resourceFolders() } });

function makeStudy() {
  const study = makeOpenStudy();
  study.transact({ label: 'Import' }, (write) => {
    addTranscript(write, { name: 'T', company: 'A', technique: 'P', lines: [['P1', 'Yes.']] });
  });
  return { study, api: connect(study) };
}

describe('a table through the contract', () => {
  it('is looked at, checked and applied, and one undo takes all of it back', async () => {
    const { study, api } = makeStudy();
    const source = { kind: 'file', path: workbook, sheet: null } as const;
    const look = await api.table.look({ table: 'participants', source });
    expect(look).toMatchObject({
      fileName: 'people.xlsx',
      sheets: ['Notes', 'Participants', 'Sessions'],
      sheet: 'Participants',
      hasHeads: true,
      columns: ['ID', 'Company', 'Job title', 'Years', 'Joined'],
      rows: 2,
      proposed: ['participant', 'company', 'role', null, null],
    });
    const mapped = {
      table: 'participants',
      source,
      hasHeads: look.hasHeads,
      fields: ['participant', 'company', 'role', 'new attribute:Years', null],
    } as const;
    const foreseen = await api.table.check({ ...mapped, fields: [...mapped.fields] });
    expect(foreseen.map(({ row, outcome, about }) => [row, outcome, about])).toEqual([
      [4, 'changed', 'P1, W1, S1'],
      [5, 'added', 'P2'],
    ]);
    expect(await api.practitioner.list()).toHaveLength(1);
    expect(await api.table.apply({ ...mapped, fields: [...mapped.fields], coderId: 1 })).toEqual(foreseen);
    const [first] = await api.practitioner.list();
    const [years] = await api.attribute.list();
    expect(first).toMatchObject({ role: 'Senior Data Engineer', attributes: { [String(years?.id)]: '12' } });
    expect((await api.history.list())[0]).toMatchObject({
      label: 'Add 1 and change 1 person from people.xlsx',
      coder: 'AB',
    });
    study.undo();
    expect(await api.practitioner.list()).toHaveLength(1);
    expect(await api.attribute.list()).toEqual([]);
  });

  it('waits for an import that begins while its file is read', async () => {
    const { study, api } = makeStudy();
    const source = { kind: 'file', path: workbook, sheet: 'Participants' } as const;
    const fields = ['participant', 'company', 'role', null, null];
    const applied = api.table.apply({ table: 'participants', source, hasHeads: true, fields, coderId: null });
    // The call is past its own wait, and reads.
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    await study.transactInSlices({ label: 'Import' }, async (write) => {
      // Nothing tells when the file has been read; were it not by then, the table would merely wait less.
      await new Promise((resolve) => setTimeout(resolve, 200));
      return insertCompany(write, { label: 'B', name: 'B' });
    });
    expect((await applied).map(({ outcome }) => outcome)).toEqual(['changed', 'added']);
    expect(study.history.undo).toContain('from people.xlsx');
  });

  it.each(['attribute:Deleted', 'new attribute: ', 'nonsense'])(
    'is refused with a sentence when a column is to hold “%s”',
    async (field) => {
      const { api } = makeStudy();
      const source = { kind: 'pasted', text: 'ID\tCompany\tX\nP2\tA\t3\n' } as const;
      const fields = ['participant', 'company', field];
      const check = api.table.check({ table: 'participants', source, hasHeads: true, fields });
      await expect(check).rejects.toThrow(
        `has a column for “${field}”, which is nothing this study can take`,
      );
    },
  );

  it('is looked for on the sheet of a workbook whose heads suit it', async () => {
    const { api } = makeStudy();
    const source = { kind: 'file', path: workbook, sheet: null } as const;
    expect(await api.table.look({ table: 'sessions', source })).toMatchObject({
      sheet: 'Sessions',
      proposed: ['session', 'company', 'technique', 'date', 'duration_minutes'],
    });
    const chosen = { ...source, sheet: 'Participants' };
    expect((await api.table.look({ table: 'sessions', source: chosen })).sheet).toBe('Participants');
  });

  it('that cannot be read is refused with a sentence', async () => {
    const { api } = makeStudy();
    const path = freePath('.csv');
    const source = { kind: 'file', path, sheet: null } as const;
    await expect(api.table.look({ table: 'sessions', source })).rejects.toThrow(
      'is not there: check its name',
    );
    writeFileSync(path, 'a,b\n"x\n');
    await expect(api.table.look({ table: 'sessions', source })).rejects.toThrow('quotes around a cell');
  });
});

describe('attributes through the contract', () => {
  it('are added, set for a practitioner, ordered, changed and deleted', async () => {
    const { study, api } = makeStudy();
    const { id } = await api.attribute.save({ name: 'Works from home', kind: 'yes or no' });
    const { id: other } = await api.attribute.save({ name: 'Level', kind: 'choice', choices: ['I', 'II'] });
    const [person] = await api.practitioner.list();
    if (!person) throw new Error('There is nobody.');
    const fields = { ...person, participants: ['P1'] };
    await api.practitioner.save({ ...fields, attributes: { [id]: 'Y', [other]: 'ii' } });
    expect((await api.practitioner.list())[0]?.attributes).toEqual({ [id]: 'yes', [other]: 'II' });
    await api.practitioner.save({ ...fields, attributes: { [other]: '' } });
    expect((await api.practitioner.list())[0]?.attributes).toEqual({ [id]: 'yes' });
    await api.attribute.order({ ids: [other, id] });
    expect((await api.attribute.list()).map(({ name }) => name)).toEqual(['Level', 'Works from home']);
    await expect(api.attribute.save({ id, name: 'Days', kind: 'number' })).rejects.toThrow(
      `The value “yes” of P1 is no number`,
    );
    await expect(api.attribute.save({ name: 'LEVEL', kind: 'text' })).rejects.toThrow(
      'Another attribute has this name. Choose another one.',
    );
    await api.attribute.delete({ id });
    expect(study.history.undo).toBe('Delete attribute Works from home');
    expect((await api.practitioner.list())[0]?.attributes).toEqual({});
  });

  it('refuse a value that does not fit, and nothing else of the practitioner is changed', async () => {
    const { api } = makeStudy();
    const { id } = await api.attribute.save({ name: 'Years', kind: 'number' });
    const [person] = await api.practitioner.list();
    if (!person) throw new Error('There is nobody.');
    const save = api.practitioner.save({
      ...person,
      role: 'Lead',
      participants: ['P1'],
      attributes: { [id]: 'many' },
    });
    await expect(save).rejects.toThrow('“many” cannot be the value of Years');
    expect((await api.practitioner.list())[0]?.role).toBe(person.role);
  });
});

describe('a session through the contract', () => {
  it('keeps its place and what was asked', async () => {
    const { api } = makeStudy();
    const [session] = await api.session.list();
    if (!session) throw new Error('There is no session.');
    expect(session).toMatchObject({ place: '', asked: [] });
    const { participants, ...fields } = session;
    const participantIds = participants.map(({ id }) => id);
    await api.session.save({ ...fields, participantIds, place: 'Lund', asked: ['D2', 'D1'] });
    expect((await api.session.list())[0]).toMatchObject({ place: 'Lund', asked: ['D1', 'D2'] });
  });

  it('has a date of the calendar', async () => {
    const { api } = makeStudy();
    const [session] = await api.session.list();
    if (!session) throw new Error('There is no session.');
    const save = (date: string) => api.session.save({ ...session, participantIds: [], date });
    await expect(save('2021-02-31')).rejects.toThrow('Input validation failed');
    await save('2024-02-29');
    expect((await api.session.list())[0]?.date).toBe('2024-02-29');
  });
});
