import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blob, integer, query, text } from '../../../db/sql.ts';
import { listCompanies } from '../../../db/tables/companies.ts';
import { listParticipants } from '../../../db/tables/participants.ts';
import { listSessions } from '../../../db/tables/sessions.ts';
import { listTranscripts } from '../../../db/tables/transcripts.ts';
import { listTurns } from '../../../db/tables/turns.ts';
import { importFiles } from '../../../electron/import/import-transcripts.ts';
import { previewFiles } from '../../../electron/import/preview.ts';
import { toProposedImport } from '../../../electron/import/proposed-import.ts';
import { importAll, proposeFiles, writeFolder } from '../../support/importing.ts';
import { countRows, dumpTables, makeOpenStudy } from '../../support/study.ts';

const original = query({ bytes: blob }, 'SELECT bytes FROM originals WHERE transcript_id = ?');

describe('an import', () => {
  it('of 100 transcripts is one step, whose undo and redo restore every byte', {
    timeout: 60_000,
  }, async () => {
    const study = makeOpenStudy();
    const names = Array.from(
      { length: 100 },
      (_, index) => `${index % 2 ? 'B' : 'A'}_P${index}_2021-02-03.txt`,
    );
    const talk = (name: string) => `I: Ready?\r\nP${/\d+/.exec(name)?.[0]}: 😀 ${name} it is.\r\n`.repeat(20);
    const folder = writeFolder(Object.fromEntries(names.map((name) => [name, talk(name)])));
    const before = dumpTables(study.read);
    const events = await importAll(study, await proposeFiles(study, folder));
    const after = dumpTables(study.read);
    expect(events.filter(({ kind }) => kind === 'progress')).toHaveLength(100);
    expect(events.at(-1)).toMatchObject({ kind: 'finished', problems: [] });
    expect(study.history).toEqual({ undo: 'Import 100 transcripts', redo: null });
    expect([countRows(study.read, 'transcripts'), countRows(study.read, 'turns')]).toEqual([100, 4000]);
    study.undo();
    expect(dumpTables(study.read)).toEqual(before);
    study.redo();
    expect(dumpTables(study.read)).toEqual(after);
  });

  it('keeps the file byte for byte, with its hash, and the text with LF only and without byte order mark', async () => {
    const study = makeOpenStudy();
    const content = '\ufeffI: Why?\r\nP1: Because.\r\n';
    await importAll(study, await proposeFiles(study, writeFolder({ 'A_P1.txt': content })));
    const row = study.read.get(
      query({ text, sha256: text, words: integer }, 'SELECT text, sha256, words FROM transcripts'),
    );
    const bytes = Buffer.from(content);
    expect(Buffer.from(study.read.get(original, 1).bytes).equals(bytes)).toBe(true);
    expect(row.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(row.text).toBe('I: Why?\nP1: Because.\n');
  });

  it('makes company, session, people and turns', async () => {
    const study = makeOpenStudy();
    const files = { 'A_W1+W2_2021-02-03.txt': 'I: Why?\nW1: Because.\nW2: No.\nW1: Yes.\n' };
    await importAll(study, await proposeFiles(study, writeFolder(files)));
    expect(listCompanies(study.read)).toMatchObject([{ label: 'A', transcripts: 1, practitioners: 2 }]);
    expect(listSessions(study.read)).toMatchObject([{ company: 'A', technique: 'W', date: '2021-02-03' }]);
    const turns = listTurns(study.read, 1);
    expect(turns.map(({ participant, isInterviewer }) => participant ?? isInterviewer)).toEqual([
      1,
      'W1',
      'W2',
      'W1',
    ]);
    expect(turns[0]?.start).toBe(0);
    for (const [index, turn] of turns.entries()) expect(turn.start).toBe(turns[index - 1]?.end ?? 0);
  });

  it('makes the same new speaker of several files one practitioner', async () => {
    const study = makeOpenStudy();
    const folder = writeFolder({ 'A_P1_2021-02-03.txt': 'P1: Yes.\n', 'A_P1_2021-02-04.txt': 'P1: No.\n' });
    await importAll(study, await proposeFiles(study, folder));
    expect(listParticipants(study.read)).toMatchObject([{ label: 'P1', practitioner: 'P1', company: 'A' }]);
    expect(listTranscripts(study.read)).toHaveLength(2);
  });

  it('reports what cannot be read, file by file, and imports the rest', async () => {
    const study = makeOpenStudy();
    const folder = writeFolder({ 'A_P1.txt': 'P1: Yes.\n', 'A_P2.txt': 'P2: No.\n' });
    const [good, bad] = await proposeFiles(study, folder);
    if (!good || !bad) throw new Error('Two files were expected.');
    writeFileSync(bad.path, '%PDF-1.7 …');
    const events = await importAll(study, [good, bad, { ...bad, path: join(folder, 'gone.txt') }]);
    const finished = events.at(-1);
    if (finished?.kind !== 'finished') throw new Error('The import did not finish.');
    expect(finished.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^“A_P2.txt” .*PDF/),
      '“gone.txt” is not there: check its name, and whether it was moved.',
    ]);
    expect(listTranscripts(study.read).map(({ name }) => name)).toEqual(['A_P1']);
    expect(study.history.undo).toBe('Import A_P1');
  });

  it('leaves out a file that is another than the one that was shown', async () => {
    const study = makeOpenStudy();
    const folder = writeFolder({ 'A_P1.txt': 'P1: Yes.\n', 'A_P2.txt': 'P2: No.\n' });
    const files = await proposeFiles(study, folder, (shown) => ({
      ...toProposedImport(shown),
      sha256: shown.sha256,
    }));
    writeFileSync(join(folder, 'A_P2.txt'), 'P2: No.\nP3: Nobody was asked who this is.\n');
    expect((await importAll(study, files)).at(-1)).toMatchObject({
      transcriptIds: [1],
      problems: [{ message: '“A_P2.txt” was changed after it was read: add it to the list once more.' }],
    });
  });

  it('leaves out a file whose technique is unknown, with all that belongs to it, and says which there are', async () => {
    const study = makeOpenStudy();
    const files = await proposeFiles(
      study,
      writeFolder({ 'A_P1.txt': 'P1: Yes.\n', 'B_P2.txt': 'P2: No.\n' }),
    );
    const wrong = files.map((file, index) => (index === 1 ? { ...file, technique: 'Z' } : file));
    const finished = (await importAll(study, wrong)).at(-1);
    expect(finished).toMatchObject({
      kind: 'finished',
      problems: [
        {
          message:
            '“B_P2” names the unknown technique “Z”: choose P (interview), W (workshop), M (meeting), S (stand-up).',
        },
      ],
    });
    expect(listCompanies(study.read).map(({ label }) => label)).toEqual(['A']);
  });

  it('of nothing that can be imported writes nothing', async () => {
    const study = makeOpenStudy();
    const before = dumpTables(study.read);
    const [file] = await proposeFiles(study, writeFolder({ 'A_P1.txt': 'P1: Yes.\n' }));
    if (!file) throw new Error('One file was expected.');
    await importAll(study, [{ ...file, technique: 'Z' }]);
    expect(dumpTables(study.read)).toEqual(before);
    expect(study.history.undo).toBe(null);
  });

  it('leaves out a file for which something was chosen that has gone meanwhile, and goes on', async () => {
    const study = makeOpenStudy();
    const files = await proposeFiles(
      study,
      writeFolder({
        'A_P1.txt': 'P1: Yes.\n',
        'A_P2.txt': 'P2: No.\n',
        'A_P3.txt': 'P3: So.\n',
        'A_P4.txt': 'P4: I see.\n',
      }),
    );
    const gone = [
      { sessionId: 99 },
      { replaces: 99 },
      { speakers: { P3: { kind: 'participant', participantId: 99 } as const } },
      {},
    ];
    const finished = (
      await importAll(
        study,
        files.map((file, index) => ({ ...file, ...gone[index] })),
      )
    ).at(-1);
    expect(finished).toMatchObject({
      transcriptIds: [expect.any(Number)],
      problems: [
        { message: '“A_P1” names a session that is not in the study any more: choose another one.' },
        { message: '“A_P2” names a transcript that is not in the study any more: choose another one.' },
        { message: '“A_P3” names a participant that is not in the study any more: choose another one.' },
      ],
    });
    expect(study.history.undo).toBe('Import A_P4');
  });

  it('that is cancelled writes nothing', async () => {
    const study = makeOpenStudy();
    const before = dumpTables(study.read);
    const files = await proposeFiles(
      study,
      writeFolder({ 'A_P1.txt': 'P1: Yes.\n', 'A_P2.txt': 'P2: No.\n' }),
    );
    const controller = new AbortController();
    for await (const event of importFiles(study, files, null, controller.signal)) {
      expect(event.kind).toBe('progress');
      controller.abort();
    }
    expect(dumpTables(study.read)).toEqual(before);
  });

  it('is warned of by the preview when the same bytes were imported before', async () => {
    const study = makeOpenStudy();
    const folder = writeFolder({ 'A_P1.txt': 'P1: Yes.\n' });
    await importAll(study, await proposeFiles(study, folder));
    writeFileSync(join(folder, 'A_P9.txt'), 'P1: Yes.\n');
    const found: (string | null)[] = [];
    for await (const event of previewFiles(study, [{ path: folder, charset: null, rule: null }]))
      if (event.kind === 'file') found.push(event.file.duplicateOf);
    expect(found).toEqual(['A_P1', 'A_P1']);
  });
});
