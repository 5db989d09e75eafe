import { posix } from 'node:path';
import { blankComments } from './blank-comments.ts';
import type { SourceFiles } from './source-files.ts';

/** One import: `to` is a path from the root for a file, else the name of a package or `node:` module. */
export type Import = { from: string; to: string; isFile: boolean; isTypeOnly: boolean };

const statements = /^(?:import|export)\b(?!\s*\()([^'"`;]*?)(?:\bfrom\s*)?(['"])([^'"\n]+)\2/gm;
const calls = /\bimport\s*\(\s*(['"])([^'"\n]+)\1/g;

/** Returns the import, export-from and dynamic import statements of all files, in their order. */
export function listImports(files: SourceFiles): Import[] {
  return [...files].flatMap(([path, source]) => listImportsOf(path, source));
}

function listImportsOf(path: string, source: string): Import[] {
  const code = blankComments(source, 'keep');
  const bare = blankComments(source, 'blank');
  const found: Import[] = [];
  for (const [statement, clause = '', , written = ''] of code.matchAll(statements)) {
    // `export const name = '…'` names no module.
    if (statement.startsWith('export') && !/\bfrom\s*['"][^'"]*['"]$/.test(statement)) continue;
    found.push({ from: path, ...resolveModule(path, written), isTypeOnly: isTypeClause(clause) });
  }
  for (const { index, 2: written = '' } of code.matchAll(calls)) {
    // A string may speak of an import too.
    if (!bare.startsWith('import', index)) continue;
    found.push({ from: path, ...resolveModule(path, written), isTypeOnly: false });
  }
  return found;
}

/** `type { A }`, `type * as a`, or braces in which every name is a type. */
function isTypeClause(clause: string): boolean {
  if (/^\s*type\b(?!\s*from\b)/.test(clause)) return true;
  const names = /^\s*\{([^}]*)\}/.exec(clause)?.[1]?.split(',') ?? [];
  const written = names.map((name) => name.trim()).filter((name) => name !== '');
  return written.length > 0 && written.every((name) => name.startsWith('type '));
}

function resolveModule(from: string, written: string): { to: string; isFile: boolean } {
  const bare = written.replace(/\?.*$/, '');
  if (!bare.startsWith('.')) return { to: bare, isFile: false };
  return { to: posix.join(posix.dirname(from), bare), isFile: true };
}

/** Returns every circle of files that import one another, each once, as `a → b → a`. */
export function findCycles(imports: readonly Import[]): string[] {
  const targets = new Map<string, Set<string>>();
  for (const { from, to, isFile } of imports) {
    if (isFile) targets.set(from, (targets.get(from) ?? new Set()).add(to));
  }
  const cycles: string[] = [];
  const finished = new Set<string>();
  const path: string[] = [];
  const visit = (file: string) => {
    const at = path.indexOf(file);
    if (at !== -1) cycles.push([...path.slice(at), file].join(' → '));
    if (at !== -1 || finished.has(file)) return;
    path.push(file);
    for (const target of targets.get(file) ?? []) visit(target);
    path.pop();
    finished.add(file);
  };
  for (const file of targets.keys()) visit(file);
  return cycles;
}
