import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newestVersion } from '../../../db/migrate.ts';
import { openStudy, type Study } from '../../../db/study.ts';
import { importFiles } from '../../../electron/import/import-transcripts.ts';
import { makeStudy } from '../../../electron/import/make-study.ts';
import { previewFiles } from '../../../electron/import/preview.ts';
import { toProposedImport } from '../../../electron/import/proposed-import.ts';
import { router } from '../../../electron/ipc/handlers/router.ts';
import { resourceFolders } from '../../../electron/resource-folders.ts';
import { writeAsStranger } from '../../support/study.ts';

const folder = mkdtempSync(join(tmpdir(), 'casebench-service-'));
const folders = resourceFolders();
let study: Study;
let count = 0;

const connect = () => createRouterClient(router, { context: { study, folders } });

beforeAll(() => {
  writeFileSync(
    join(folder, 'A_P1_2021-02-03.txt'),
    'I: Do you version data?\nP1: 😀 We do, in Artifactory.\nP2: Not all of it.\n',
  );
});

beforeEach(() => {
  const path = join(folder, `study-${count++}.casebench`);
  study = makeStudy(path, {
    name: 'Test',
    schemesFolder: folders.schemes,
    schemeId: 'mlops-maturity-2021',
    coder: 'AB',
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Imports the one transcript as the window would, with what the preview proposes. */
async function importTranscript(): Promise<number> {
  const api = connect();
  for await (const event of await api.import.preview({
    files: [{ path: join(folder, 'A_P1_2021-02-03.txt') }],
  })) {
    if (event.kind !== 'file') throw new Error(event.problem.message);
    const files = [toProposedImport(event.file)];
    for await (const step of await api.import.run({ files, coderId: null })) {
      if (step.kind === 'finished') return step.transcriptIds[0] ?? 0;
    }
  }
  throw new Error('Nothing was imported.');
}

async function applyFirst(code: string, quote: string) {
  const api = connect();
  const transcriptId = await importTranscript();
  const { text } = await api.transcript.get({ id: transcriptId });
  const codes = await api.code.list();
  const codeId = codes.find(({ itemRef }) => itemRef === code)?.id ?? 0;
  const start = text.indexOf(quote);
  const passage = { transcriptId, start, end: start + quote.length };
  return {
    passage,
    coding: await api.coding.apply({
      ...passage,
      codeId,
      coderId: 1,
      status: 'in place',
      evidence: 'affirmation',
    }),
  };
}

describe('the study service', () => {
  it('reads company, technique and date off the file name and finds the speakers', async () => {
    await importTranscript();
    const api = connect();
    expect(await api.transcript.list()).toMatchObject([
      { company: 'A', technique: 'P', date: '2021-02-03', turns: 3, codings: 0 },
    ]);
    const people = await api.practitioner.list();
    expect(
      people.map(({ name, participants }) => [name, participants.map(({ label, turns }) => [label, turns])]),
    ).toEqual([
      ['P1', [['P1', 1]]],
      ['P2', [['P2', 1]]],
    ]);
  });

  it('takes no company from a name that tells nothing else', async () => {
    const path = join(folder, 'notes.txt');
    writeFileSync(path, 'We met in the kitchen.\n');
    for await (const event of await connect().import.preview({ files: [{ path }] })) {
      expect(event).toMatchObject({ kind: 'file', file: { company: '', technique: '', date: null } });
    }
  });

  it('codes a passage behind an emoji and gives back its very quote with its speaker', async () => {
    const { coding } = await applyFirst('D5', 'We do, in Artifactory.');
    expect(coding.quote).toBe('We do, in Artifactory.');
    const [evidence] = await connect().evidence.list({ itemRefs: ['D5'] });
    expect(evidence).toMatchObject({
      quote: 'We do, in Artifactory.',
      company: 'A',
      technique: 'P',
      coder: 'AB',
    });
    expect(evidence?.speakers.map(({ participant }) => participant)).toEqual(['P1']);
  });

  it('undoes an import with all that came with it, and redoes it', async () => {
    await importTranscript();
    const api = connect();
    expect(await api.history.undo()).toEqual({ label: 'Import A_P1_2021-02-03' });
    expect(await api.transcript.list()).toEqual([]);
    expect(await api.company.list()).toEqual([]);
    expect(await api.history.redo()).toEqual({ label: 'Import A_P1_2021-02-03' });
    expect(await api.transcript.list()).toHaveLength(1);
    expect(await api.history.redo()).toEqual({ label: null });
  });

  it('tells which tables a step touched, to everybody who listens', async () => {
    const changes = await connect().study.changes();
    const first = changes.next();
    await connect().coder.save({ name: 'CD' });
    expect((await first).value).toEqual({
      tables: ['coders'],
      history: { undo: 'Add coder CD', redo: null },
    });
    await changes.return();
  });

  it('refuses a participant id that is another person’s, with a sentence, and keeps nothing of the attempt', async () => {
    await importTranscript();
    const api = connect();
    const [first] = await api.practitioner.list();
    const person = { companyId: first?.companyId ?? 0, role: '', seniority: '', participants: ['P1'] };
    await api.practitioner.save({ ...person, name: 'A-01', id: first?.id });
    const attempt = api.practitioner.save({ ...person, name: 'Somebody else' });
    await expect(attempt).rejects.toThrow("The participant id “P1” is A-01's already");
    expect(await api.practitioner.list()).toHaveLength(2);
  });

  it('moves an id that an import met before anybody said who it is, with its turns', async () => {
    await importTranscript();
    const api = connect();
    const [first] = await api.practitioner.list();
    const person = { companyId: first?.companyId ?? 0, name: 'A-01', role: '', seniority: '' };
    await api.practitioner.save({ ...person, participants: ['P1', 'P2', 'W1'] });
    const people = await api.practitioner.list();
    expect(
      people.map(({ name, participants }) => [
        name,
        participants.map(({ label, turns }) => `${label} ${turns}`),
      ]),
    ).toEqual([['A-01', ['P1 1', 'P2 1', 'W1 0']]]);
  });

  it('adds the words behind a label that is no speaker to the turn before', async () => {
    const path = join(folder, 'A_P3_2021-02-04.txt');
    writeFileSync(path, 'P3: We measured it.\nResult: all fine.\nP3: Yes.\n');
    const api = connect();
    const file = { path, name: 'x', company: 'A', technique: 'P', date: null, sessionId: null };
    const speakers = {
      P3: { kind: 'new', participant: 'P3', name: 'P3', role: '' },
      Result: { kind: 'text' },
    } as const;
    for await (const _ of await api.import.run({ files: [{ ...file, speakers }], coderId: null }));
    const [row] = await api.transcript.list();
    const { text, turnList } = await api.transcript.get({ id: row?.id ?? 0 });
    expect(
      turnList.map(({ start, end, participant }) => [text.slice(start, end).trim(), participant]),
    ).toEqual([
      ['P3: We measured it.\nResult: all fine.', 'P3'],
      ['P3: Yes.', 'P3'],
    ]);
  });

  async function proposeFirst() {
    for await (const event of previewFiles(study, [
      { path: join(folder, 'A_P1_2021-02-03.txt'), charset: null, rule: null },
    ])) {
      if (event.kind === 'file') return toProposedImport(event.file);
    }
    throw new Error('Nothing was proposed.');
  }

  it('forgets an import that was cancelled while it was written', async () => {
    const abort = new AbortController();
    const events = importFiles(study, [await proposeFirst()], null, abort.signal);
    await events.next();
    const rest = events.next();
    const unsubscribe = study.onChange(() => {
      unsubscribe();
      abort.abort();
    });
    expect(await rest).toEqual({ value: undefined, done: true });
    expect(await connect().transcript.list()).toEqual([]);
    expect(study.history).toEqual({ undo: null, redo: null });
  });

  it('says why nothing can be imported into a study that may only be read', async () => {
    const file = await proposeFirst();
    study.close();
    writeAsStranger(study.path, `PRAGMA user_version = ${newestVersion() + 1}`);
    study = openStudy(study.path);
    const importing = async () => {
      for await (const event of await connect().import.run({ files: [file], coderId: null })) void event;
    };
    await expect(importing()).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/open for reading only. Update Casebench to change it.$/),
    });
  });

  it('says which name is taken', async () => {
    const api = connect();
    await api.company.save({ label: 'A', name: 'One' });
    await expect(api.company.save({ label: 'a', name: 'Two' })).rejects.toThrow(
      'Another company has this label.',
    );
  });

  it('refuses arguments that are not of the contract', async () => {
    const api = connect();
    await expect(api.transcript.get({ id: -1 })).rejects.toThrow();
    await expect(
      api.placement.save({ companyId: 1, value: 9.25, rationale: '', date: null, coderId: 1 }),
    ).rejects.toThrow('A placement is 0, 0.5, 1 … up to 4.');
    const rating = { companyId: 1, value: 'L' as const, rationale: '', excerptIds: [], coderId: 1 };
    await expect(api.rating.save({ ...rating, itemRef: 'D1' })).rejects.toThrow(
      'The scheme has no precondition “D1”.',
    );
    await expect(api.study.setRule({ ruleId: 'lenient' })).rejects.toThrow(
      'The scheme has no rule “lenient”.',
    );
  });

  it('rates on excerpts, places, and tells the interval of every rule', async () => {
    const { coding } = await applyFirst('1.1', 'We do, in Artifactory.');
    const api = connect();
    const [company] = await api.company.list();
    const companyId = company?.id ?? 0;
    await api.rating.save({
      companyId,
      itemRef: '1.1',
      value: 'L',
      rationale: 'Said so.',
      excerptIds: [coding.excerptId],
      coderId: 1,
    });
    await api.placement.save({ companyId, value: 0.5, rationale: 'Begun.', date: null, coderId: 1 });
    expect(await api.rating.list()).toMatchObject([
      { itemRef: '1.1', value: 'L', excerptIds: [coding.excerptId] },
    ]);
    const [placement] = await api.placement.list();
    expect(placement).toMatchObject({ placement: 0.5, computed: { low: 0, high: 4 } });
    expect(placement?.byRule.map(({ ruleId }) => ruleId)).toEqual([
      'strict',
      'iso-33020-like',
      'scampi-like',
      'majority',
    ]);
    expect(placement?.narrowing).not.toContain('1.1');
  });

  it('names in the history what was changed of a coding', async () => {
    const { coding } = await applyFirst('D5', 'Not all of it.');
    const api = connect();
    await api.coding.update({ id: coding.id, status: 'partly' });
    expect(study.history.undo).toBe('Set the status to partly');
    await api.coding.update({ id: coding.id, newCodeName: 'Gaps' });
    expect(study.history.undo).toBe('Change the code to “Gaps”');
    await api.history.undo();
    expect((await api.code.list()).some(({ name }) => name === 'Gaps')).toBe(false);
    expect(await api.evidence.list({ itemRefs: ['D5'] })).toMatchObject([{ status: 'partly' }]);
  });

  it('keeps scheme items when asked to delete one', async () => {
    const api = connect();
    const [code] = await api.code.list();
    await expect(api.code.delete({ ids: [code?.id ?? 0] })).rejects.toThrow('only open codes are deleted');
  });

  it('brings back an open code with its codings by one undo', async () => {
    const { passage } = await applyFirst('D5', 'Not all of it.');
    const api = connect();
    const { codeId } = await api.coding.applyNewCode({
      ...passage,
      name: 'Half-hearted',
      coderId: 1,
      status: 'partly',
      evidence: 'affirmation',
    });
    await api.code.delete({ ids: [codeId] });
    expect(await api.evidence.list({ codeIds: [codeId] })).toEqual([]);
    await api.history.undo();
    expect(await api.evidence.list({ codeIds: [codeId] })).toMatchObject([
      { quote: 'Not all of it.', code: 'Half-hearted' },
    ]);
  });
});
