import { createRouterClient } from '@orpc/server';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Study } from '../../../db/study.ts';
import { router } from '../../../electron/ipc/handlers/router.ts';
import { resourceFolders } from '../../../electron/resource-folders.ts';
import { addCoding, addTranscript, makeOpenStudy } from '../../support/study.ts';

let study: Study;
const connect = () => createRouterClient(router, { context: { study, folders: resourceFolders() } });
const idOf = async (name: string) =>
  (await connect().code.list()).find((code) => code.name === name || code.itemRef === name)?.id ?? 0;
const add = (quote: string, code: string) =>
  study.transact({ label: 'Code' }, (write) => addCoding(write, { transcript: 'T', quote, code }));

beforeEach(() => {
  study = makeOpenStudy();
  study.transact({ label: 'Import' }, (write) =>
    addTranscript(write, {
      name: 'T',
      company: 'A',
      technique: 'P',
      lines: [
        ['P1', 'We keep versions.'],
        ['P2', 'Not all of us.'],
      ],
    }),
  );
});

describe('the codes of the service', () => {
  it('tell what each stands beneath, in words', async () => {
    const api = connect();
    const { id } = await api.code.create({ name: 'sensors', parentId: await idOf('D1') });
    await api.code.create({ name: 'noise', parentId: id });
    const trails = new Map((await api.code.list()).map(({ name, trail }) => [name, trail]));
    expect(trails.get('noise')).toEqual(['Data pipeline', 'D1 Collect and aggregate data', 'sensors']);
    expect(trails.get('Central repository of models')).toEqual(['2 Automated Model Deployment']);
  });

  it('are moved, merged, recoloured and deleted, each as a step with a name', async () => {
    const api = connect();
    const { id: fear } = await api.code.create({ name: 'fear' });
    const { id: doubt } = await api.code.create({ name: 'doubt' });
    expect(study.history.undo).toBe('New code doubt');
    await api.code.update({ id: fear, definition: 'Being afraid.' });
    expect(study.history.undo).toBe('Change code fear');
    await api.code.update({ id: fear, name: 'Fear' });
    expect(study.history.undo).toBe('Rename code fear to Fear');
    await api.code.move({ ids: [doubt], parentId: fear });
    expect(study.history.undo).toBe('Move code doubt');
    await expect(api.code.move({ ids: [fear], parentId: doubt })).rejects.toThrow(
      'A code cannot stand beneath itself.',
    );
    await api.code.recolour({ ids: [fear, doubt], colour: '#d64c4c' });
    expect(study.history.undo).toBe('Colour of 2 codes');
    await api.code.merge({ ids: [doubt], intoId: await idOf('D1') });
    expect(study.history.undo).toBe('Merge code doubt into D1');
    expect(await api.code.delete({ ids: [fear] })).toEqual({
      codes: 1,
      subcodes: 0,
      codings: 0,
      label: 'Delete code Fear',
    });
  });

  it('count a branch and its pipeline with each person once', async () => {
    add('versions', 'D1');
    const api = connect();
    const { id } = await api.code.create({ name: 'sensors', parentId: await idOf('D1') });
    add('versions', 'sensors');
    add('Not all', 'sensors');
    const { codes, groups } = await api.code.counts({ withSubcodes: true });
    const branch = { codings: 3, excerpts: 2, transcripts: 1, persons: 2 };
    expect(codes).toContainEqual({ codeId: await idOf('D1'), ...branch });
    expect(codes).toContainEqual({ codeId: id, codings: 2, excerpts: 2, transcripts: 1, persons: 2 });
    expect(groups).toContainEqual({ group: 'activity:0', ...branch });
    expect(groups).toContainEqual({ group: 'activity', ...branch });
    expect(groups.some(({ group }) => group === 'open')).toBe(false);
  });

  it('are split into a new one, beneath the item they come from', async () => {
    const first = add('versions', 'D5');
    add('Not all', 'D5');
    const api = connect();
    const id = await idOf('D5');
    const made = await api.code.split({
      id,
      codingIds: [first],
      to: { name: 'in Artifactory' },
      isCopy: false,
    });
    const codes = await api.code.list();
    expect(codes.find((code) => code.id === made.codeId)).toMatchObject({ parentId: id, codings: 1 });
    expect(codes.find((code) => code.id === id)).toMatchObject({ codings: 1 });
    await api.history.undo();
    expect((await api.code.list()).find((code) => code.id === id)).toMatchObject({ codings: 2 });
  });

  it('have texts and an example that leads to its place', async () => {
    const api = connect();
    const { id } = await api.code.create({ name: 'fear' });
    await api.code.update({ id, whenNotToUse: 'Prudence.' });
    await api.code.setAnchor({ id, place: { transcriptId: 1, start: 4, end: 11 } });
    expect(await api.code.get({ id })).toEqual({
      id,
      whenNotToUse: 'Prudence.',
      anchorExample: 'We keep',
      anchor: { transcriptId: 1, transcript: 'T', start: 4, end: 11 },
    });
    expect(await api.code.book()).toContainEqual({ id, whenNotToUse: 'Prudence.', anchorExample: 'We keep' });
    await expect(api.code.update({ id: await idOf('D1'), name: 'Mine' })).rejects.toThrow(
      'those of the scheme',
    );
  });
});
