import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  listShippedSchemes,
  loadShippedScheme,
  parseSchemeFile,
  readSchemeFile,
  SchemeFileError,
} from '../../../../electron/import/schemes/scheme-file.ts';

const root = resolve(import.meta.dirname, '../../../..');
const shipped = join(root, 'coding-schemes');
const fixtures = join(root, 'test/fixtures/schemes');
const broken = join(fixtures, 'broken');

function catchMistakes(fileName: string, text: string): SchemeFileError {
  try {
    parseSchemeFile(text, fileName);
  } catch (error) {
    if (error instanceof SchemeFileError) return error;
    throw error;
  }
  throw new Error(`${fileName} was read without a complaint.`);
}

describe('a sound scheme file', () => {
  const text = readFileSync(join(fixtures, 'small.yaml'), 'utf8');

  it('is read with defaults in the place of fields that were left out', () => {
    const scheme = parseSchemeFile(text, 'small.yaml');
    expect(scheme.stages[1]?.preconditions.map(({ id }) => id)).toEqual(['1.1', '1.10']);
    expect(scheme.rules[0]).toMatchObject({ share: 1, default: false });
    expect(scheme.flow).toEqual([]);
  });

  it('is the same with a byte order mark, with Windows line ends, and as JSON', () => {
    const scheme = parseSchemeFile(text, 'small.yaml');
    expect(parseSchemeFile(`\uFEFF${text}`, 'small.yaml')).toEqual(scheme);
    expect(parseSchemeFile(text.replaceAll('\n', '\r\n'), 'small.yaml')).toEqual(scheme);
    expect(parseSchemeFile(JSON.stringify(scheme), 'small.json')).toEqual(scheme);
  });

  it('may give the anchors of YAML their use', () => {
    const shared = text
      .replace('own: [L, F]', 'own: &enough [L, F]')
      .replace('lower: [L, F]', 'lower: *enough');
    expect(parseSchemeFile(shared, 'small.yaml')).toEqual(parseSchemeFile(text, 'small.yaml'));
  });
});

describe('a broken scheme file', () => {
  const names = readdirSync(broken).filter((name) => name.endsWith('.yaml'));

  it.each(names)('%s is refused with a sentence for each mistake', async (name) => {
    const { message } = catchMistakes(name, readFileSync(join(broken, name), 'utf8'));
    await expect(`${message}\n`).toMatchFileSnapshot(join(broken, name.replace(/yaml$/, 'txt')));
    for (const sentence of message.split('\n')) {
      expect(sentence).toMatch(/^[\w-]+\.yaml, line \d+, column \d+: .+[;(].+[.?]$/);
    }
  });

  it('never fails in any other way, whatever is cut out of it or put into it', () => {
    const text = readFileSync(join(fixtures, 'small.yaml'), 'utf8');
    const place = fc.nat(text.length);
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(':', ' ', '\n', '- ', '&a ', '*a ', '"', '{', '<<: ', '__proto__: 1\n'),
    );
    fc.assert(
      fc.property(place, fc.nat(12), piece, (start, length, inserted) => {
        const changed = text.slice(0, start) + inserted + text.slice(start + length);
        const read = () => parseSchemeFile(changed, 'changed.yaml');
        try {
          expect(read().stages.length).toBeGreaterThan(1);
        } catch (error) {
          if (!(error instanceof SchemeFileError)) throw error;
          expect(error.mistakes.length).toBeGreaterThan(0);
          for (const { line } of error.mistakes) expect(line).toBeLessThanOrEqual(changed.split('\n').length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives line and column as data too', () => {
    const text = readFileSync(join(broken, 'two-defaults.yaml'), 'utf8');
    const { mistakes, fileName } = catchMistakes('two-defaults.yaml', text);
    expect(fileName).toBe('two-defaults.yaml');
    expect(mistakes.map(({ line, column }) => text.split('\n')[line - 1]?.slice(column - 1))).toEqual([
      'default: true',
    ]);
  });
});

describe('scheme files on disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'casebench-schemes-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are found in the folder that comes with the program', () => {
    const schemes = listShippedSchemes(shipped);
    expect(schemes.map(({ scheme }) => scheme.id)).toEqual(['mlops-maturity-2021', 'museum-access']);
    for (const { path, scheme } of schemes) expect(readSchemeFile(path)).toEqual(scheme);
  });

  it('are loaded by id, and an unknown id is answered with the known ones', () => {
    expect(loadShippedScheme(shipped, 'museum-access').name).toBe('Museum access');
    expect(() => loadShippedScheme(shipped, 'nothing')).toThrow('mlops-maturity-2021, museum-access');
  });

  it('tell the editor where their JSON Schema is', () => {
    for (const { path } of listShippedSchemes(shipped)) {
      const [first] = readFileSync(path, 'utf8').split('\n');
      expect(first).toBe('# yaml-language-server: $schema=./scheme.schema.json');
    }
  });

  it('are refused with their name when they are missing or not UTF-8', () => {
    const path = join(folder, 'latin.yaml');
    expect(() => readSchemeFile(path)).toThrow(`The scheme file ${path} cannot be read`);
    writeFileSync(path, Buffer.from('name: Caf\xe9', 'latin1'));
    expect(() => readSchemeFile(path)).toThrow('latin.yaml, line 1, column 1: the file is not text in UTF-8');
  });
});

describe('the README of the coding schemes', () => {
  it('shows an example that is a valid scheme', () => {
    const readme = readFileSync(join(shipped, 'README.md'), 'utf8');
    const example = /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(readme)?.[1] ?? '';
    expect(parseSchemeFile(example, 'example.yaml').id).toBe('onboarding');
  });

  it('shows the very sentence that the example mistake leads to', () => {
    const readme = readFileSync(join(shipped, 'README.md'), 'utf8');
    const example = /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const mistaken = example.replace('"1.2"', '"1.1"');
    expect(readme).toContain(catchMistakes('onboarding.yaml', mistaken).message);
  });
});
