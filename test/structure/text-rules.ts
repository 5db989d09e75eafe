import { homedir } from 'node:os';
import { root, type SourceFiles } from './source-files.ts';

/** Rules about the words and names of files. Patterns are put together so that this file does not break them. */

const suppressions = new RegExp(
  ['biome-', '@ts-', 'eslint-', 'v8 ']
    .map((tool) => `${tool}(?:ignore|expect-error|nocheck|disable)`)
    .join('|'),
);
const registries = new RegExp(
  `\\b(?:${['regis' + 'try\\.[a-z-]+', 'npm' + 'mirror', 'j' + 'frog', 'arti' + 'factory', 'verd' + 'accio'].join('|')})\\.[a-z]{2,}`,
  'i',
);
/** Folders of somebody's machine. A test may speak of a made-up home. */
const machineFolders = /(?<![\w.])\/(?:home|Users|root|work)\/\w|\b[A-Z]:\\Users\\/;
const forbiddenNames = /(?:^|\/|-)(?:utils?|commons?|helpers?|managers?|misc)(?=[-./])/i;

/** Returns the lines that silence the compiler or the linter. */
export function findSuppressions(files: SourceFiles): string[] {
  return findLines(files, (line) => suppressions.test(line));
}

/** Returns the lines that name a folder of this machine or of another one. */
export function findMachinePaths(files: SourceFiles): string[] {
  const own = [root, homedir()].filter((folder) => folder.length > 2).map((folder) => `${folder}/`);
  return findLines(
    files,
    (line, path) =>
      own.some((folder) => line.includes(folder)) || (!path.startsWith('test/') && machineFolders.test(line)),
  );
}

/** Returns the lines that name the host of a package registry. */
export function findRegistryHosts(files: SourceFiles): string[] {
  return findLines(files, (line) => registries.test(line));
}

/** Returns the files that only hand on others, or whose names say nothing, and classes named so. */
export function findEmptyNames(files: SourceFiles): string[] {
  const paths = [...files.keys()].filter(
    (path) => /(?:^|\/)index\.(?:tsx?|mjs)$/.test(path) || forbiddenNames.test(path),
  );
  const classes = findLines(files, (line) =>
    /\b(?:class|function|interface|type)\s+\w*(?:Manager|Helpers?|Utils?)\b/.test(line),
  );
  return [...paths, ...classes];
}

function findLines(files: SourceFiles, isFound: (line: string, path: string) => boolean): string[] {
  return [...files].flatMap(([path, source]) =>
    source
      .split('\n')
      .flatMap((line, index) => (isFound(line, path) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}
