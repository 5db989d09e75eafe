import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cacheFolder } from './paths.mjs';

const LOOK_AGAIN_MS = 200;
/** How long a lock may be without its owner's number, which is written right after the file is made. */
const NAMELESS_MS = 10_000;

/**
 * Does a piece of work while no other set-up process does the same one; waits for its turn. The lock of a process
 * that has ended, however it ended, does not count.
 * @param {string} name
 * @param {() => Promise<void>} work
 */
export async function withLock(name, work) {
  const path = join(cacheFolder, `${name}.lock`);
  await mkdir(cacheFolder, { recursive: true });
  while (!(await take(path))) await pause(LOOK_AGAIN_MS);
  try {
    await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(/** @type {string} */ path) {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!(await isOwnerAlive(path))) await rm(path, { force: true });
    return false;
  }
}

async function isOwnerAlive(/** @type {string} */ path) {
  const owner = Number(await readFile(path, 'utf8').catch(() => ''));
  if (!Number.isInteger(owner) || owner <= 0) return isYoung(path);
  return isRunning(owner);
}

async function isYoung(/** @type {string} */ path) {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
  return Date.now() - mtimeMs < NAMELESS_MS;
}

/** Whether a process with this number exists. */
export function isRunning(/** @type {number} */ pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, but under another account.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
