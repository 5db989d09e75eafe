import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { ImportFileError } from './import-file-error.ts';

/** A file of this size is a mistake or an attack: a transcript of a whole day has less than one megabyte. */
const largestFileBytes = 64 * 1024 * 1024;

export type LoadedFile = { path: string; name: string; bytes: Uint8Array; sha256: string };

/**
 * Reads a file whole, without letting others in between: called in threads that read files, where each wait for the
 * next of four calls would cost more than the calls. Throws an ImportFileError with a sentence when it is missing, is a
 * folder or a device, may not be read or is too large to be a transcript.
 */
export function loadFile(path: string): LoadedFile {
  const name = basename(path);
  try {
    const found = statSync(path);
    // A device or a pipe may have no end.
    if (!found.isFile() && !found.isDirectory())
      throw new ImportFileError(name, 'is no file: choose another one');
    if (found.size > largestFileBytes) {
      const megabytes = Math.round(found.size / 1_048_576);
      throw new ImportFileError(name, `has ${megabytes} MB, too much for a transcript: split it`);
    }
    const bytes = readFileSync(path);
    return { path, name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    throw error instanceof ImportFileError ? error : new ImportFileError(name, explain(error));
  }
}

/** So many files are a whole disk rather than the transcripts of a study. */
const mostFiles = 20_000;

/**
 * Returns the paths with each folder replaced by the files in it and below, in the order of their names; hidden files
 * and those that Office keeps beside an open document are left out. Throws an ImportFileError when a folder holds far
 * too many, and the signal's reason when that is aborted.
 */
export async function expandFolders(paths: readonly string[], signal?: AbortSignal): Promise<string[]> {
  const files = new Set<string>();
  const visited = new Set<string>();
  for (const path of paths) await collectFiles(path, { files, visited, signal, top: path });
  return [...files];
}

/** A name of a transcript or session has this many UTF-16 units at most; names of files may have more. */
const longestName = 200;

/** Returns the name that a transcript gets from its file: without folder and extension, and not without end. */
export function toTranscriptName(path: string): string {
  const name = basename(path);
  return (basename(name, extname(name)) || name).slice(0, longestName).toWellFormed().trim();
}

type Search = {
  files: Set<string>;
  /** Real paths of the folders that were looked into: links may lead back to one. */
  visited: Set<string>;
  signal: AbortSignal | undefined;
  top: string;
};

async function collectFiles(path: string, search: Search): Promise<void> {
  search.signal?.throwIfAborted();
  const folder = await findFolder(path);
  if (folder === undefined) return addFile(path, search);
  if (search.visited.has(folder)) return;
  search.visited.add(folder);
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  const wanted = entries
    .filter(({ name }) => !name.startsWith('.') && !name.startsWith('~$') && name !== 'node_modules')
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const entry of wanted) {
    if (entry.isFile()) addFile(join(path, entry.name), search);
    else await collectFiles(join(path, entry.name), search);
  }
}

function addFile(path: string, { files, top }: Search): void {
  files.add(path);
  if (files.size > mostFiles) {
    throw new ImportFileError(
      basename(top),
      `holds more than ${mostFiles} files: choose the folder of the transcripts in it`,
    );
  }
}

/** Returns the real path of a folder, or undefined when the path is none. */
async function findFolder(path: string): Promise<string | undefined> {
  try {
    return (await stat(path)).isDirectory() ? await realpath(path) : undefined;
  } catch {
    return undefined;
  }
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return 'is not there: check its name, and whether it was moved';
  if (code === 'EACCES' || code === 'EPERM')
    return 'may not be read: change its permissions, or copy it elsewhere';
  if (code === 'EISDIR') return 'is a folder: choose the files in it';
  return 'cannot be read: copy it to this computer and try again';
}
