import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { resourceFolders } from '../../electron/resource-folders.ts';
import { importContest, measureFullStudy, measureIndexedFloor, undoImportContest } from './contests.ts';
import { loadCorpus, type Size, sizes } from './corpus.ts';
import { measure, type Result } from './measure.ts';

/** npm run bench -- --size S|M|L [--json file]: see README.md. */

const usage = 'npm run bench -- [--size S|M|L] [--json <file>]';
const runsOf: Record<Size, number> = { S: 9, M: 7, L: 3 };

const options = readOptions();
if (options === undefined) process.exitCode = 2;
else await run(options.size, options.json);

async function run(size: Size, json: string | undefined): Promise<void> {
  const cacheFolder = join(dirname(resourceFolders().schemes), '.cache');
  const scratch = mkdtempSync(join(tmpdir(), 'casebench-bench-'));
  try {
    const course = { corpus: loadCorpus(size, cacheFolder), scratch, runs: runsOf[size] };
    const imported = await measure(importContest(course), false);
    const indexedFloor = await measureIndexedFloor(course);
    const results = [
      imported,
      ...(await measureFullStudy(course)),
      await measure(undoImportContest(course), false),
    ];
    say(toTable(size, results));
    say(`import against a floor with a full-text index: ${(imported.ms / indexedFloor).toFixed(1)}`);
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

function readOptions(): { size: Size; json: string | undefined } | undefined {
  try {
    const { values } = parseArgs({ options: { size: { type: 'string' }, json: { type: 'string' } } });
    const { size = 'S', json } = values;
    if (isSize(size)) return { size, json };
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
