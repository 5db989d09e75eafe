import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, root } from './paths.mjs';
import { hasScreen } from './screen.mjs';
import { say } from './sentences.mjs';
import { run } from './spawn.mjs';
import { readResults } from './test-results.mjs';
import { toolScript } from './tool.mjs';

/**
 * @typedef {import('./runtime.mjs').Runtime} Runtime
 * @typedef {import('./test-results.mjs').Counts} Counts
 */

/** Where the reporters named below and in playwright.config.ts write. */
const reports = {
  unit: join(cacheFolder, 'test-results', 'unit.json'),
  e2e: join(cacheFolder, 'test-results', 'e2e.json'),
};

/** Format and lint. @returns {Promise<Counts>} */
export function checkStyle() {
  return runStep('format and lint', toolScript('@biomejs/biome', 'biome'), ['check', '.']);
}

/** Types of all projects. @returns {Promise<Counts>} */
export function checkTypes() {
  return runStep('types', toolScript('typescript', 'tsc'), ['-b']);
}

/**
 * A step that has no tests to count: it counts as one failure when it fails, as nothing when it passes.
 * @param {string} name
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Promise<Counts>}
 */
async function runStep(name, script, args) {
  const { code, output } = await run(process.execPath, [script, ...args], { cwd: root, output: 'capture' });
  say(code === 0 ? `${name}: fine` : `${output.trimEnd()}\n${name}: FAILED`);
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}

/**
 * The unit tests, in the program's own Node.
 * @param {Runtime} runtime
 * @param {string | undefined} grep Only tests whose name matches.
 */
export function runUnitTests(runtime, grep) {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports.unit}`];
  if (grep !== undefined) args.push('--testNamePattern', grep);
  const env = { ...runtime.env, CASEBENCH_ELECTRON: runtime.executable, ELECTRON_RUN_AS_NODE: '1' };
  return runTests('unit', runtime.executable, [toolScript('vitest', 'vitest'), ...args], env);
}

/**
 * The tests that drive the window, on a display in memory where there is none.
 * @param {Runtime} runtime
 * @param {string | undefined} grep
 */
export function runEndToEndTests(runtime, grep) {
  const args = [toolScript('@playwright/test', 'playwright'), 'test'];
  if (grep !== undefined) args.push('--grep', grep, '--pass-with-no-tests');
  const env = {
    ...runtime.env,
    CASEBENCH_ELECTRON: runtime.executable,
    ELECTRON_RUN_AS_NODE: undefined,
  };
  if (hasScreen()) return runTests('e2e', process.execPath, args, env);
  const screen = ['-a', '-s', '-screen 0 1600x1000x24', process.execPath];
  return runTests('e2e', 'xvfb-run', [...screen, ...args], env);
}

/**
 * @param {'unit' | 'e2e'} kind
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<Counts>}
 */
async function runTests(kind, program, args, env) {
  await rm(reports[kind], { force: true });
  const { code, output } = await run(program, args, { cwd: root, env });
  if (code === 127) say(`${program} could not be started: ${output.trim()}`);
  return readResults(kind, reports[kind], code);
}
