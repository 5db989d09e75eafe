import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Study } from '../../../db/study.ts';
import { rememberImportChoice } from '../../../db/tables/import-choices.ts';
import { listParticipants } from '../../../db/tables/participants.ts';
import type { FilePreview } from '../../../electron/ipc/contract/imports.ts';
import { importAll, proposeFiles, writeFolder } from '../../support/importing.ts';
import { makeOpenStudy } from '../../support/study.ts';

async function previewOne(study: Study, folder: string, name: string, text: string): Promise<FilePreview> {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const [preview] = await proposeFiles(study, path, (file) => file);
  if (!preview) throw new Error('The file should have been read.');
  return preview;
}

/** Imports a file with some proposals decided otherwise. */
async function importOne(
  study: Study,
  preview: FilePreview,
  change: Partial<Awaited<ReturnType<typeof proposeFiles>>[number]>,
): Promise<void> {
  const [file] = await proposeFiles(study, preview.path);
  if (!file) throw new Error('The file should have been read.');
  const events = await importAll(study, [{ ...file, technique: 'P', ...change }]);
  expect(events.at(-1)).toMatchObject({ kind: 'finished', problems: [] });
}

const talk = 'Moderator Bob: Ready?\nSpeaker 1: Yes.\nModerator Bob: How?\nSpeaker 1: By hand.\n';

describe('what was decided in an import', () => {
  it('is proposed for the same label of the same company the next time, and only there', async () => {
    const study = makeOpenStudy();
    const folder = writeFolder({});
    const first = await previewOne(study, folder, 'A_one_2021-02-03.txt', talk);
    await importOne(study, first, {
      company: 'A',
      speakers: {
        'Moderator Bob': { kind: 'interviewer' },
        'Speaker 1': { kind: 'new', participant: 'P1', name: 'Ann', role: '' },
      },
    });
    const next = await previewOne(study, folder, 'A_two_2021-02-04.txt', talk.replace('hand', 'script'));
    expect(next.speakers.map(({ label, reason }) => [label, reason])).toEqual([
      ['Moderator Bob', 'remembered'],
      ['Speaker 1', 'remembered'],
    ]);
    const [ann] = listParticipants(study.read);
    expect(next.speakers[1]?.proposal).toEqual({ kind: 'participant', participantId: ann?.id });
    const other = await previewOne(study, folder, 'B_two_2021-02-04.txt', talk.replace('hand', 'luck'));
    expect(other.company).toBe('B');
    expect(other.speakers.map(({ reason }) => reason)).not.toContain('remembered');
  });

  it('is forgotten with the import when that is undone', async () => {
    const study = makeOpenStudy();
    const folder = writeFolder({});
    const first = await previewOne(study, folder, 'A_one_2021-02-03.txt', talk);
    await importOne(study, first, { speakers: { 'Speaker 1': { kind: 'interviewer' } } });
    study.undo();
    const next = await previewOne(study, folder, 'A_two_2021-02-03.txt', talk);
    expect(next.speakers.map(({ reason }) => reason)).not.toContain('remembered');
  });

  it('is no longer proposed when the person is not in the study any more', async () => {
    const study = makeOpenStudy();
    const folder = writeFolder({});
    const first = await previewOne(study, folder, 'A_one_2021-02-03.txt', talk);
    const ann = { kind: 'new', participant: 'P1', name: 'Ann', role: '' } as const;
    await importOne(study, first, { company: 'A', speakers: { 'Speaker 1': ann } });
    study.transact({ label: 'Delete' }, (write) => write.run('DELETE FROM practitioners'));
    const next = await previewOne(study, folder, 'A_two_2021-02-04.txt', talk.replace('hand', 'script'));
    expect(next.speakers[1]?.reason).not.toBe('remembered');
  });

  it('tells which company a word of the file name means', async () => {
    const study = makeOpenStudy();
    const folder = writeFolder({});
    const first = await previewOne(study, folder, 'Acme_P1_2021-02-03.txt', 'P1: Yes.\n');
    expect(first.company).toBe('Acme');
    await importOne(study, first, { company: 'A' });
    expect((await previewOne(study, folder, 'Acme_P2_2021-02-04.txt', 'P2: No.\n')).company).toBe('A');
  });

  it('fills in company and technique for other files of the folder whose names tell nothing', async () => {
    const study = makeOpenStudy();
    const folder = writeFolder({});
    const first = await previewOne(study, folder, 'field/notes/monday.txt', 'We met in the hall.\n');
    await importOne(study, first, { company: 'C', technique: 'M' });
    expect(await previewOne(study, folder, 'field/notes/tuesday.txt', 'We met outside.\n')).toMatchObject({
      company: 'C',
      technique: 'M',
    });
  });

  it('keeps no file out when it cannot be followed any more', async () => {
    const study = makeOpenStudy();
    study.transact({ label: 'Remember' }, (write) => {
      rememberImportChoice(write, 'charset', '.txt', { charset: 'klingon' });
      rememberImportChoice(write, 'rule', '.md', { kind: 'pattern', pattern: '((' });
    });
    const folder = writeFolder({
      'A_P1.txt': Buffer.from('I: Wieso?\nP1: Weil es schön wäre, Übung täglich zu machen.\n', 'latin1'),
      'A_P2.md': 'I: Why?\nP2: So.\n',
    });
    expect(await proposeFiles(study, folder, ({ fileName, turns }) => [fileName, turns])).toEqual([
      ['A_P1.txt', 2],
      ['A_P2.md', 2],
    ]);
  });

  it('of a character set is followed where one had to be guessed, and still said to be a guess', async () => {
    const study = makeOpenStudy();
    study.transact({ label: 'Remember' }, (write) => {
      rememberImportChoice(write, 'charset', '.txt', { charset: 'iso-8859-15' });
    });
    const text = 'I: Wieso?\nP1: Weil es schön wäre, Übung täglich zu machen.\n';
    const folder = writeFolder({
      'A_P1.txt': Buffer.from(text, 'latin1'),
      'A_P2.txt': text.replace('P1', 'P2'),
    });
    const read = await proposeFiles(study, folder, ({ charset, isCharsetGuessed }) => [
      charset,
      isCharsetGuessed,
    ]);
    expect(read).toEqual([
      ['iso-8859-15', true],
      ['utf-8', false],
    ]);
  });

  it('reads files of the same kind by the same pattern, where that finds speakers', async () => {
    const study = makeOpenStudy();
    const folder = writeFolder({});
    const rule = { kind: 'pattern', pattern: '(?<label>\\w+) » ' } as const;
    const odd = 'bob » Ready?\nann » Yes.\nbob » How?\nann » By hand.\n';
    const first = await previewOne(study, folder, 'A_one_2021-02-03.txt', odd);
    await importOne(study, first, { rule, speakers: {} });
    const next = await previewOne(study, folder, 'A_two_2021-02-03.txt', odd.replace('hand', 'script'));
    expect(next).toMatchObject({ rule, turns: 4 });
    const usual = await previewOne(study, folder, 'A_three_2021-02-03.txt', 'P1: Yes.\nI: Why?\nP1: So.\n');
    expect(usual).toMatchObject({ rule: { kind: 'automatic' }, turns: 3 });
  });
});
