import { rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';

/**
 * Writes a file whole or not at all: to a neighbour first, which then takes its place. Throws an Error with a
 * sentence when the folder is missing or may not be written.
 */
export async function writeWholeFile(path: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${path}.part`;
  try {
    await writeFile(unfinished, content);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw new Error(`“${basename(path)}” could not be written: ${explain(error)}.`, { cause: error });
  }
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return 'its folder does not exist; choose another one';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return 'you may not write there; choose another folder';
  if (code === 'ENOSPC') return 'the disk is full; make room and try again';
  if (code === 'EISDIR') return 'a folder has that name; choose another name';
  return 'close it in other programs and try again';
}
