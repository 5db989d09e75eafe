import { createRouterClient } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import type { Study } from '../../../db/study.ts';
import { listCodingsOfTranscript } from '../../../db/tables/codings.ts';
import { router } from '../../../electron/ipc/handlers/router.ts';
import { resourceFolders } from '../../../electron/resource-folders.ts';
import { addCoding, addTranscript, countRows, makeOpenStudy } from '../../support/study.ts';

const folders = resourceFolders();
const connect = (study: Study) => createRouterClient(router, { context: { study, folders } });
const how = { coderId: 1, status: 'in place', evidence: 'affirmation' } as const;

function makeTalk(): Study {
  const study = makeOpenStudy();
  study.transact({ label: 'Import' }, (write) =>
    addTranscript(write, {
      name: 'A_P1',
      company: 'A',
      technique: 'P',
      lines: [
        ['I', 'Do you test?'],
        ['P1', 'We test. We test and test again.\nTests fail.'],
        ['P2', 'I never test.'],
      ],
    }),
  );
  return study;
}

async function findTests(study: Study): Promise<number> {
  let searchId = 0;
  const request = { words: 'test*', mode: 'words', isExact: false, kinds: ['transcript'] } as const;
  for await (const event of await connect(study).search.run({
    ...request,
    kinds: ['transcript'],
    speakers: { kind: 'participants' },
  }))
    searchId = event.searchId;
  return searchId;
}

async function listQuotes(study: Study, extent: 'hit' | 'sentence' | 'paragraph' | 'turn') {
  const api = connect(study);
  const { listId, passages } = await api.autoCode.fromSearch({ searchId: await findTests(study), extent });
  const rows = await api.autoCode.page({ listId, from: 0, count: 500 });
  expect(rows).toHaveLength(passages);
  return { listId, quotes: rows.map(({ words }) => words) };
}

async function code(study: Study, wish: Parameters<ReturnType<typeof connect>['autoCode']['run']>[0]) {
  for await (const event of await connect(study).autoCode.run(wish))
    if (event.kind === 'finished') return event.codings;
  return undefined;
}

describe('passages of hits', () => {
  it.each([
    ['hit', ['test', 'test', 'test', 'Tests', 'test']],
    ['sentence', ['We test.', 'We test and test again.', 'Tests fail.', 'I never test.']],
    ['paragraph', ['We test. We test and test again.', 'Tests fail.', 'I never test.']],
    ['turn', ['We test. We test and test again. Tests fail.', 'I never test.']],
  ] as const)('are each %s once', async (extent, quotes) => {
    expect((await listQuotes(makeTalk(), extent)).quotes).toEqual(quotes);
  });
});

describe('coding many passages', () => {
  it('is one step, without those left out, and one undo takes all back', async () => {
    const study = makeTalk();
    const { listId } = await listQuotes(study, 'sentence');
    const newCode = { newCodeName: 'Testing' };
    expect(await code(study, { listId, leftOut: [1], code: newCode, ...how })).toBe(3);
    expect(listCodingsOfTranscript(study.read, 1).map(({ quote }) => quote)).toEqual([
      'We test.',
      'Tests fail.',
      'I never test.',
    ]);
    expect(study.history.undo).toBe('Auto-code 3 passages with “Testing”');
    study.undo();
    expect(countRows(study.read, 'codings') + countRows(study.read, 'excerpts')).toBe(0);
    expect(study.history.undo).toBe('Import');
  });

  it('leaves passages as they are that the coder has coded so already', async () => {
    const study = makeTalk();
    study.transact({ label: 'Code' }, (write) => {
      const id = addCoding(write, {
        transcript: 'A_P1',
        quote: 'We test. We test',
        code: 'Testing',
        status: 'planned',
      });
      write.run("UPDATE codings SET comment = 'kept' WHERE id = ?", id);
    });
    const { listId } = await listQuotes(study, 'sentence');
    const [codeId = 0] = listCodingsOfTranscript(study.read, 1).map((coding) => coding.codeId);
    expect(await connect(study).autoCode.coded({ listId, codeId, coderId: 1 })).toEqual([0]);
    expect(await code(study, { listId, leftOut: [], code: { codeId }, ...how })).toBe(3);
    expect(listCodingsOfTranscript(study.read, 1)[0]).toMatchObject({ comment: 'kept', status: 'planned' });
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const study = makeOpenStudy();
    study.transact({ label: 'Import' }, (write) =>
      addTranscript(write, {
        name: 'long',
        company: 'A',
        technique: 'P',
        lines: Array.from({ length: 400 }, () => ['P1', 'We test.'] as const),
      }),
    );
    const { listId } = await listQuotes(study, 'turn');
    const codeId = study.transact({ label: 'New code' }, (write) =>
      Number(
        write.run(
          "INSERT INTO codes (guid, kind, name, colour, position) VALUES ('g', 'open', 'Testing', '#123456', 0)",
        ).id,
      ),
    );
    for await (const event of await connect(study).autoCode.run({
      listId,
      leftOut: [],
      code: { codeId },
      ...how,
    }))
      if (event.kind === 'progress') break;
    await study.whenFree();
    expect(countRows(study.read, 'codings')).toBe(0);
    expect(study.history.undo).toBe('New code');
  });

  it('takes all turns of a speaker, or of a role, in some transcripts or in all', async () => {
    const study = makeTalk();
    const list = async (
      whose: Parameters<ReturnType<typeof connect>['autoCode']['bySpeaker']>[0]['whose'],
      transcriptIds: number[] = [],
    ) => {
      const { listId } = await connect(study).autoCode.bySpeaker({ whose, transcriptIds });
      return (await connect(study).autoCode.page({ listId, from: 0, count: 9 })).map(({ words }) => words);
    };
    expect(await list({ kind: 'participant', participantId: 2 })).toEqual(['I never test.']);
    expect(await list({ kind: 'practitioner', practitionerId: 2 }, [99])).toEqual([]);
    expect(await list({ kind: 'role', role: 'Engineer' })).toEqual([
      'We test. We test and test again. Tests fail.',
      'I never test.',
    ]);
  });
});
