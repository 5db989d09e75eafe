import { existsSync } from 'node:fs';
import { SetupError, say } from './sentences.mjs';
import { run } from './spawn.mjs';

/**
 * What is asked of Debian or Ubuntu: each entry lists the names one thing has in different releases.
 * @typedef {readonly (readonly string[])[]} Packages
 */

/** The libraries Electron is linked with. @type {Packages} */
export const windowPackages = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
];

/**
 * A display in memory, for tests on a machine without a screen, and a font, without which Chromium draws no letters.
 * @type {Packages}
 */
export const screenPackages = [['xvfb'], ['xauth'], ['fonts-dejavu-core']];

/** Each is named like its program. @type {Packages} */
const compilerPackages = [['make'], ['g++'], ['python3']];

export function isDebian() {
  return process.platform === 'linux' && existsSync('/etc/debian_version');
}

/**
 * Makes sure of Debian packages: installs what is missing when this is root, else names the command.
 * @param {Packages} packages
 * @throws {SetupError} when something is missing and cannot be installed here.
 */
export async function ensureDebianPackages(packages) {
  if (!isDebian()) return;
  await provide(missingPackages(packages, await listInstalled()));
}

/** Makes sure of the compiler SQLite is built with. Looks for programs, since they need not come from Debian. */
export async function ensureCompilerPackages() {
  if (!isDebian()) return;
  const checks = compilerPackages.map(async (names) => {
    const { code } = await run(names[0] ?? '', ['--version'], { output: 'capture' });
    return code === 0 ? [] : [names];
  });
  await provide((await Promise.all(checks)).flat());
}

/**
 * @param {Packages} packages
 * @param {ReadonlySet<string>} installed
 * @returns {Packages}
 */
export function missingPackages(packages, installed) {
  return packages.filter((names) => !names.some((name) => installed.has(name)));
}

/**
 * Reads the answer of `dpkg-query -W -f '${Package} ${Status}\n'`.
 * @param {string} answer
 */
export function parseInstalled(answer) {
  const lines = answer.split('\n').filter((line) => line.endsWith(' install ok installed'));
  return new Set(lines.map((line) => line.slice(0, line.indexOf(' '))));
}

async function listInstalled() {
  const { output } = await run('dpkg-query', ['-W', '-f', `\${Package} \${Status}\\n`], {
    output: 'capture',
  });
  return parseInstalled(output);
}

async function provide(/** @type {Packages} */ missing) {
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    const names = await chooseNames(missing);
    throw new SetupError(
      `Debian packages are missing. Install them and start again: ${installCommand(names)}`,
    );
  }
  let names = await chooseNames(missing);
  if (names.length < missing.length) {
    await apt(['update', '-qq']);
    names = await chooseNames(missing);
  }
  say(`Installing Debian packages: ${names.join(' ')} …`);
  if (await install(names)) return;
  // The lists of what the mirror holds may be out of date.
  await apt(['update', '-qq']);
  if (await install(names)) return;
  throw new SetupError(`Debian packages could not be installed. Try it by hand: ${installCommand(names)}`);
}

/** Of each entry the name that this release knows; entries it does not know at all are left out. */
async function chooseNames(/** @type {Packages} */ packages) {
  const chosen = packages.map(async (names) => {
    for (const name of names) {
      const { output } = await run('apt-cache', ['policy', name], { output: 'capture' });
      if (/Candidate: (?!\(none\))/.test(output)) return [name];
    }
    return [];
  });
  return (await Promise.all(chosen)).flat();
}

/** The command that installs packages by hand. */
export function installCommand(/** @type {readonly string[]} */ names) {
  return `sudo apt-get install -y ${names.join(' ')}`;
}

/** The command that installs what Electron needs, with the names this release has for it. */
export async function windowInstallCommand() {
  return installCommand(await chooseNames(windowPackages));
}

async function install(/** @type {readonly string[]} */ names) {
  const { code } = await apt(['install', '-y', '-qq', '--no-install-recommends', ...names]);
  return code === 0;
}

function apt(/** @type {readonly string[]} */ args) {
  return run('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' }, output: 'stderr' });
}
