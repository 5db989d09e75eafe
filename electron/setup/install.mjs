import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { modulesFolder, root } from './paths.mjs';
import { SetupError, say } from './sentences.mjs';
import { runNpm } from './spawn.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock The part of a package-lock.json that is read here.
 */

/** Runs `npm ci` when node_modules does not hold what package-lock.json names; else does nothing. */
export async function ensureInstalled() {
  if (await isInstalled()) return;
  await withLock('install', async () => {
    if (!(await isInstalled())) await install();
  });
}

async function install() {
  say('Installing the packages Casebench is built from (npm ci, once) …');
  const { code } = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    output: 'stderr',
  });
  if (code === 0) return;
  throw new SetupError(
    'The packages could not be installed; the reason stands above. Check the connection to the internet (or the ' +
      'registry npm is set to) and start again.',
  );
}

async function isInstalled() {
  const wanted = await readLock(join(root, 'package-lock.json'));
  // npm writes this file when an install is complete, so it is missing after an interrupted one.
  const installed = await readLock(join(modulesFolder, '.package-lock.json'));
  if (wanted === undefined)
    throw new SetupError('package-lock.json is missing or damaged; fetch it anew with Git.');
  return installed !== undefined && isInStep(wanted, installed);
}

/**
 * Whether every package that the lock demands is installed in its version. Optional ones, which are mostly binaries
 * for other systems, may be missing.
 * @param {Lock} wanted
 * @param {Lock} installed
 */
export function isInStep(wanted, installed) {
  return Object.entries(wanted.packages ?? {}).every(([path, { version, optional, devOptional }]) => {
    const found = installed.packages?.[path];
    if (path === '') return true;
    if (found === undefined) return optional === true || devOptional === true;
    return found.version === version;
  });
}

/**
 * @param {string} path
 * @returns {Promise<Lock | undefined>}
 */
async function readLock(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}
