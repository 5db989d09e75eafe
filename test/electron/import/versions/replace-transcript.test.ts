import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listEvidence } from '../../../../db/evidence.ts';
import type { Study } from '../../../../db/study.ts';
import { listAlteredExcerpts } from '../../../../db/tables/excerpts.ts';
import { insertMemo, listMemos } from '../../../../db/tables/memos.ts';
import { saveRating } from '../../../../db/tables/ratings.ts';
import { getVersion, getVersionOriginal, listVersions } from '../../../../db/tables/transcript-versions.ts';
import { getOriginal, getTranscriptText, listTranscripts } from '../../../../db/tables/transcripts.ts';
import { listTurns } from '../../../../db/tables/turns.ts';
import { compareVersion } from '../../../../electron/import/preview.ts';
import { importAll, proposeFiles, writeFolder } from '../../../support/importing.ts';
import { addCoding, dumpTables, makeOpenStudy } from '../../../support/study.ts';

const talk = [
  'I: How do you deploy?',
  'P1: 😀 We deploy by hand on Fridays.',
  'P2: And sometimes on Mondays.',
  'I: Why?',
  'P1: Nobody has had time to automate it so far.',
  '',
].join('\n');

/** A study with a coded transcript, a rating and a memo on it, and the file it came from. */
async function makeCodedStudy(): Promise<{ study: Study; path: string }> {
  const study = makeOpenStudy();
  const folder = writeFolder({ 'A_P1_2021-02-03.txt': talk });
  await importAll(study, await proposeFiles(study, folder));
  study.transact({ label: 'Code' }, (write) => {
    const transcript = 'A_P1_2021-02-03';
    addCoding(write, { transcript, quote: 'We deploy by hand on Fridays.', code: 'R3' });
    addCoding(write, { transcript, quote: 'sometimes on Mondays', code: 'R8' });
    addCoding(write, { transcript, quote: 'Nobody has had time', code: 'Time' });
    const excerptIds = listEvidence(write, { itemRefs: ['R3'] }).map(({ excerptId }) => excerptId);
    saveRating(write, {
      companyId: 1,
      itemRef: '2.1',
      value: 'N',
      rationale: 'By hand.',
      coderId: 1,
      excerptIds,
    });
    const text = getTranscriptText(write, 1);
    const start = text.indexOf('by hand');
    insertMemo(write, {
      transcriptId: 1,
      span: { start, end: start + 7 },
      author: 'AB',
      writtenAt: null,
      text: 'Ask who.',
    });
  });
  return { study, path: join(folder, 'A_P1_2021-02-03.txt') };
}

async function listLost(study: Study, path: string): Promise<number[]> {
  const effect = await compareVersion(study, { path, charset: null, rule: null, transcriptId: 1 });
  return effect.lost.map(({ excerptId }) => excerptId);
}

const corrected = talk
  .replace('How do you deploy?', 'How do you deploy your models, and how often?')
  .replace('on Fridays', 'every Friday')
  .replace('P2: And sometimes on Mondays.\n', '');

describe('a corrected file of a coded transcript', () => {
  it('is offered as a new version of it', async () => {
    const { study, path } = await makeCodedStudy();
    writeFileSync(path, corrected);
    const [file] = await proposeFiles(study, path, (preview) => preview.versionOf);
    expect(file).toEqual({ transcriptId: 1, name: 'A_P1_2021-02-03', codings: 3 });
  });

  it('is also recognised under a name with a mark of correction, but not when the words are others', async () => {
    const { study, path } = await makeCodedStudy();
    const versionOf = async (name: string, text: string) => {
      writeFileSync(join(path, '..', name), text);
      return (await proposeFiles(study, join(path, '..', name), (preview) => preview.versionOf))[0]
        ?.transcriptId;
    };
    expect(await versionOf('A_P1_2021-02-03_corrected v2.txt', corrected)).toBe(1);
    expect(
      await versionOf('A_P1_2021-02-03.md', 'P1: Something quite different was said here.\n'),
    ).toBeUndefined();
    expect(await versionOf('A_P9_2021-02-03.txt', corrected)).toBeUndefined();
  });

  it('tells before anything changes which excerpts keep their words, which change and which are lost', async () => {
    const { study, path } = await makeCodedStudy();
    writeFileSync(path, corrected);
    const before = dumpTables(study.read);
    const effect = await compareVersion(study, { path, charset: null, rule: null, transcriptId: 1 });
    expect(effect).toMatchObject({
      name: 'A_P1_2021-02-03',
      kept: 2,
      changed: [
        {
          quote: 'We deploy by hand on Fridays.',
          newQuote: 'We deploy by hand every Friday.',
          codings: 1,
          ratings: 1,
        },
      ],
      lost: [
        { quote: 'sometimes on Mondays', newQuote: null, codings: 1, codes: [expect.stringMatching(/^R8 /)] },
      ],
    });
    expect(dumpTables(study.read)).toEqual(before);
  });

  it('is not imported when an excerpt would go that was not listed', async () => {
    const { study, path } = await makeCodedStudy();
    writeFileSync(path, corrected);
    const before = dumpTables(study.read);
    const [file] = await proposeFiles(study, path);
    if (!file) throw new Error('One file was expected.');
    const finished = (await importAll(study, [{ ...file, replaces: 1 }])).at(-1);
    expect(finished).toMatchObject({
      transcriptIds: [],
      problems: [{ message: expect.stringMatching(/^“A_P1_2021-02-03\.txt” has no place for one excerpt/) }],
    });
    expect(dumpTables(study.read)).toEqual(before);
  });

  it('takes the place of the text, moves what rests on it, and keeps the former text readable', async () => {
    const { study, path } = await makeCodedStudy();
    writeFileSync(path, corrected);
    const [file] = await proposeFiles(study, path);
    if (!file) throw new Error('One file was expected.');
    await importAll(study, [{ ...file, replaces: 1, mayLose: await listLost(study, path) }]);
    expect(study.history.undo).toBe('Import a new version of A_P1_2021-02-03');
    expect(getTranscriptText(study.read, 1)).toBe(corrected);
    expect(listTranscripts(study.read)).toHaveLength(1);
    expect(
      listEvidence(study.read).map(({ quote, itemRef, speakers }) => [
        quote,
        itemRef,
        speakers[0]?.participant,
      ]),
    ).toEqual([
      ['We deploy by hand every Friday.', 'R3', 'P1'],
      ['Nobody has had time', null, 'P1'],
    ]);
    expect(listMemos(study.read, 1)).toMatchObject([{ quote: 'by hand', text: 'Ask who.' }]);
    expect(listAlteredExcerpts(study.read)).toEqual([]);
    expect(listTurns(study.read, 1)).toHaveLength(4);
    expect(Buffer.from(getOriginal(study.read, 1).bytes).toString()).toBe(corrected);
    const [version] = listVersions(study.read, 1);
    expect(version).toMatchObject({ number: 1, excerpts: 4 });
    const former = getVersion(study.read, 1, version?.id ?? 0);
    expect(former.text).toBe(talk);
    expect(former.turns).toHaveLength(5);
    expect(Buffer.from(getVersionOriginal(study.read, 1, version?.id ?? 0).bytes).toString()).toBe(talk);
  });

  it('makes no memo of a comment again that came with the version before', async () => {
    const study = makeOpenStudy();
    const path = join(writeFolder({}), 'A_P1.docx');
    copyFileSync(join(import.meta.dirname, '../../../fixtures/transcripts/word-comments.docx'), path);
    await importAll(study, await proposeFiles(study, path));
    const before = listMemos(study.read, 1);
    const [file] = await proposeFiles(study, path);
    if (!file) throw new Error('One file was expected.');
    await importAll(study, [{ ...file, replaces: 1 }]);
    expect(before.length).toBeGreaterThan(1);
    expect(listMemos(study.read, 1)).toEqual(before);
  });

  it('is one step, whose undo and redo restore every row', async () => {
    const { study, path } = await makeCodedStudy();
    writeFileSync(path, corrected);
    const before = dumpTables(study.read);
    const [file] = await proposeFiles(study, path);
    if (!file) throw new Error('One file was expected.');
    await importAll(study, [{ ...file, replaces: 1, mayLose: await listLost(study, path) }]);
    const after = dumpTables(study.read);
    study.undo();
    expect(dumpTables(study.read)).toEqual(before);
    study.redo();
    expect(dumpTables(study.read)).toEqual(after);
  });

  it('keeps who its labels were said to be', async () => {
    const { study, path } = await makeCodedStudy();
    study.transact({ label: 'Assign' }, (write) => {
      write.run("UPDATE turns SET participant_id = NULL, is_interviewer = 1 WHERE label = 'P2'");
    });
    writeFileSync(path, talk.replace('Why?', 'Why so?'));
    const [file] = await proposeFiles(study, path);
    if (!file) throw new Error('One file was expected.');
    // The exact id is proposed first; the label’s former meaning only where no id says otherwise.
    expect(file.speakers.P2).toMatchObject({ kind: 'participant' });
    expect(file.speakers.I).toEqual({ kind: 'interviewer' });
  });

  it('makes two excerpts that come to stand in one place one, with all that rested on both', async () => {
    const { study, path } = await makeCodedStudy();
    study.transact({ label: 'Code' }, (write) => {
      addCoding(write, { transcript: 'A_P1_2021-02-03', quote: 'We deploy by hand', code: 'D1' });
      addCoding(write, { transcript: 'A_P1_2021-02-03', quote: 'We deploy by hand on', code: 'D2' });
    });
    writeFileSync(path, talk.replace(' on Fridays', ''));
    const [file] = await proposeFiles(study, path);
    if (!file) throw new Error('One file was expected.');
    await importAll(study, [{ ...file, replaces: 1 }]);
    const onPlace = listEvidence(study.read).filter(({ quote }) => quote === 'We deploy by hand');
    expect(onPlace.map(({ itemRef }) => itemRef).sort()).toEqual(['D1', 'D2']);
    expect(new Set(onPlace.map(({ excerptId }) => excerptId)).size).toBe(1);
  });
});
