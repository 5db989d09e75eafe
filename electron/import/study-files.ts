import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { ImportFileError } from './import-file-error.ts';

/** A file of this size is a mistake or an attack: a transcript of a whole day has less than one megabyte. */
const largestFileBytes = 64 * 1024 * 1024;

export type LoadedFile = { path: string; name: string; bytes: Uint8Array; sha256: string };

/**
 * Reads a file whole. Throws an ImportFileError with a sentence when it is missing, is a folder, may not be
 * read or is too large to be a transcript.
 */
export async function loadFile(path: string): Promise<LoadedFile> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    if (size > largestFileBytes) {
      throw new ImportFileError(
        name,
        `has ${Math.round(size / 1_048_576)} MB, too much for a transcript: split it`,
      );
    }
    const bytes = await readFile(path);
    return { path, name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    throw error instanceof ImportFileError ? error : new ImportFileError(name, explain(error));
  }
}

/** Returns the paths with each folder replaced by the files in it and below, in the order of their names. */
export async function expandFolders(paths: readonly string[]): Promise<string[]> {
  const expanded: string[] = [];
  for (const path of paths) expanded.push(...(await listFiles(path)));
  return [...new Set(expanded)];
}

/** Returns the name that a transcript gets from its file: without folder and extension. */
export function toTranscriptName(path: string): string {
  const name = basename(path);
  return basename(name, extname(name)) || name;
}

async function listFiles(path: string): Promise<string[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [path];
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  const wanted = entries
    .filter(({ name }) => !name.startsWith('.') && !name.startsWith('~$') && name !== 'node_modules')
    .map(({ name }) => join(path, name))
    .sort();
  const files: string[] = [];
  for (const entry of wanted) files.push(...(await listFiles(entry)));
  return files;
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return 'is not there: check its name, and whether it was moved';
  if (code === 'EACCES' || code === 'EPERM')
    return 'may not be read: change its permissions, or copy it elsewhere';
  if (code === 'EISDIR') return 'is a folder: choose the files in it';
  return 'cannot be read: copy it to this computer and try again';
}
