import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ImportFileError } from './import-file-error.ts';
import type { Reading, ReadingJob } from './reading.ts';

/** What a thread answers; `fileName` is null for an error that nobody foresaw. */
export type WorkerAnswer =
  | { ok: true; reading: Reading }
  | { ok: false; fileName: string | null; message: string };

/** What one file may cost. A PDF of a thousand pages takes a minute on a slow computer. */
export type ReadingLimits = {
  /** How long it may take, in milliseconds. */
  reading: number;
  /** A regular expression that needs longer than this for one file never ends. */
  byPattern: number;
  /** The heap of a thread: enough for the largest file that is read at all. */
  heapMegabytes: number;
};

const usualLimits: ReadingLimits = { reading: 180_000, byPattern: 15_000, heapMegabytes: 700 };

/** A thread that had nothing to do for so long gives its memory back. */
const longestIdle = 20_000;
/** Of files larger than this only one is read at a time, so that memory stays bounded. */
const largeBytes = 4 * 1024 * 1024;
type Task = {
  job: ReadingJob;
  isLarge: boolean;
  resolve: (reading: Reading) => void;
  reject: (error: unknown) => void;
};
type Thread = { worker: Worker; task: Task | undefined; timer: ReturnType<typeof setTimeout> | undefined };

/** Reads files in threads of their own, several at a time, each within limits of time and memory. */
export class ReadingPool {
  private readonly script: string;
  private readonly size: number;
  private readonly limits: ReadingLimits;
  private readonly waiting: Task[] = [];
  private readonly threads = new Set<Thread>();

  constructor(script: string, size: number, limits: Partial<ReadingLimits> = {}) {
    this.script = script;
    this.size = size;
    this.limits = { ...usualLimits, ...limits };
  }

  /**
   * Reads a file. Throws an ImportFileError when it cannot be read, takes too long or needs too much memory, and the
   * signal's reason when that is aborted, at once.
   */
  async read(job: ReadingJob, signal?: AbortSignal): Promise<Reading> {
    signal?.throwIfAborted();
    const isLarge = measure(job.path) > largeBytes;
    return new Promise((resolve, reject) => {
      const task: Task = { job, isLarge, resolve, reject };
      const onAbort = () => this.drop(task, signal?.reason);
      signal?.addEventListener('abort', onAbort, { once: true });
      task.resolve = (reading) => {
        signal?.removeEventListener('abort', onAbort);
        resolve(reading);
      };
      task.reject = (error) => {
        signal?.removeEventListener('abort', onAbort);
        reject(error);
      };
      this.waiting.push(task);
      this.assign();
    });
  }

  private assign(): void {
    const isLargeRunning = [...this.threads].some(({ task }) => task?.isLarge);
    const next = this.waiting.findIndex(({ isLarge }) => !isLarge || !isLargeRunning);
    const task = this.waiting[next];
    if (!task) return;
    const idle = [...this.threads].find((thread) => thread.task === undefined);
    const thread = idle ?? (this.threads.size < this.size ? this.start() : undefined);
    if (!thread) return;
    this.waiting.splice(next, 1);
    this.run(thread, task);
    this.assign();
  }

  private start(): Thread {
    const worker = new Worker(this.script, {
      resourceLimits: { maxOldGenerationSizeMb: this.limits.heapMegabytes },
      // What a library says about a file is nothing for a terminal, and may quote it; the thread throws it away.
      stdout: true,
      stderr: true,
    });
    const thread: Thread = { worker, task: undefined, timer: undefined };
    worker.on('message', (answer: WorkerAnswer) => this.finish(thread, answer));
    worker.on('error', (error) => this.fail(thread, toEndOfThread(error)));
    worker.on('messageerror', () => this.fail(thread, 'cannot be read: the reading ended unexpectedly'));
    worker.on('exit', () => this.fail(thread, 'cannot be read: the reading ended unexpectedly'));
    this.threads.add(thread);
    return thread;
  }

  private run(thread: Thread, task: Task): void {
    clearTimeout(thread.timer);
    thread.task = task;
    thread.worker.ref();
    // A large file may take that long before a pattern is looked for at all.
    const isByPattern = task.job.options.speakers?.kind === 'pattern' && !task.isLarge;
    thread.timer = setTimeout(
      () => this.fail(thread, isByPattern ? slowPattern : slowFile),
      isByPattern ? this.limits.byPattern : this.limits.reading,
    );
    thread.worker.postMessage(task.job);
  }

  private finish(thread: Thread, answer: WorkerAnswer): void {
    const { task } = thread;
    clearTimeout(thread.timer);
    thread.task = undefined;
    // An idle thread keeps no program from ending.
    thread.worker.unref();
    thread.timer = setTimeout(() => this.end(thread), longestIdle).unref();
    if (task) settle(task, answer);
    this.assign();
  }

  private fail(thread: Thread, problem: string): void {
    if (!this.threads.has(thread)) return;
    const { task } = thread;
    this.end(thread);
    task?.reject(new ImportFileError(basename(task.job.path), problem));
    this.assign();
  }

  private drop(task: Task, reason: unknown): void {
    const place = this.waiting.indexOf(task);
    if (place !== -1) this.waiting.splice(place, 1);
    const thread = [...this.threads].find((one) => one.task === task);
    if (thread) this.end(thread);
    task.reject(reason);
    this.assign();
  }

  private end(thread: Thread): void {
    clearTimeout(thread.timer);
    this.threads.delete(thread);
    thread.task = undefined;
    void thread.worker.terminate();
  }
}

/** Asked at once: through a promise the question costs ten times as much, a thousand times over. */
function measure(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    // Whoever reads the file finds out why, and says so.
    return 0;
  }
}

const slowFile = 'takes too long to be read: save its text alone as .txt and import that';
const slowPattern =
  'takes too long with this pattern: make the pattern simpler, without repeats inside repeats';

function settle(task: Task, answer: WorkerAnswer): void {
  if (answer.ok) task.resolve(answer.reading);
  else if (answer.fileName === null) task.reject(new Error(answer.message));
  else task.reject(ImportFileError.restore(answer.fileName, answer.message));
}

function toEndOfThread(error: unknown): string {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory
    ? 'needs more memory than can safely be given: split it, or save its text alone as .txt'
    : 'cannot be read: save its text as .docx or .txt and import that';
}

let pool: ReadingPool | undefined;

/**
 * Reads a file in a thread of the pool that all studies of this process share; where the program runs from its sources
 * (tests), in this thread. See `ReadingPool.read`.
 */
export async function readFile(job: ReadingJob, signal?: AbortSignal): Promise<Reading> {
  const script = findWorkerScript();
  if (script === undefined) {
    // Loaded only here: where there are threads, the readers of all formats are theirs alone.
    const { readNow } = await import('./reading.ts');
    return readNow(job);
  }
  pool ??= new ReadingPool(script, Math.max(2, Math.min(4, availableParallelism() - 1)));
  return pool.read(job, signal);
}

/** How many files are worth reading at the same time. */
export const readingsAtOnce = 8;

let workerScript: string | null | undefined;

/** The built thread stands beside the built program, or above its chunks. */
function findWorkerScript(): string | undefined {
  if (workerScript === undefined) {
    const folders = [import.meta.dirname, dirname(import.meta.dirname)];
    const names = ['reading-worker.js', 'reading-worker.mjs'];
    const paths = folders.flatMap((folder) => names.map((name) => join(folder, name)));
    workerScript = paths.find((path) => existsSync(path)) ?? null;
  }
  return workerScript ?? undefined;
}
