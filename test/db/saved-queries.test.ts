import { createRouterClient } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { conditionSchema, deepestCondition, openQuestion, type Question } from '../../db/model/retrieval.ts';
import { listSavedQueries } from '../../db/saved-queries.ts';
import { deleteCode, findOpenCode, insertOpenCode } from '../../db/tables/codes.ts';
import { insertSavedQuery } from '../../db/tables/saved-queries.ts';
import { router } from '../../electron/ipc/handlers/router.ts';
import { resourceFolders } from '../../electron/resource-folders.ts';
import { addCoding, addTranscript, makeOpenStudy } from '../support/study.ts';

function open() {
  const study = makeOpenStudy();
  study.transact({ label: 'Fill' }, (write) => {
    addTranscript(write, {
      name: 'T',
      company: 'A',
      technique: 'P',
      lines: [['P1', 'We trust it. We fear it.']],
    });
    addCoding(write, { transcript: 'T', quote: 'We fear', code: 'fear' });
    addCoding(write, { transcript: 'T', quote: 'We trust', code: 'trust' });
  });
  const id = (name: string) => findOpenCode(study.read, name)?.id ?? 0;
  const question: Question = {
    ...openQuestion,
    filter: { codes: { ids: [id('fear'), id('trust')], withSubCodes: false }, companyIds: [1] },
    condition: {
      is: 'not',
      of: {
        is: 'near',
        turns: 3,
        target: { codes: { ids: [id('trust')], withSubCodes: true }, condition: null },
      },
    },
  };
  const client = createRouterClient(router, { context: { study, folders: resourceFolders() } });
  return { study, id, question, client };
}

describe('a saved query', () => {
  it('asks the same again, each change of it is a step, and undo brings it back', async () => {
    const { study, question, client } = open();
    const { id } = await client.savedQuery.create({ name: 'Worries', question });
    expect(study.history.undo).toBe('Save query “Worries”');
    expect(await client.savedQuery.list()).toEqual([{ id, name: 'Worries', question, remarks: [] }]);
    await client.savedQuery.rename({ id, name: 'Fears' });
    await client.savedQuery.replace({ id, question: openQuestion });
    expect(study.history.undo).toBe('Change query “Fears”');
    expect(await client.savedQuery.list()).toMatchObject([{ name: 'Fears', question: openQuestion }]);
    await client.savedQuery.delete({ id });
    expect(study.history.undo).toBe('Delete query “Fears”');
    for (let step = 0; step < 3; step++) study.undo();
    expect(await client.savedQuery.list()).toMatchObject([{ name: 'Worries', question }]);
  });

  it('asks for the code into which one of its codes was merged, once, and undo brings back what it asked', async () => {
    const { study, id, question, client } = open();
    await client.savedQuery.create({ name: 'Worries', question });
    const into = id('trust');
    await client.code.merge({ ids: [id('fear')], intoId: into });
    const [saved] = await client.savedQuery.list();
    expect(saved).toMatchObject({
      remarks: [],
      question: { filter: { codes: { ids: [into] } }, condition: question.condition },
    });
    study.undo();
    expect(await client.savedQuery.list()).toMatchObject([{ question, remarks: [] }]);
  });

  it('refuses a name that is taken, in capitals too', async () => {
    const { question, client } = open();
    await client.savedQuery.create({ name: 'Worries', question });
    await expect(client.savedQuery.create({ name: 'WORRIES', question })).rejects.toThrow(
      'Another saved query has this name. Choose another one.',
    );
  });

  it('says which code is gone, and never takes another one for it that got its id', async () => {
    const { study, id, question, client } = open();
    await client.savedQuery.create({ name: 'Worries', question });
    const former = id('trust');
    study.transact({ label: 'Delete' }, (write) => deleteCode(write, former));
    const next = study.transact({ label: 'New' }, (write) => insertOpenCode(write, { name: 'hope' }));
    expect(next).toBe(former);
    const [query] = await client.savedQuery.list();
    expect(query?.remarks).toEqual(['The code “trust” is gone from the study, and so from this query.']);
    expect(query?.question.filter).toEqual({
      codes: { ids: [id('fear')], withSubCodes: false },
      companyIds: [1],
    });
    // A choice of which nothing is left admits nothing, rather than everything.
    expect(query?.question.condition).toEqual({
      is: 'not',
      of: { is: 'near', turns: 3, target: { codes: { ids: [], withSubCodes: true }, condition: null } },
    });
    study.undo();
    study.undo();
    expect((await client.savedQuery.list())[0]).toMatchObject({ question, remarks: [] });
  });

  it('of another version of the program says so', () => {
    const { study } = open();
    study.transact({ label: 'Later' }, (write) =>
      insertSavedQuery(write, 'Later', '{"question":{"version":2}}'),
    );
    expect(listSavedQueries(study.read)).toMatchObject([
      { question: openQuestion, remarks: [expect.stringContaining('another version of Casebench')] },
    ]);
  });
});

describe('what the boundary lets through', () => {
  it('finds, and reads pages, with checked arguments', async () => {
    const { question, client } = open();
    const found = await client.retrieval.find({
      question: { ...question, condition: null },
      grouping: 'code',
    });
    expect(found).toMatchObject({ codings: 2, excerpts: 2, transcripts: 1, persons: 1 });
    const page = await client.retrieval.page({ ids: found.ids });
    expect(page.map(({ code }) => code)).toEqual(['fear', 'trust']);
    const crooked = Object.assign({}, question, { sort: 'up' });
    await expect(client.retrieval.find({ question: crooked, grouping: 'none' })).rejects.toThrow();
  });

  it('refuses a condition nested too deep', () => {
    const nest = (depth: number): unknown =>
      depth === 1 ? { is: 'and', of: [] } : { is: 'not', of: nest(depth - 1) };
    expect(conditionSchema.safeParse(nest(deepestCondition)).success).toBe(true);
    expect(conditionSchema.safeParse(nest(deepestCondition + 1)).success).toBe(false);
  });
});
