import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { recall, remember } from './cache.mjs';
import { isDebian, windowInstallCommand } from './debian-packages.mjs';
import {
  canRunDownloader,
  downloadElectron,
  downloaderNode,
  electronVersion,
  findElectronOnDisk,
  isDownloadReachable,
  programPath,
} from './electron-package.mjs';
import {
  fallbackElectronVersion,
  fallbackExecutable,
  isFallbackPossible,
  prepareFallbackRuntime,
} from './fallback-runtime.mjs';
import { ElectronMissing, SetupError, say } from './sentences.mjs';
import { run } from './spawn.mjs';
import { isSqliteBuildNeeded, prebuiltNodeApi, prepareSqliteBinding } from './sqlite-binding.mjs';

const NODE_API = 'node-api.json';

/**
 * @typedef {object} ChosenElectron
 * @property {string} executable
 * @property {string} description What was chosen and why, as one sentence.
 * @property {boolean} isFallback Whether it is the repackaged build for networks that block the download.
 * @property {boolean} isNew Whether it was fetched just now.
 *
 * @typedef {object} Runtime
 * @property {string} executable Path of the Electron to start.
 * @property {Record<string, string>} env What must be added to the environment of everything started with it.
 * @property {string} description
 * @property {boolean} isFallback
 */

/**
 * Chooses the Electron everything runs on, fetching it when it is missing, and makes SQLite ready for it. Says in
 * one line what was chosen when something had to be done, else nothing. Needs node_modules.
 * @param {{ beforeCompile?: () => Promise<void> }} [options] `beforeCompile` is called when SQLite has to be
 *   compiled, so that tests may install a compiler.
 * @returns {Promise<Runtime>}
 */
export async function prepareRuntime(options = {}) {
  const { executable, description, isFallback, isNew } = await chooseElectron();
  if (isNew) say(description);
  const nodeApi = await nodeApiOf(executable);
  if (await isSqliteBuildNeeded(nodeApi)) await options.beforeCompile?.();
  return { executable, env: await sqliteEnv(nodeApi), description, isFallback };
}

/**
 * The runtime of the command line, which needs no window: Electron, or this Node where Electron cannot be had or
 * lacks libraries of the system.
 * @returns {Promise<Runtime>}
 */
export async function prepareCommandLineRuntime() {
  try {
    return await prepareRuntime();
  } catch (error) {
    if (!(error instanceof ElectronMissing)) throw error;
    const description = `Running on Node.js ${process.versions.node} instead of Electron.`;
    say(`${error.message}\n${description}`);
    const env = await sqliteEnv(Number(process.versions.napi));
    return { executable: process.execPath, env, description, isFallback: true };
  }
}

/**
 * What the program needs to know of SQLite on a runtime.
 * @param {number} nodeApi
 * @returns {Promise<Record<string, string>>}
 */
async function sqliteEnv(nodeApi) {
  if (nodeApi >= prebuiltNodeApi) return {};
  return { CASEBENCH_SQLITE_BINDING: await prepareSqliteBinding(nodeApi) };
}

/** @returns {Promise<ChosenElectron>} */
export async function chooseElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return fromOverride(override);
  const version = await electronVersion();
  const onDisk = await findElectronOnDisk();
  if (onDisk !== undefined)
    return official(onDisk, `Running on Electron ${version} from node_modules.`, false);
  const obtained = await obtainElectron(version);
  return typeof obtained === 'string' ? fallback(version, obtained) : obtained;
}

/**
 * Downloads Electron. Where a fallback is at hand, the host is asked first, since the downloader's own attempts take
 * most of a minute; elsewhere they are worth it, because it may know a proxy or have the file already.
 * @param {string} version
 * @returns {Promise<ChosenElectron | string>} The reason when it could not be had, as the end of a sentence.
 */
async function obtainElectron(version) {
  if (!canRunDownloader()) return `its downloader needs Node.js ${downloaderNode}`;
  if (isFallbackPossible() && !(await isDownloadReachable())) return 'its download host does not answer';
  say(`Downloading Electron ${version} (about 120 MB, once) …`);
  const executable = await downloadElectron();
  if (executable === undefined) return 'its download failed';
  return official(executable, `Running on Electron ${version}, downloaded just now.`, true);
}

/** @param {string} folder */
function fromOverride(folder) {
  const executable = join(folder, programPath());
  if (!existsSync(executable)) {
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${programPath()} in it.`,
    );
  }
  return official(executable, `Running on the Electron of ELECTRON_OVERRIDE_DIST_PATH (${folder}).`, false);
}

/**
 * @param {string} executable
 * @param {string} description
 * @param {boolean} isNew
 * @returns {ChosenElectron}
 */
function official(executable, description, isNew) {
  return { executable, description, isFallback: false, isNew };
}

/**
 * @param {string} version The version that could not be had.
 * @param {string} reason
 * @returns {Promise<ChosenElectron>}
 */
async function fallback(version, reason) {
  if (!isFallbackPossible()) {
    throw new ElectronMissing(
      `Electron ${version} is not here: ${reason}. Use Node.js ${downloaderNode} or newer with a connection to ` +
        'github.com, or name a mirror in ELECTRON_MIRROR, or unpack an Electron yourself and name its folder in ' +
        'ELECTRON_OVERRIDE_DIST_PATH.',
    );
  }
  const isNew = !existsSync(fallbackExecutable);
  const executable = await prepareFallbackRuntime();
  const description =
    `Running on Electron ${fallbackElectronVersion} from the package registry, ` +
    `because Electron ${version} is not here: ${reason}.`;
  return { executable, description, isFallback: true, isNew };
}

/**
 * The Node-API of a runtime. It is asked once; size and date tell whether it is still the same program.
 * @param {string} executable
 */
async function nodeApiOf(executable) {
  const { size, mtimeMs } = statSync(executable);
  const program = `${executable} ${size} ${mtimeMs}`;
  const known = /** @type {{ program: string, nodeApi: number } | undefined} */ (await recall(NODE_API));
  if (known?.program === program) return known.nodeApi;
  const nodeApi = await askNodeApi(executable);
  await remember(NODE_API, { program, nodeApi });
  return nodeApi;
}

/** @param {string} executable */
async function askNodeApi(executable) {
  const env = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: undefined };
  const { code, output } = await run(executable, ['-p', 'process.versions.napi'], { env, output: 'capture' });
  const nodeApi = Number(output.trim().split('\n').at(-1));
  if (code === 0 && nodeApi > 0) return nodeApi;
  const isLibraryMissing = code === 127 && output.includes('shared libraries');
  const remedy =
    isLibraryMissing && isDebian() ? ` Install what it needs with: ${await windowInstallCommand()}` : '';
  throw new ElectronMissing(`${output.trim()}\nElectron does not start (${executable}).${remedy}`.trim());
}
