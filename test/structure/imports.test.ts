import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCycles, type Import, listImports } from './imports.ts';
import { findLayerBreaks } from './layers.ts';
import { readSourceFiles, root } from './source-files.ts';

const files = readSourceFiles(['db', 'electron', 'renderer'], ['.ts', '.tsx', '.mjs']);
const imports = listImports(files);

describe('the imports of the program', () => {
  it('are found at all', () => {
    expect(imports.length).toBeGreaterThan(files.size);
    expect(imports).toContainEqual({
      from: 'db/tables/turns.ts',
      to: 'db/sql.ts',
      isFile: true,
      isTypeOnly: false,
    });
  });

  it('lead to files that exist', () => {
    expect(imports.filter(({ to, isFile }) => isFile && !existsSync(join(root, to)))).toEqual([]);
  });

  it('go in no circle', () => {
    expect(findCycles(imports)).toEqual([]);
  });

  it('go downwards through the layers', () => {
    expect(findLayerBreaks(imports)).toEqual([]);
  });
});

function importsOf(made: Record<string, string>): Import[] {
  return listImports(new Map(Object.entries(made)));
}

// A template within the hole of a template, each with a line that looks like an import.
const templateWithHole = `const t = \`\nimport './a.ts';\n\${f(\`}\nimport './c.ts'\`)}\`;\nimport './b.ts';`;

describe('the search for imports', () => {
  const source = `
import { a, type B } from './a.ts';
import {
  c,
  d as e,
} from '../c/d.ts';
import type { F } from './f.ts';
import { type G, type H } from "./g.ts";
import './style.css';
import data from './data.json?raw';
export { i } from './i.ts';
export * from './j.ts';
export type { K } from './k.ts';
const lazy = await import('./lazy.ts');
import fs from 'node:fs';
`;

  it('finds every form of statement', () => {
    expect(
      importsOf({ 'x/y/z.ts': source }).map(({ to, isTypeOnly }) => `${to}${isTypeOnly ? ' (type)' : ''}`),
    ).toEqual([
      'x/y/a.ts',
      'x/c/d.ts',
      'x/y/f.ts (type)',
      'x/y/g.ts (type)',
      'x/y/style.css',
      'x/y/data.json',
      'x/y/i.ts',
      'x/y/j.ts',
      'x/y/k.ts (type)',
      'node:fs',
      'x/y/lazy.ts',
    ]);
  });

  it.each([
    ['a comment of one line', "// import './a.ts'\n//\nimport './b.ts';"],
    ['a comment of many lines', "/*\nimport './a.ts';\n*/\nimport './b.ts';"],
    ['a template', templateWithHole],
    ['a string', "const s = \"import('./a.ts')\";\nimport './b.ts';"],
    ['a regular expression', "const r = /['\"`]\\/*/;\nimport './b.ts';"],
    ['a division', "const q = a / b; // '\nimport './b.ts';"],
    ['an exported text', "export const name = './a.ts';\nimport './b.ts';"],
  ])('is not misled by %s', (_, code) => {
    expect(importsOf({ 'x.ts': code }).map(({ to }) => to)).toEqual(['b.ts']);
  });
});

describe('the search for circles', () => {
  it('names one of three files', () => {
    const made = {
      'a.ts': "import './b.ts';",
      'b.ts': "export * from './c.ts';",
      'c.ts': "import type { A } from './a.ts';",
    };
    expect(findCycles(importsOf(made))).toEqual(['a.ts → b.ts → c.ts → a.ts']);
  });

  it('names a file that imports itself', () => {
    expect(findCycles(importsOf({ 'a.ts': "import './a.ts';" }))).toEqual(['a.ts → a.ts']);
  });

  it('passes over two ways to the same file', () => {
    const made = { 'a.ts': "import './b.ts';\nimport './c.ts';", 'b.ts': "import './c.ts';", 'c.ts': '' };
    expect(findCycles(importsOf(made))).toEqual([]);
  });
});

describe('the layers', () => {
  it.each([
    ['db/model/x.ts', 'node:fs'],
    ['db/model/x.ts', '../sql.ts'],
    ['db/analysis/x.ts', '../tables/codes.ts'],
    ['db/analysis/x.ts', 'node:crypto'],
    ['db/tables/x.ts', '../study.ts'],
    ['db/tables/x.ts', '../history.ts'],
    ['db/sql.ts', './tables/codes.ts'],
    ['db/x.ts', '../electron/main.ts'],
    ['db/x.ts', 'electron'],
    ['electron/ipc/contract/x.ts', '../../../db/study.ts'],
    ['electron/ipc/contract/x.ts', '@orpc/server'],
    ['electron/preload.ts', './window.ts'],
    ['electron/preload.ts', 'node:fs'],
    ['electron/export/x.ts', '../../renderer/widgets/scene-view.tsx'],
    ['electron/main.ts', './setup/paths.mjs'],
    ['electron/setup/x.mjs', '../main.ts'],
    ['renderer/figures/x.ts', 'react'],
    ['renderer/figures/x.ts', 'node:path'],
    ['renderer/figures/x.ts', '../../db/sql.ts'],
    ['renderer/figures/x.ts', '../../db/analysis/stage.ts'],
    ['renderer/reader/x.ts', '../maturity/y.ts'],
    ['renderer/codes/x.ts', '../reader/y.ts'],
    ['renderer/maturity/x.ts', '../frame/y.ts'],
    ['renderer/maturity/x.ts', '../../electron/main.ts'],
    ['renderer/maturity/x.ts', '../../electron/ipc/handlers/codes.ts'],
    ['renderer/maturity/x.ts', '../../db/study.ts'],
    ['renderer/maturity/x.ts', 'better-sqlite3'],
    ['renderer/widgets/x.ts', '../reader/y.ts'],
    ['renderer/state/x.ts', '../frame/y.ts'],
    ['renderer/app.tsx', 'electron'],
  ])('forbid %s to import %s', (from, to) => {
    expect(findLayerBreaks(importsOf({ [from]: `import { a } from '${to}';` }))).toHaveLength(1);
  });

  it.each([
    ['db/analysis/x.ts', "import { a } from '../model/y.ts';"],
    ['db/tables/x.ts', "import { a } from '../sql.ts';"],
    ['db/x.ts', "import { a } from './tables/y.ts';"],
    ['electron/export/x.ts', "import { a } from '../../renderer/figures/y.ts';"],
    ['renderer/figures/x.ts', "import type { A } from '../../db/analysis/y.ts';"],
    ['renderer/figures/x.ts', "import { scaleLinear } from 'd3';"],
    ['renderer/reader/x.ts', "import { a } from '../codes/y.ts';"],
    ['renderer/maturity/x.ts', "import { a } from '../widgets/y.tsx';"],
    ['renderer/frame/x.tsx', "import { A } from '../maturity/y.tsx';"],
    ['renderer/app.tsx', "import { A } from './frame/y.tsx';"],
  ])('allow %s: %s', (from, code) => {
    expect(findLayerBreaks(importsOf({ [from]: code }))).toEqual([]);
  });
});
