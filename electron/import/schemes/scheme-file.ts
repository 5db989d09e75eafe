import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Document, LineCounter, parseDocument } from 'yaml';
import { type Scheme, schemeSchema } from '../../../db/model/scheme.ts';
import { listSchemeProblems } from '../../../db/model/scheme-problems.ts';
import { findOffset, toLineAndColumn } from './scheme-positions.ts';
import { listIssueMistakes, listSyntaxMistakes, type PlacedMistake } from './scheme-sentences.ts';

/** A mistake in a scheme file; line and column count from 1, the message is a clause with its remedy. */
export type SchemeMistake = { line: number; column: number; message: string };

/** A file that is no valid scheme. Its message has one sentence for each mistake, each on a line of its own. */
export class SchemeFileError extends Error {
  override readonly name = 'SchemeFileError';
  readonly fileName: string;
  readonly mistakes: readonly SchemeMistake[];

  constructor(fileName: string, mistakes: readonly SchemeMistake[]) {
    super(mistakes.map((mistake) => toSentence(fileName, mistake)).join('\n'));
    this.fileName = fileName;
    this.mistakes = mistakes;
  }
}

/** A scheme that comes with the program, and the file it stands in. */
export type ShippedScheme = { path: string; scheme: Scheme };

/**
 * Reads a scheme from YAML (or JSON, which is YAML too), with defaults filled in. `fileName` is only used to
 * name the file in sentences. Throws a SchemeFileError that lists every mistake found: first of syntax, when
 * there is none of fields and values, when there is none of how the parts of the scheme fit together.
 */
export function parseSchemeFile(text: string, fileName: string): Scheme {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
  const fail = (mistakes: PlacedMistake[]): never => {
    throw new SchemeFileError(fileName, toSchemeMistakes(lines, mistakes));
  };
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) fail(listSyntaxMistakes(broken, lines));
  if (document.contents === null) {
    fail([{ offset: 0, message: 'the file is empty; start from a copy of a file in coding-schemes' }]);
  }
  const result = schemeSchema.safeParse(toValue(document, fail));
  if (!result.success)
    return fail(result.error.issues.flatMap((issue) => listIssueMistakes(document, issue)));
  const problems = listSchemeProblems(result.data);
  if (problems.length > 0) {
    fail(problems.map(({ path, message }) => ({ offset: findOffset(document, path), message })));
  }
  return result.data;
}

/**
 * Reads a scheme from a file in UTF-8. Throws a SchemeFileError for mistakes in it or another encoding, and
 * an Error that names the file when it cannot be read at all.
 */
export function readSchemeFile(path: string): Scheme {
  return parseSchemeFile(readText(path), basename(path));
}

/**
 * Returns the schemes in a folder, in the order of their file names; subfolders and files that do not end in
 * `.yaml` are left alone. Throws as readSchemeFile does when one of them is broken.
 */
export function listShippedSchemes(folder: string): ShippedScheme[] {
  const fileNames = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => entry.name)
    .sort();
  return fileNames.map((fileName) => {
    const path = join(folder, fileName);
    return { path, scheme: readSchemeFile(path) };
  });
}

/** Returns the scheme with this id from a folder. Throws an Error that names the known ids when there is none. */
export function loadShippedScheme(folder: string, id: string): Scheme {
  const schemes = listShippedSchemes(folder).map(({ scheme }) => scheme);
  const found = schemes.find((scheme) => scheme.id === id);
  if (found) return found;
  const known = schemes.map((scheme) => scheme.id).join(', ');
  throw new Error(`No scheme “${id}” comes with the program; choose one of ${known}, or name a file.`);
}

function readText(path: string): string {
  const fileName = basename(path);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new Error(`The scheme file ${path} cannot be read; check that it exists and may be opened.`, {
      cause,
    });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const message = 'the file is not text in UTF-8; save it again with this encoding';
    throw new SchemeFileError(fileName, [{ line: 1, column: 1, message }]);
  }
}

/** Aliases can multiply into billions of values; the library stops that with an error while converting. */
function toValue(document: Document, fail: (mistakes: PlacedMistake[]) => never): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return fail([{ offset: 0, message: 'its & and * repeat each other too often; write the values out' }]);
  }
}

function toSchemeMistakes(lines: LineCounter, mistakes: PlacedMistake[]): SchemeMistake[] {
  return [...mistakes]
    .sort((left, right) => left.offset - right.offset)
    .map(({ offset, message }) => ({ ...toLineAndColumn(lines, offset), message }));
}

function toSentence(fileName: string, { line, column, message }: SchemeMistake): string {
  const end = message.endsWith('?') ? '' : '.';
  return `${fileName}, line ${line}, column ${column}: ${message}${end}`;
}
