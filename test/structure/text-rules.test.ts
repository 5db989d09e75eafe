import { homedir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { readRootFiles, readSourceFiles, root } from './source-files.ts';
import { findEmptyNames, findMachinePaths, findRegistryHosts, findSuppressions } from './text-rules.ts';

const code = readSourceFiles(['db', 'electron', 'renderer', 'test'], ['.ts', '.tsx', '.mjs', '.js']);
const texts = ['.ts', '.tsx', '.mjs', '.js', '.css', '.html', '.md', '.json', '.yaml', '.yml', '.sql', '.py'];
const everything = new Map([
  ...readSourceFiles(['db', 'electron', 'renderer', 'test', 'coding-schemes'], texts),
  ...readRootFiles([...texts, '.npmrc']),
]);

describe('the sources', () => {
  it('silence neither the compiler nor the linter', () => {
    expect(findSuppressions(code)).toEqual([]);
  });

  it('have names that say what is in them, and no file that only hands on others', () => {
    expect(findEmptyNames(code)).toEqual([]);
  });

  it('name no folder of a machine', () => {
    expect(findMachinePaths(everything)).toEqual([]);
  });

  it('name no host of a package registry', () => {
    expect(findRegistryHosts(everything)).toEqual([]);
  });
});

/** Joined here, so that this file does not itself break the rule. */
const join = (...parts: string[]) => parts.join('');

describe('a made-up source breaks the rule about', () => {
  const broken = (line: string, path = 'db/x.ts') => new Map([[path, `const a = 1;\n${line}\n`]]);

  it.each([
    join('// biome-', 'ignore lint: because'),
    join('// @ts-', 'ignore'),
    join('// @ts-', 'expect-error'),
    join('// @ts-', 'nocheck'),
    join('/* eslint-', 'disable */'),
  ])('suppressions with “%s”', (line) => {
    expect(findSuppressions(broken(line))).toEqual([`db/x.ts:2: ${line}`]);
  });

  it.each([
    'db/index.ts',
    'renderer/codes/index.tsx',
    'db/utils.ts',
    'db/common/x.ts',
    'db/date-helpers.ts',
    'electron/window-manager.ts',
  ])('names with the path %s', (path) => {
    expect(findEmptyNames(new Map([[path, '']]))).toEqual([path]);
  });

  it('names with a class', () => {
    expect(findEmptyNames(broken(join('export class Study', 'Manager {}')))).toHaveLength(1);
  });

  it.each([
    join('/ho', 'me/mira/x'),
    join('/Us', 'ers/mira/x'),
    join('/wo', 'rk/x'),
    join('C:\\Us', 'ers\\mira'),
  ])('folders with %s', (path) => {
    expect(findMachinePaths(broken(`const path = '${path}';`))).toHaveLength(1);
  });

  it('folders with its own, in tests too', () => {
    expect(findMachinePaths(broken(`const path = '${root}/x';`, 'test/x.ts'))).toHaveLength(1);
    expect(findMachinePaths(broken(`const path = '${homedir()}/x';`, 'test/x.ts'))).toHaveLength(1);
  });

  it.each([join('https://registry.', 'npmjs.org/x'), join('https://cdn.npm', 'mirror.com/x')])(
    'registries with %s',
    (address) => {
      expect(findRegistryHosts(broken(`// ${address}`))).toHaveLength(1);
    },
  );
});
