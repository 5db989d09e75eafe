import { type Document, isMap, isScalar, type LineCounter, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { findNearestWord } from '../../../db/model/nearest-word.ts';
import { listSchemeFields } from '../../../db/model/scheme-json-schema.ts';
import { type FilePath, findNode, findOffset } from './scheme-positions.ts';

/** A mistake with its place in the file: a clause with its remedy, and an offset in UTF-16 units. */
export type PlacedMistake = { offset: number; message: string };

type Issue = z.core.$ZodIssue;

/** Returns what a Zod issue means for the author of the file, one mistake for each wrong or missing value. */
export function listIssueMistakes(document: Document, issue: Issue): PlacedMistake[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => describeUnknownField(document, issue.path, name));
  }
  const node = findNode(document, issue.path);
  const message = node ? describeWrongValue(document, issue) : describeMissingField(document, issue.path);
  return [{ offset: findOffset(document, issue.path), message }];
}

/**
 * Returns what the errors of the YAML reader mean for the author of the file. One slip often gives several
 * errors on its line; only the one that tells most is kept.
 */
export function listSyntaxMistakes(errors: readonly YAMLError[], lines: LineCounter): PlacedMistake[] {
  const kept = new Map<number, YAMLError>();
  for (const error of errors) {
    const { line } = lines.linePos(error.pos[0]);
    const rival = kept.get(line);
    if (!rival || rankSyntaxError(error) < rankSyntaxError(rival)) kept.set(line, error);
  }
  return [...kept.values()].map((error) => ({
    offset: error.pos[0],
    message: syntaxMessages[error.code] ?? describeOtherSyntax(error),
  }));
}

const tellingCodes: YAMLError['code'][] = ['TAB_AS_INDENT', 'MULTILINE_IMPLICIT_KEY'];

function rankSyntaxError(error: YAMLError): number {
  const rank = tellingCodes.indexOf(error.code);
  return rank < 0 ? tellingCodes.length : rank;
}

const syntaxMessages: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'a tab is used for indenting; use blanks instead',
  BAD_INDENT:
    'this line is indented differently from its neighbours; let fields of one entry start in one column',
  DUPLICATE_KEY: 'this field is given twice in the same entry; keep one of the two',
  BLOCK_AS_IMPLICIT_KEY:
    'two colons make two fields of one line; put the text in "quotes" or start a new line',
  MULTILINE_IMPLICIT_KEY:
    'the text that starts here runs on into a line with a colon; indent that line like its neighbours',
  BAD_SCALAR_START: 'a text cannot start with this character; put the text in "quotes"',
  BAD_ALIAS: 'a text cannot start with * here; put the text in "quotes"',
  MULTIPLE_DOCS: 'a second document starts with “---”; keep one scheme in one file',
  TAG_RESOLVE_FAILED: 'a text cannot start with ! here; put the text in "quotes"',
};

function describeOtherSyntax(error: YAMLError): string {
  const said = error.message.replace(/\s+/g, ' ').replace(/\.$/, '');
  return `this is not YAML (${said}); close quotes and brackets, and put a text with a colon or a leading sign in "quotes"`;
}

function describeUnknownField(document: Document, path: FilePath, name: string): PlacedMistake {
  const known = listSchemeFields(path);
  const nearest = findNearestWord(name, known);
  const remedy = nearest ? `did you mean “${nearest}”?` : `its fields are ${known.join(', ')}`;
  const offset = findOffset(document, [...path, name]);
  return { offset, message: `${describePlace(document, path)} has an unknown field “${name}”; ${remedy}` };
}

function describeMissingField(document: Document, path: FilePath): string {
  const place = describePlace(document, path.slice(0, -1));
  const name = String(path.at(-1));
  return `${place} has no “${name}”; add a line “${name}: …”`;
}

function describeWrongValue(document: Document, issue: Issue): string {
  const node = findNode(document, issue.path);
  const field = describeField(document, issue.path);
  const value = isScalar(node) ? node.value : undefined;
  if (isScalar(node) && value === null) {
    return `${field} is empty; write a value after the colon or take the line out`;
  }
  if (isScalar(node) && typeof value !== 'string' && isTextWanted(issue)) {
    return describeUnquoted(field, node.source ?? String(value), value);
  }
  return `${field} ${describeExpectation(issue, value)}`;
}

/** YAML drops the zero of 1.10 and reads `true` as a truth value: what is meant as text needs quotes. */
function describeUnquoted(field: string, source: string, value: unknown): string {
  const kind = typeof value === 'boolean' ? 'the truth value' : 'the number';
  return `${field} is written ${source} without quotes, which YAML reads as ${kind} ${value}; write "${source}"`;
}

function isTextWanted(issue: Issue): boolean {
  return (issue.code === 'invalid_type' && issue.expected === 'string') || issue.code === 'invalid_union';
}

function describeExpectation(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return describeType(issue.expected, value);
    case 'invalid_value':
      return `is ${quote(value)}; use one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return `is ${quote(value)}, which is no id; use up to 32 letters, digits, dots or hyphens, without blanks`;
    case 'too_small':
      if (issue.origin === 'array') return 'is an empty list; give at least one entry';
      if (issue.origin === 'string') return 'is empty; write a text between the quotes';
      return `is ${value}; let it be ${issue.inclusive ? 'at least' : 'greater than'} ${issue.minimum}`;
    case 'too_big':
      return `is ${value}; let it be at most ${issue.maximum}`;
    case 'invalid_union':
      return 'is neither a text nor a whole number; write one of the two';
    default:
      return `is not as expected (${issue.message}); compare it with coding-schemes/README.md`;
  }
}

const wantedTypes: Record<string, string> = {
  string: 'must be a text; write it on one line or after “>-”',
  number: 'must be a number; write it without quotes',
  int: 'must be a whole number; write it without quotes and without a decimal point',
  boolean: 'must be true or false; write one of them without quotes',
  array: 'must be a list; write its entries in [brackets] or on lines that start with “- ”',
  object: 'must consist of fields; write them on indented lines such as “name: …”',
};

function describeType(expected: string, value: unknown): string {
  const wanted = wantedTypes[expected] ?? `must be of the type ${expected}; correct it`;
  return value === undefined ? wanted : `is ${quote(value)} but ${wanted}`;
}

const quote = (value: unknown) => (value === undefined ? 'not a single value' : `“${value}”`);

/** The singular of each list of a scheme, for its entries. */
const entryNames: Record<string, string> = {
  pipelines: 'pipeline',
  activities: 'activity',
  stages: 'stage',
  preconditions: 'precondition',
  aspects: 'aspect',
  references: 'reference',
  links: 'link',
  flow: 'arrow',
  stores: 'store',
  rules: 'rule',
};

/** Returns words for the value at a path: `the name of the activity “D1”`, `entry 2 of “own” of the rule “all”`. */
function describeField(document: Document, path: FilePath): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  const parent = path.slice(0, -1);
  if (typeof last === 'number') {
    return isMap(findNode(document, path))
      ? describePlace(document, path)
      : `entry ${last + 1} of ${describeField(document, parent)}`;
  }
  return parent.length === 0
    ? `“${String(last)}”`
    : `“${String(last)}” of ${describePlace(document, parent)}`;
}

/** Returns words for the entry a path leads to: `the activity “D1”`, or its number in its list when it has no id. */
function describePlace(document: Document, path: FilePath): string {
  const last = path.at(-1);
  if (last === undefined) return 'the scheme';
  if (typeof last !== 'number') return `“${String(last)}”`;
  const list = String(path.at(-2));
  const name = entryNames[list] ?? `entry of “${list}”`;
  const label = findLabel(document, path);
  return label ? `the ${name} “${label}”` : `the ${name} number ${last + 1} of its list`;
}

function findLabel(document: Document, path: FilePath): string | undefined {
  for (const field of ['id', 'number', 'precondition', 'name']) {
    const node = findNode(document, [...path, field]);
    if (isScalar(node) && node.value !== null && node.value !== '') return node.source ?? String(node.value);
  }
  return undefined;
}
