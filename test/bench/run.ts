import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { resourceFolders } from '../../electron/resource-folders.ts';
import { importContest, measureFullStudy, undoImportContest } from './contests.ts';
import { loadCorpus, type Size, sizes } from './corpus.ts';
import { measureFormats } from './formats.ts';
import { measure, type Result } from './measure.ts';
import { measureSearch } from './search-contests.ts';

/** npm run bench -- --size S|M|L [--json file], or --window: see README.md. */

const usage =
  'npm run bench -- [--size S|M|L] [--only import,formats,study,search,undo] [--window] [--json <file>]';
const groups = ['import', 'formats', 'study', 'search', 'undo'] as const;
type Group = (typeof groups)[number];
const runsOf: Record<Size, number> = { S: 9, M: 7, L: 3 };

const options = readOptions();
if (options === undefined) process.exitCode = 2;
else if (options.isWindow) await runWindow(options.json);
else await run(options);

/** In the real window, where there is no floor to stand beside. */
async function runWindow(json: string | undefined): Promise<void> {
  const { measureWindow } = await import('./window.ts');
  const scratch = mkdtempSync(join(tmpdir(), 'casebench-bench-'));
  try {
    const results = await measureWindow(scratch, ({ name, ms, worst, cpu }) => {
      const work = cpu === undefined ? '' : `   main thread ${toDigits(cpu)}`;
      say(`${name.padEnd(56)}${toDigits(ms).padStart(8)} ms   worst ${toDigits(worst)}${work}`);
    });
    if (json !== undefined) writeFileSync(resolve(json), `${JSON.stringify(results, null, 2)}\n`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function run({ size, json, only }: Options): Promise<void> {
  const isWanted = (group: Group) => only === undefined || only.includes(group);
  const cacheFolder = join(dirname(resourceFolders().schemes), '.cache');
  const scratch = mkdtempSync(join(tmpdir(), 'casebench-bench-'));
  try {
    const course = { corpus: loadCorpus(size, cacheFolder), scratch, runs: runsOf[size] };
    const results: Result[] = [];
    if (isWanted('import')) results.push(await measure(importContest(course), false));
    if (isWanted('formats')) results.push(...(await measureFormats(course)));
    if (isWanted('study')) results.push(...(await measureFullStudy(course)));
    if (isWanted('search')) results.push(...(await measureSearch(course)));
    if (isWanted('undo')) results.push(await measure(undoImportContest(course), false));
    say(toTable(size, results));
    say(`highest memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`);
    if (json !== undefined) {
      const rows = results.map(({ name, ...measured }) => ({ name, size, ...measured }));
      writeFileSync(resolve(json), `${JSON.stringify(rows, null, 2)}\n`);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function toTable(size: Size, results: readonly Result[]): string {
  const line = (name: string, ms: string, rawMs: string, ratio: string) =>
    name.padEnd(24) + ms.padStart(10) + rawMs.padStart(10) + ratio.padStart(8);
  const head = line(`${size}, ${sizes[size]} transcripts`, 'ms', 'floor ms', 'ratio');
  const lines = results.map(({ name, ms, rawMs, ratio }) =>
    line(name, toDigits(ms), toDigits(rawMs), toDigits(ratio)),
  );
  return [head, ...lines].join('\n');
}

function toDigits(value: number): string {
  return value.toFixed(value < 1 ? 3 : value < 100 ? 1 : 0);
}

type Options = { size: Size; json: string | undefined; only: string[] | undefined; isWindow: boolean };

function readOptions(): Options | undefined {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      options: { size: text, json: text, only: text, window: { type: 'boolean' } },
    });
    const { size = 'S', json } = values;
    const only = values.only?.split(',');
    if (isSize(size)) return { size, json, only, isWindow: values.window === true };
    process.stderr.write(`“${size}” is no size.\n${usage}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
  }
  return undefined;
}

function isSize(word: string): word is Size {
  return word in sizes;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
