import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePath, makeStudyFile } from '../support/study.ts';

/** The command line is bundled once, below the source, where it finds the schemes; and run as people run it. */
const bundle = resolve('.cache', `cli-test-${process.pid}`);
const external = ['electron', 'better-sqlite3', '@resvg/resvg-js'];
const sample = freePath();

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'electron/cli.ts',
      outDir: bundle,
      target: 'node20',
      rollupOptions: { output: { format: 'es', entryFileNames: 'cli.mjs' } },
    },
    ssr: { noExternal: true, external },
  });
  expect(casebench('sample', sample)).toEqual({ code: 0, out: '', errors: '' });
}, 180_000);

afterAll(() => rmSync(bundle, { recursive: true, force: true }));

function casebench(...args: string[]): { code: number | null; out: string; errors: string } {
  const result = spawnSync(process.execPath, [resolve(bundle, 'cli.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: result.status, out: result.stdout, errors: result.stderr };
}

function writeFile(extension: string, content: string): string {
  const path = freePath(extension);
  writeFileSync(path, content);
  return path;
}

describe('the command line', { timeout: 60_000 }, () => {
  it('without a command, or with --help, tells what there is', () => {
    const bare = casebench();
    expect(bare.code).toBe(2);
    const help = casebench('--help');
    expect(help.code).toBe(0);
    expect(help.out).toBe(bare.out);
    for (const command of [
      'sample',
      'new',
      'import',
      'apply',
      'mapping',
      'triangulation',
      'table',
      'figure',
      'stats',
      'check',
    ])
      expect(help.out).toContain(`\n  ${command} `);
    expect(casebench('mapping', '--help').out).toContain('casebench mapping <study>');
  });

  it.each([
    [['dance'], 'There is no command “dance”; casebench knows sample, new,'],
    [['mapping'], 'The study is missing. Usage: casebench mapping <study>'],
    [['mapping', 'x', '--format', 'pdf'], '--format cannot be “pdf”; it is one of json, csv.'],
    [['stats', 'x', '--colour'], 'Usage: casebench stats <study>'],
    [['new', 'x.casebench'], 'The scheme is missing.'],
    [['apply', 'x'], 'No table is named.'],
    [['import', 'x'], 'The file to import is missing.'],
    [['import', 'x', '--date', '2021-02-30', 'y'], '“2021-02-30” is no date; write it as 2021-02-03.'],
    [['stats', 'x', 'y'], '“y” is too much. Usage: casebench stats <study>'],
    [
      ['new', 'x.casebench', '--scheme', 'museum-access', '--name', ''],
      '--name is empty. Usage: casebench new',
    ],
    [['figure', 'x', 'placement', '--out', 'f.gif'], '“f.gif” ends in no format of figures'],
  ])('answers %j with 2 and how it should be', (args, sentence) => {
    const { code, out, errors } = casebench(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(errors).toContain(sentence);
  });

  it('answers 1 and a sentence when a study cannot be opened', () => {
    const nothing = freePath();
    expect(casebench('stats', nothing)).toEqual({
      code: 1,
      out: '',
      errors: `There is no file “${nothing}”. Check the name, or open the study from its folder.\n`,
    });
    expect(casebench('sample', sample).errors).toContain('exists already');
    expect(casebench('stats', writeFile('.casebench', 'text')).code).toBe(1);
  });

  it('answers 1 and a sentence when an unknown scheme is named, and makes no file', () => {
    const path = freePath();
    const { code, errors } = casebench('new', path, '--scheme', 'other');
    expect(code).toBe(1);
    expect(errors).toContain('choose one of mlops-maturity-2021, museum-access, or name a file');
    expect(existsSync(path)).toBe(false);
  });
});

describe('mapping', { timeout: 60_000 }, () => {
  it.skipIf(process.platform === 'win32')('is silent when a reader such as head has enough', () => {
    const words = [process.execPath, resolve(bundle, 'cli.mjs'), 'mapping', sample];
    const { stderr } = spawnSync('sh', ['-c', '"$0" "$@" | head -c 1', ...words], {
      encoding: 'utf8',
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    });
    expect(stderr).toBe('');
  });

  it('writes study, scheme, rule and companies as JSON', () => {
    const { code, out } = casebench('mapping', sample, '--format', 'json');
    expect(code).toBe(0);
    const mapping = JSON.parse(out);
    expect(mapping).toMatchObject({
      study: 'Sample study: MLOps in three companies',
      scheme: 'mlops-maturity-2021',
      rule: 'scampi-like',
      companies: [
        { label: 'A', name: 'Telecommunications', placement: 1.5 },
        { label: 'B', name: 'Automotive', placement: 1 },
        { label: 'C', name: 'Packaging', placement: 2 },
      ],
    });
    for (const { computed, rationale, ratings } of mapping.companies) {
      expect(computed).toEqual({ low: expect.any(Number), high: expect.any(Number) });
      expect(rationale).toEqual(expect.any(String));
      expect(Object.keys(ratings)).toContain('2.10');
    }
  });

  it('writes CSV to a file when asked', () => {
    const path = freePath('.csv');
    expect(casebench('mapping', sample, '--format', 'csv', '--out', path)).toEqual({
      code: 0,
      out: '',
      errors: '',
    });
    expect(readFileSync(path, 'utf8').split('\r\n')[0]).toMatch(/^company,company_name,precondition,/);
  });
});

describe('a study without companies', { timeout: 60_000 }, () => {
  it.each([
    ['mapping', 'company,company_name,precondition,'],
    ['triangulation', 'company,code,code_name,degree,'],
  ])('gives %s as CSV with a header', (command, header) => {
    const { code, out } = casebench(command, makeStudyFile(), '--format', 'csv');
    expect(code).toBe(0);
    expect(out.startsWith(header)).toBe(true);
    expect(out.trimEnd().split('\r\n')).toHaveLength(1);
  });
});

describe('stats', { timeout: 60_000 }, () => {
  it('tells of each transcript name, company, technique, words, turns, speakers and codings', () => {
    const stats = JSON.parse(casebench('stats', sample, '--json').out);
    expect(Object.keys(stats)).toEqual(['transcripts', 'codings', 'coders', 'practitioners']);
    expect(stats.coders).toBe(2);
    expect(stats.transcripts).toHaveLength(13);
    expect(stats.transcripts[0]).toMatchObject({
      name: 'A_P1_2021-01-18',
      company: 'A',
      technique: 'P',
      words: expect.any(Number),
      turns: expect.any(Number),
      speakers: { P1: expect.any(Number) },
      codings: expect.any(Number),
    });
  });

  it('ends, for people, with the sums', () => {
    expect(casebench('stats', sample).out).toMatch(
      /\n13 transcripts, \d+ codings, 2 coders, \d+ practitioners\n$/,
    );
  });
});

describe('triangulation', { timeout: 60_000 }, () => {
  it('writes every claim with its degree', () => {
    const { claims, techniques } = JSON.parse(casebench('triangulation', sample).out);
    expect(techniques).toContainEqual({ letter: 'P', name: 'Interview' });
    expect(claims.length).toBeGreaterThan(50);
    for (const { degree, company, persons } of claims) {
      expect([0, 1, 2, 3, 4]).toContain(degree);
      expect(['A', 'B', 'C']).toContain(company);
      expect(persons).toBeGreaterThanOrEqual(0);
    }
    const ways = (label: string) =>
      claims
        .filter(({ company }: { company: string }) => company === label)
        .map(({ degree }: { degree: number }) => degree);
    expect(Math.max(...ways('A'))).toBe(4);
    expect(Math.max(...ways('B'))).toBeLessThanOrEqual(2);
  });
});

describe('table', { timeout: 60_000 }, () => {
  it('counts codes by company, each excerpt once', () => {
    const lines = casebench('table', sample, 'codes-by-company', '--hide-empty').out.split('\r\n');
    expect(lines[0]).toBe('code,name (excerpts),total (each excerpt once),A,B,C');
    expect(lines[2]).toBe('D1,Collect and aggregate data,13,5,4,4');
  });

  it('counts persons, in shares, with sub-codes', () => {
    const table = [
      'table',
      sample,
      'codes-by-technique',
      '--count',
      'persons',
      '--share',
      'row',
      '--sub-codes',
    ];
    const { out, errors } = casebench(...table);
    expect(errors).toBe('');
    expect(out).toMatch(/^code,"name \(persons, % of row total\)",total \(each person once\),P,W,M,S\r\n/);
  });

  it('writes what occurs near each other, and the framework matrix, to files', () => {
    const near = freePath('.csv');
    expect(casebench('table', sample, 'co-occurrence', '--near', '2', '--out', near).code).toBe(0);
    expect(readFileSync(near, 'utf8')).toMatch(/^\uFEFFcode,name,D1,D2,/);
    const matrix = freePath('.xlsx');
    expect(casebench('table', sample, 'framework', '--out', matrix).code).toBe(0);
    expect(readFileSync(matrix).subarray(0, 2).toString()).toBe('PK');
  });

  it('answers 2 and a sentence to what it does not know', () => {
    const wrong = (...args: string[]) => casebench('table', sample, ...args);
    expect(wrong('codes-by-moon')).toMatchObject({ code: 2, out: '' });
    expect(wrong('co-occurrence', '--near', 'x').errors).toBe(
      '“x” is no number of turns; give 0 (the same turn) up to 1000.\n',
    );
    expect(wrong('framework', '--out', 'f.doc').errors).toContain('use .csv or .xlsx');
  });
});

describe('check', { timeout: 60_000 }, () => {
  it('finds W8 in the sample study, and answers 1', () => {
    const { code, out } = casebench('check', sample, '--json');
    expect(code).toBe(1);
    const { findings } = JSON.parse(out);
    for (const finding of findings)
      expect(Object.keys(finding).sort()).toEqual(['check', 'items', 'message', 'severity']);
    expect(findings[0]).toMatchObject({
      check: 'speaker-of-other-company',
      severity: 'error',
      items: [{ participant: 'W8', company: 'B' }],
    });
    expect(casebench('check', sample).out).toContain('error: speaker-of-other-company (1)');
  });

  it('answers 0 when there are but notes', () => {
    const { code, out } = casebench('check', makeStudyFile());
    expect(code).toBe(0);
    expect(out).toContain('note: code-never-used');
  });
});

describe('new, import and apply', { timeout: 60_000 }, () => {
  it('lead from a folder of transcripts to a mapping, and leave one file', () => {
    const path = freePath();
    const folder = freePath('');
    mkdirSync(folder);
    writeFileSync(`${folder}/A_P1_2021-02-03.txt`, 'I: Why?\nP1: We keep versions.\n');
    expect(casebench('new', path, '--scheme', 'museum-access', '--name', 'Mine', '--coder', 'AB').code).toBe(
      0,
    );
    expect(casebench('import', path, folder)).toEqual({ code: 0, out: '', errors: '' });
    expect(
      casebench('apply', path, '--placements', writeFile('.csv', 'company,placement\nA,0.5\n')).code,
    ).toBe(0);
    expect(JSON.parse(casebench('mapping', path).out)).toMatchObject({
      study: 'Mine',
      scheme: 'museum-access',
      companies: [{ label: 'A', placement: 0.5 }],
    });
    expect(existsSync(`${path}-wal`)).toBe(false);
    const again = casebench('import', path, folder);
    expect(again).toMatchObject({
      code: 1,
      errors: '“A_P1_2021-02-03.txt” is in the study already, as “A_P1_2021-02-03”.\n',
    });
  });

  it('pass over a letter in a file name that is no technique of the study', () => {
    const path = makeStudyFile();
    const folder = freePath('');
    mkdirSync(folder);
    writeFileSync(`${folder}/A_U64_notes.txt`, 'Anna: Yes.\n');
    writeFileSync(`${folder}/A_P1_2021-02-03.txt`, 'P1: We do.\n');
    expect(casebench('import', path, folder)).toEqual({
      code: 1,
      out: '',
      errors:
        '“A_U64_notes.txt”: the technique is unknown; name it with --technique.\n1 of 2 files were imported.\n',
    });
    expect(JSON.parse(casebench('stats', path, '--json').out).transcripts).toHaveLength(1);
  });

  it('say what is missing or wrong, and change nothing', () => {
    const path = makeStudyFile();
    const unnamed = writeFile('.txt', 'Anna: Yes.\n');
    expect(casebench('import', path, unnamed)).toMatchObject({
      code: 1,
      errors: expect.stringContaining(
        'the company is unknown and the technique is unknown; name it with --company and --technique.',
      ),
    });
    expect(casebench('import', path, '--technique', 'Z', unnamed)).toMatchObject({
      code: 2,
      errors: expect.stringContaining('“Z” is no technique of this study'),
    });
    const table = writeFile('.csv', 'company,placement\nA,9\n');
    expect(casebench('apply', path, '--placements', table)).toMatchObject({
      code: 1,
      errors: expect.stringContaining('row 2: “9” is no placement'),
    });
    const { code, out } = casebench('stats', path, '--json');
    expect([code, JSON.parse(out).transcripts]).toEqual([0, []]);
  });
});
