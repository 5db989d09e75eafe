import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the build reads. A file or folder that is missing counts as empty. */
const FOLDERS = ['coding-schemes', 'db', 'electron', 'renderer'];
const FILES = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json'];
const LEFT_OUT = join('electron', 'setup');

/**
 * A digest of the sources' names and contents. Contents rather than times, which Git changes when it switches
 * branches; a few megabytes take some hundredths of a second.
 * @param {string} folder The folder of package.json.
 * @returns {Promise<string>} SHA-256 in hexadecimal digits.
 */
export async function hashSources(folder) {
  const found = await Promise.all(FOLDERS.map((name) => listFiles(folder, name)));
  const hash = createHash('sha256');
  for (const name of [...FILES, ...found.flat().sort()]) {
    const content = await readFile(join(folder, name)).catch(() => Buffer.alloc(0));
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {Promise<string[]>} Paths of files, relative to `root`.
 */
async function listFiles(root, folder) {
  if (folder === LEFT_OUT) return [];
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const nested = entries.map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(root, path) : [path];
  });
  return (await Promise.all(nested)).flat();
}
