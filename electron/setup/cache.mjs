import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isRunning } from './lock.mjs';
import { cacheFolder } from './paths.mjs';

const PARTIAL = '.partial-';

/**
 * Answers a folder of the cache, filling it first when it is missing. The work happens in a folder beside it that
 * gets its final name only at the end: an interrupted set-up leaves nothing that a later one would believe.
 * @param {string} name Name of the folder inside the cache.
 * @param {(folder: string) => Promise<void>} fill Writes the content into the folder it is given.
 * @returns {Promise<string>} Path of the complete folder.
 */
export async function fillOnce(name, fill) {
  const folder = join(cacheFolder, name);
  if (existsSync(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  await removeLeftovers(folder);
  const partial = await mkdtemp(`${folder}${PARTIAL}${process.pid}-`);
  try {
    await chmod(partial, 0o755);
    await fill(partial);
    await rename(partial, folder).catch((error) => {
      // Another set-up was faster; its folder is as good as this one.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return folder;
}

/** Leftovers of set-ups that were interrupted; those of one that runs right now stay. */
async function removeLeftovers(/** @type {string} */ folder) {
  const parent = dirname(folder);
  const prefix = `${basename(folder)}${PARTIAL}`;
  for (const entry of await readdir(parent)) {
    if (!entry.startsWith(prefix) || isRunning(Number.parseInt(entry.slice(prefix.length), 10))) continue;
    await rm(join(parent, entry), { recursive: true, force: true });
  }
}

/**
 * Reads a small remembered fact.
 * @param {string} name
 * @returns {Promise<unknown>} undefined when nothing readable is there.
 */
export async function recall(name) {
  try {
    return JSON.parse(await readFile(join(cacheFolder, name), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Remembers a small fact; written beside and renamed, so that no reader sees half of it.
 * @param {string} name
 * @param {unknown} value
 */
export async function remember(name, value) {
  const path = join(cacheFolder, name);
  const partial = `${path}.${process.pid}`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(partial, `${JSON.stringify(value)}\n`);
  await rename(partial, path);
}
