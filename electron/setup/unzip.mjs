import { createWriteStream } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

const TYPE_MASK = 0o170000;
const SYMLINK = 0o120000;

/**
 * Unpacks a zip with its executable bits and symbolic links. Loads yauzl from node_modules, so it works only after
 * the install; yauzl itself refuses absolute names and `..`.
 * @param {string} zipPath
 * @param {string} target
 * @param {(name: string) => boolean} wanted Entries it answers false for are left out.
 */
export async function unzip(zipPath, target, wanted) {
  const { default: yauzl } = await import('yauzl');
  const zip = await yauzl.openPromise(zipPath);
  try {
    for await (const entry of zip.eachEntry()) {
      if (wanted(entry.fileName)) await writeEntry(zip, entry, join(target, entry.fileName));
    }
  } finally {
    zip.close();
  }
}

/**
 * @param {import('yauzl').ZipFile} zip
 * @param {import('yauzl').Entry} entry
 * @param {string} path
 */
async function writeEntry(zip, entry, path) {
  if (entry.fileName.endsWith('/')) {
    await mkdir(path, { recursive: true });
    return;
  }
  await mkdir(dirname(path), { recursive: true });
  const mode = entry.externalFileAttributes >>> 16;
  const content = await zip.openReadStreamPromise(entry);
  if ((mode & TYPE_MASK) === SYMLINK) await symlink(await text(content), path);
  else await pipeline(content, createWriteStream(path, { mode: mode & 0o777 || 0o644 }));
}
