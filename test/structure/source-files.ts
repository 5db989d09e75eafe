import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of package.json. */
export const root = resolve(import.meta.dirname, '..', '..');

/** Contents of files by their paths from the root, with `/` between folders. */
export type SourceFiles = ReadonlyMap<string, string>;

const passedOver = new Set(['node_modules', 'fixtures', 'snapshots', 'sample-study']);

/** Reads every file of these folders whose name ends as wished, without fixtures, snapshots and the sample study. */
export function readSourceFiles(folders: readonly string[], endings: readonly string[]): SourceFiles {
  const paths = folders.flatMap((folder) => listFiles(folder));
  const wanted = paths.filter((path) => endings.some((ending) => path.endsWith(ending)));
  return new Map(wanted.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** Reads the files of the root itself whose names end as wished; the lock file names a registry by its nature. */
export function readRootFiles(endings: readonly string[]): SourceFiles {
  const names = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && entry.name !== 'package-lock.json' ? [entry.name] : [],
  );
  const wanted = names.filter((name) => endings.some((ending) => name.endsWith(ending)));
  return new Map(wanted.map((name) => [name, readFileSync(join(root, name), 'utf8')]));
}

function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (passedOver.has(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}
