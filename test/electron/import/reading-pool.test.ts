import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadingJob } from '../../../electron/import/reading.ts';
import { ReadingPool } from '../../../electron/import/reading-pool.ts';

/** The thread as it is built for the program, in a folder that goes when the tests are over. */
const folder = mkdtempSync(join(tmpdir(), 'casebench-thread-'));
const script = join(folder, 'reading-worker.mjs');
const root = join(import.meta.dirname, '../../..');

beforeAll(async () => {
  const path = writeTalk('last.txt', 'P1: The end.\n');
  writeFileSync(
    join(folder, 'reader.ts'),
    `import { ReadingPool } from ${JSON.stringify(join(root, 'electron/import/reading-pool.ts'))};
     const { transcript } = await new ReadingPool(${JSON.stringify(script)}, 1).read(${JSON.stringify(jobFor(path))});
     process.stdout.write(transcript?.parsed.text ?? '');`,
  );
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3', '@resvg/resvg-js'] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: {
        input: {
          'reading-worker': join(root, 'electron/import/reading-worker.ts'),
          reader: join(folder, 'reader.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writeTalk(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function jobFor(path: string, job: Partial<ReadingJob> = {}): ReadingJob {
  return { path, options: {}, knownHash: null, withBytes: false, ...job };
}

describe('files read in threads of their own', () => {
  it('come back with text, turns and bytes, several at a time', async () => {
    const pool = new ReadingPool(script, 2);
    const paths = Array.from({ length: 12 }, (_, index) =>
      writeTalk(`talk-${index}.txt`, `P1: 😀 ${index}.\n`),
    );
    const readings = await Promise.all(paths.map((path) => pool.read(jobFor(path, { withBytes: true }))));
    expect(readings.map(({ transcript }) => transcript?.parsed.text)).toEqual(
      paths.map((_, index) => `P1: 😀 ${index}.\n`),
    );
    expect(readings.map(({ bytes }) => Buffer.from(bytes ?? []).toString())).toEqual(
      readings.map(({ transcript }) => transcript?.parsed.text),
    );
    // Of memory that Node keeps for many small files, newer versions of it hand over nothing.
    expect(readings.map(({ bytes }) => bytes?.buffer.byteLength)).toEqual(
      readings.map(({ bytes }) => bytes?.byteLength),
    );
  });

  it('are not parsed again when their content is the known one', async () => {
    const pool = new ReadingPool(script, 1);
    const path = writeTalk('known.txt', 'P1: As before.\n');
    const { file } = await pool.read(jobFor(path));
    expect(await pool.read(jobFor(path, { knownHash: file.sha256 }))).toMatchObject({ transcript: null });
  });

  it('fail with the sentence that names the file, and the others go on', async () => {
    const pool = new ReadingPool(script, 1);
    const good = pool.read(jobFor(writeTalk('good.txt', 'P1: Yes.\n')));
    const bad = pool.read(jobFor(writeTalk('bad.txt', '')));
    const next = pool.read(jobFor(writeTalk('next.txt', 'P1: No.\n')));
    await expect(bad).rejects.toThrow('“bad.txt” is empty: choose another file.');
    expect((await good).file.name).toBe('good.txt');
    expect((await next).file.name).toBe('next.txt');
  });

  it('that cannot even be looked at, such as a link to itself, fail with a sentence', async () => {
    const pool = new ReadingPool(script, 1);
    const path = join(folder, 'round.txt');
    symlinkSync(path, path);
    await expect(pool.read(jobFor(path))).rejects.toThrow('“round.txt” cannot be read');
  });

  it('keep no program from ending once they are read', () => {
    // Long before an idle thread is ended; a program that waits for that is stopped, and says so.
    const { status, stdout } = spawnSync(process.execPath, [join(folder, 'reader.mjs')], { timeout: 15_000 });
    expect([status, String(stdout)]).toEqual([0, 'P1: The end.\n']);
  });

  it('are given up at once when the signal is aborted, the one under way as well as those that wait', async () => {
    const pool = new ReadingPool(script, 1);
    // A pattern that never ends on such a line.
    const endless = { options: { speakers: { kind: 'pattern', pattern: '(a+)+:' } } } as const;
    const path = writeTalk('endless.txt', `${'a'.repeat(380)}\n`);
    const controller = new AbortController();
    const readings = [1, 2, 3].map(() => pool.read(jobFor(path, endless), controller.signal));
    const outcomes = Promise.allSettled(readings);
    setTimeout(() => controller.abort(new Error('Enough.')), 200);
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect((await pool.read(jobFor(writeTalk('after.txt', 'P1: Yes.\n')))).file.name).toBe('after.txt');
  });

  it('are ended when a pattern never comes to an end, with the remedy', { timeout: 60_000 }, async () => {
    const pool = new ReadingPool(script, 1, { byPattern: 500 });
    const path = writeTalk('slow.txt', `${'a'.repeat(380)}\n`);
    const reading = pool.read(
      jobFor(path, { options: { speakers: { kind: 'pattern', pattern: '(a+)+:' } } }),
    );
    await expect(reading).rejects.toThrow('“slow.txt” takes too long with this pattern');
    expect((await pool.read(jobFor(writeTalk('then.txt', 'P1: Yes.\n')))).file.name).toBe('then.txt');
  });

  it('are ended when they need more memory than a thread may have', { timeout: 60_000 }, async () => {
    const pool = new ReadingPool(script, 1, { heapMegabytes: 24 });
    const path = writeTalk('large.txt', 'P1: Words and words.\n'.repeat(400_000));
    await expect(pool.read(jobFor(path))).rejects.toThrow(
      '“large.txt” needs more memory than can safely be given',
    );
    expect((await pool.read(jobFor(writeTalk('small.txt', 'P1: Yes.\n')))).file.name).toBe('small.txt');
  });
});
