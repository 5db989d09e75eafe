import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { runCasebench } from '../support/command-line.ts';

const root = resolve(import.meta.dirname, '..', '..');
const fixtures = join(root, 'test', 'fixtures', 'journey');
let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebench-cli-'));
});

test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the sample study shows A between 1 and 2, B at 1 and C at 2', async () => {
  const study = join(folder, 'sample.casebench');
  expect(await runCasebench('sample', study)).toMatchObject({ code: 0, stderr: '' });
  const mapping = JSON.parse((await runCasebench('mapping', study, '--format', 'json')).stdout);
  expect(mapping).toMatchObject({ scheme: 'mlops-maturity-2021', rule: 'scampi-like' });
  expect(
    mapping.companies.map(({ label, placement }: { label: string; placement: number }) => [label, placement]),
  ).toEqual([
    ['A', 1.5],
    ['B', 1],
    ['C', 2],
  ]);
  for (const company of mapping.companies) expect(Object.keys(company.ratings)).toHaveLength(38);

  const check = await runCasebench('check', study, '--json');
  const { findings } = JSON.parse(check.stdout);
  expect(check.code).toBe(1);
  expect(findings[0].check).toBe('speaker-of-other-company');
  expect(findings[0].items[0]).toMatchObject({ participant: 'W8', company: 'B' });

  for (const format of ['svg', 'pdf', 'png']) {
    const path = join(folder, `placement.${format}`);
    expect(await runCasebench('figure', study, 'placement', '--out', path)).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(existsSync(path)).toBe(true);
  }
  const shown = readFileSync(join(root, 'coding-schemes', 'sample-study', 'placement.svg'), 'utf8');
  expect(readFileSync(join(folder, 'placement.svg'), 'utf8'), 'the picture in README is out of date').toBe(
    shown,
  );
  expect(readdirSync(folder).filter((name) => !name.startsWith('placement.'))).toEqual(['sample.casebench']);
});

test('a study is made, filled and counted without a window', async () => {
  const study = join(folder, 'mine.casebench');
  const transcript = join(fixtures, 'A_P1_2021-02-03.txt');
  await runCasebench('new', study, '--scheme', 'mlops-maturity-2021');
  const imported = await runCasebench(
    'import',
    study,
    '--company',
    'X',
    '--technique',
    'W',
    '--date',
    '2021-05-06',
    transcript,
  );
  expect(imported).toEqual({ code: 0, stdout: '', stderr: '' });
  const stats = JSON.parse((await runCasebench('stats', study, '--json')).stdout);
  expect(stats).toMatchObject({
    transcripts: [
      { name: 'A_P1_2021-02-03', company: 'X', technique: 'W', date: '2021-05-06', turns: 4, codings: 0 },
    ],
    codings: 0,
    coders: 1,
    practitioners: 1,
  });
  expect(stats.transcripts[0].speakers).toEqual({ I: 2, P1: 2 });
  const saved = join(folder, 'saved.txt');
  expect((await runCasebench('original', study, 'A_P1_2021-02-03', '--out', saved)).code).toBe(0);
  expect(readFileSync(saved).equals(readFileSync(transcript))).toBe(true);
});

test('a folder of all formats is imported by one call, which names what it cannot read', async () => {
  const study = join(folder, 'all.casebench');
  await runCasebench('new', study, '--scheme', 'mlops-maturity-2021');
  const { code, stderr } = await runCasebench('import', study, join(fixtures, '..', 'import-folder', 'A'));
  expect(code).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([
    '“Notes_2021-03-05.txt”: the technique is unknown; name it with --technique.',
    '“P21_empty.txt” is empty: choose another file.',
    '12 of 14 files were imported.',
  ]);
  const stats = JSON.parse((await runCasebench('stats', study, '--json')).stdout);
  expect(stats.transcripts).toHaveLength(12);
  expect(stats.transcripts.every(({ turns }: { turns: number }) => turns > 0)).toBe(true);
});

test('a corrected file takes the place of its transcript when that is wanted, and a pattern finds the speakers', async () => {
  const study = join(folder, 'corrected.casebench');
  const path = join(folder, 'A_P1_2021-02-03.txt');
  await runCasebench('new', study, '--scheme', 'mlops-maturity-2021');
  writeFileSync(path, 'ann » We deploy by hand.\nbob » Why is that?\nann » There was no time.\n');
  expect((await runCasebench('import', study, '--speaker-pattern', '(?<label>\\w+) » ', path)).code).toBe(0);
  writeFileSync(path, 'ann » We deploy by hand.\nbob » Why is that so?\nann » There was no time.\n');
  const beside = await runCasebench('import', study, path);
  expect(beside.stderr).toContain('seems to be a corrected version of “A_P1_2021-02-03”');
  writeFileSync(path, 'ann » We deploy by hand.\nbob » Why is that?\nann » There was no time at all.\n');
  expect((await runCasebench('import', study, '--replace', path)).code).toBe(0);
  const stats = JSON.parse((await runCasebench('stats', study, '--json')).stdout);
  expect(stats.transcripts.map(({ name, turns }: { name: string; turns: number }) => [name, turns])).toEqual([
    ['A_P1_2021-02-03', 3],
    ['A_P1_2021-02-03 (2)', 3],
  ]);
});

test('wrong usage ends with 2, a bad file with 1, each with a sentence', async () => {
  expect(await runCasebench('figure', 'x.casebench', 'placement')).toMatchObject({ code: 2 });
  const unknown = await runCasebench('colour');
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('There is no command “colour”');
  const missing = await runCasebench('stats', join(folder, 'nothing.casebench'));
  expect(missing.code).toBe(1);
  expect(missing.stderr).toMatch(/^There is no file .*nothing\.casebench/);
  expect(missing.stderr.trim().split('\n')).toHaveLength(1);
});
