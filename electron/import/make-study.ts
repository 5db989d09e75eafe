import { readFileSync } from 'node:fs';
import { createStudy, type Study } from '../../db/study.ts';
import { listShippedSchemes, readSchemeFile } from './schemes/scheme-file.ts';

export type StudyWish = {
  name: string;
  schemesFolder: string;
  /** Id of a shipped scheme; passed over when a file is given. */
  schemeId?: string;
  /** A scheme file of the researcher's own. */
  schemePath?: string | null;
  coder: string | null;
};

/**
 * Makes a study at a free path from a shipped scheme or a scheme file, which is copied into it with its
 * version. Throws a SchemeFileError with line and column, or a StudyFileError; nothing is left behind then.
 */
export function makeStudy(path: string, wish: StudyWish): Study {
  const { name, coder } = wish;
  const schemePath = wish.schemePath ?? findShippedPath(wish.schemesFolder, wish.schemeId ?? '');
  const scheme = readSchemeFile(schemePath);
  return createStudy(path, { name, scheme, schemeText: readFileSync(schemePath, 'utf8'), coder });
}

function findShippedPath(folder: string, id: string): string {
  const shipped = listShippedSchemes(folder);
  const found = shipped.find(({ scheme }) => scheme.id === id);
  if (found) return found.path;
  const known = shipped.map(({ scheme }) => scheme.id).join(', ');
  throw new Error(`No scheme “${id}” comes with the program; choose one of ${known}, or name a file.`);
}
