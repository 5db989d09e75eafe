import { readFileSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { indexSlice, listUnindexed } from '../../../db/search-index.ts';
import type { Study } from '../../../db/study.ts';
import { updateCoding } from '../../../db/tables/codings.ts';
import { insertMemo } from '../../../db/tables/memos.ts';
import type { SearchRow } from '../../../electron/ipc/contract/search.ts';
import { router } from '../../../electron/ipc/handlers/router.ts';
import { resourceFolders } from '../../../electron/resource-folders.ts';
import {
  addCoding,
  addTranscript,
  freePath,
  makeOpenStudy,
  openAgain,
  writeAsStranger,
} from '../../support/study.ts';

const folders = resourceFolders();
const connect = (study: Study) => createRouterClient(router, { context: { study, folders } });
type Request = Parameters<ReturnType<typeof connect>['search']['run']>[0];

const plain: Omit<Request, 'words'> = { mode: 'words', isExact: false, kinds: ['transcript'] };

function makeStudyOfTalks(): Study {
  const study = makeOpenStudy();
  study.transact({ label: 'Import' }, (write) => {
    addTranscript(write, {
      name: 'A_P1',
      company: 'A',
      technique: 'P',
      lines: [
        ['I', 'Do you deploy often?'],
        ['P1', 'We deploy on Fridays. Nobody likes to déploy then.\nStill we deploy.'],
      ],
      people: { P1: 'Anna' },
    });
    addTranscript(write, {
      name: 'B_W2',
      company: 'B',
      technique: 'W',
      lines: [['W2', 'このデータは大事です。 Deployments fail.']],
    });
  });
  return study;
}

async function search(study: Study, request: Pick<Request, 'words'> & Partial<Request>) {
  let searchId = 0;
  let hits = 0;
  for await (const event of await connect(study).search.run({ ...plain, ...request })) {
    searchId = event.searchId;
    hits = event.hits;
  }
  const { rows } = await connect(study).search.page({ searchId, sort: 'place', from: 0, count: 100 });
  return { searchId, hits, rows };
}

const toLine = ({ before, words, after }: SearchRow) => `${before}|${words}|${after}`;

function indexAll(study: Study): void {
  for (let ids = listUnindexed(study.read); ids.length > 0; ids = ids.slice(indexSlice(study, ids)));
}

describe('a search in transcripts', () => {
  it('finds the same with and without the index, and after an edit of half of it', async () => {
    const study = makeStudyOfTalks();
    const before = await search(study, { words: 'deploy*' });
    indexAll(study);
    const after = await search(study, { words: 'deploy*' });
    expect(before.rows.map(toLine)).toEqual([
      'Do you |deploy| often?',
      'We |deploy| on Fridays. Nobody likes to déploy then. Still we deploy.',
      'We deploy on Fridays. Nobody likes to |déploy| then. Still we deploy.',
      'We deploy on Fridays. Nobody likes to déploy then. Still we |deploy|.',
      'このデータは大事です。 |Deployments| fail.',
    ]);
    expect(after.rows).toEqual(before.rows);
    study.transact({ label: 'Correct' }, (write) =>
      write.run(
        "UPDATE transcripts SET text = replace(text, 'Deployments', 'Releases...') WHERE name = 'B_W2'",
      ),
    );
    expect((await search(study, { words: 'deploy*' })).hits).toBe(4);
    expect((await search(study, { words: 'releases' })).hits).toBe(1);
    study.undo();
    expect((await search(study, { words: 'deploy*' })).hits).toBe(5);
    study.redo();
    expect((await search(study, { words: 'deploy*' })).hits).toBe(4);
  });

  it('tells who speaks, in which turn, and the place that opens', async () => {
    const { rows } = await search(makeStudyOfTalks(), { words: '"on Fridays"' });
    expect(rows).toMatchObject([
      {
        title: 'A_P1',
        company: 'A',
        technique: 'P',
        participant: 'P1',
        role: 'Engineer',
        isInterviewer: false,
        turn: 2,
      },
    ]);
    const { text } = await connect(makeStudyOfTalks()).transcript.get({ id: 1 });
    const place = rows[0]?.place;
    expect(text.slice(place?.start, place?.end)).toBe('on Fridays');
  });

  it('does not find the labels of speakers', async () => {
    expect((await search(makeStudyOfTalks(), { words: 'P1' })).hits).toBe(0);
    expect((await search(makeStudyOfTalks(), { words: '^P1', mode: 'pattern' })).hits).toBe(0);
  });

  it.each([
    [{ companyIds: [2] }, ['B_W2']],
    [{ techniques: ['P'] }, ['A_P1', 'A_P1', 'A_P1', 'A_P1']],
    [{ speakers: { kind: 'participants' as const } }, ['A_P1', 'A_P1', 'A_P1', 'B_W2']],
    [{ speakers: { kind: 'role' as const, role: 'Manager' } }, []],
  ])('keeps to the limits %j', async (limits, titles) => {
    const { rows } = await search(makeStudyOfTalks(), { words: 'deploy*', ...limits });
    expect(rows.map(({ title }) => title)).toEqual(titles);
  });

  it('counts what is left out only where it looks', async () => {
    const study = makeStudyOfTalks();
    indexAll(study);
    const request = { words: 'Fridays NOT often', speakers: { kind: 'participants' as const } };
    expect((await search(study, request)).hits).toBe(1);
    expect((await search(study, { words: 'Fridays NOT often' })).hits).toBe(0);
  });

  it('finds parts of words, in scripts without blanks too, and regular expressions', async () => {
    const study = makeStudyOfTalks();
    const lines = async (words: string, mode: 'part' | 'pattern', isExact = false) =>
      (await search(study, { words, mode, isExact })).rows.map(({ words: found }) => found);
    expect(await lines('データ', 'part')).toEqual(['データ']);
    expect(await lines('PLOY', 'part')).toHaveLength(5);
    expect(await lines('PLOY', 'part', true)).toEqual([]);
    expect(await lines('\\bd[eé]ploy\\w+', 'pattern')).toEqual(['Deployments']);
    expect(await lines('^Still', 'pattern')).toEqual(['Still']);
  });

  it('sorts by what stands before, read leftwards, by what stands after, and by participant', async () => {
    const study = makeStudyOfTalks();
    const { searchId } = await search(study, { words: 'deploy*' });
    const sorted = async (sort: 'before' | 'after' | 'participant') =>
      (await connect(study).search.page({ searchId, sort, from: 0, count: 9 })).rows.map(({ hit }) => hit);
    expect(await sorted('before')).toEqual([2, 1, 3, 0, 4]);
    expect(await sorted('after')).toEqual([3, 4, 0, 1, 2]);
    expect(await sorted('participant')).toEqual([1, 2, 3, 4, 0]);
  });

  it('is refused in sentences that name the place', async () => {
    const study = makeStudyOfTalks();
    await expect(search(study, { words: 'we "on' })).rejects.toThrow(
      'A quotation mark at character 4 is never closed.',
    );
    await expect(search(study, { words: 'a(', mode: 'pattern' })).rejects.toThrow(
      'The pattern has “(” without “)” (character 2): close it, or write “\\(”.',
    );
  });

  it('ends a regular expression that never ends with a sentence', async () => {
    const study = makeOpenStudy();
    study.transact({ label: 'Import' }, (write) =>
      addTranscript(write, {
        name: 'x',
        company: 'A',
        technique: 'P',
        lines: [['P1', `${'a'.repeat(60)}!`]],
      }),
    );
    await expect(search(study, { words: '(a+)+$', mode: 'pattern' })).rejects.toThrow(
      /takes too long with one of the texts/,
    );
    expect((await search(study, { words: 'a*' })).hits).toBe(1);
  }, 30_000);

  it('is over when texts have changed since', async () => {
    const study = makeStudyOfTalks();
    const { searchId } = await search(study, { words: 'deploy' });
    study.transact({ label: 'Correct' }, (write) => write.run("UPDATE transcripts SET text = text || 'x'"));
    await expect(connect(study).search.page({ searchId, sort: 'place', from: 0, count: 9 })).rejects.toThrow(
      'The transcripts have changed since this search: search once more.',
    );
  });

  it('works in a study for reading that has no index', async () => {
    const study = makeStudyOfTalks();
    const path = freePath();
    study.copyTo(path);
    writeAsStranger(path, 'PRAGMA user_version = 99');
    const reading = openAgain(path);
    expect(reading.isReadOnly).toBe(true);
    expect((await search(reading, { words: 'deploy*' })).hits).toBe(5);
  });
});

describe('a search beyond transcripts', () => {
  it('finds memos, codes and comments, but no comments of coders that are hidden', async () => {
    const study = makeStudyOfTalks();
    const [mine, other] = study.transact({ label: 'Code' }, (write) => {
      const first = addCoding(write, { transcript: 'A_P1', quote: 'on Fridays', code: 'Rhythm' });
      const second = addCoding(write, { transcript: 'A_P1', quote: 'Still', code: 'Rhythm', coder: 'CD' });
      updateCoding(write, first, { comment: 'a rhythm of weeks' });
      updateCoding(write, second, { comment: 'no rhythm' });
      insertMemo(write, {
        transcriptId: 1,
        span: { start: 27, end: 33 },
        author: '',
        writtenAt: null,
        text: 'Rhythm matters',
      });
      return [first, second];
    });
    const kinds = ['memo', 'code', 'comment'] as const;
    const all = await search(study, { words: 'rhythm', kinds: [...kinds] });
    expect(all.rows.map(({ kind, id, field, title }) => [kind, id, field, title])).toEqual([
      ['memo', 1, 'text', 'A_P1'],
      ['code', expect.any(Number), 'name', 'Rhythm'],
      ['comment', mine, 'comment', 'Rhythm · A_P1'],
      ['comment', other, 'comment', 'Rhythm · A_P1'],
    ]);
    expect(all.rows[0]?.place).toEqual({ transcriptId: 1, start: 27, end: 33 });
    const some = await search(study, { words: 'rhythm', kinds: ['comment'], coderIds: [1] });
    expect(some.rows.map(({ id }) => id)).toEqual([mine]);
  });
});

describe('the hits of a search', () => {
  it('are copied so that a quotation mark at the beginning of a cell swallows none of the next', async () => {
    const study = makeOpenStudy();
    study.transact({ label: 'Import' }, (write) => {
      const words = '"Nobody" trusts models.';
      addTranscript(write, { name: 'A_P1', company: 'A', technique: 'P', lines: [['P1', words]] });
    });
    const { searchId } = await search(study, { words: 'trusts' });
    const { text } = await connect(study).search.copy({ searchId, sort: 'place' });
    expect(text.split('\t').slice(-3)).toEqual(['"""Nobody"" "', 'trusts', ' models.']);
  });

  it('are copied with tabs and saved as CSV, with no formula among them', async () => {
    const study = makeStudyOfTalks();
    const { searchId } = await search(study, { words: 'then' });
    const copied = await connect(study).search.copy({ searchId, sort: 'place' });
    expect(copied.text.split('\n')).toEqual([
      'company\ttechnique\twhere\tpart\tturn\tparticipant\trole\tbefore\thit\tafter',
      'A\tP\tA_P1\ttranscript\t2\tP1\tEngineer\tWe deploy on Fridays. Nobody likes to déploy \tthen\t. Still we deploy.',
    ]);
    const path = freePath('.csv');
    expect(await connect(study).search.save({ searchId, sort: 'place', path })).toEqual({ rows: 1 });
    expect(readFileSync(path, 'utf8')).toContain('A,P,A_P1,transcript,2,P1,Engineer,');
  });
});
