import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { recall, remember } from './cache.mjs';
import { isAtLeast } from './node-version.mjs';
import { modulesFolder } from './paths.mjs';
import { run } from './spawn.mjs';

const packageFolder = join(modulesFolder, 'electron');
const OFFICIAL_HOST = 'https://github.com/electron/electron/releases/download/';
const PATIENCE_MS = 3_000;
const DAY = 86_400_000;
const REFUSED = 'electron-refused.json';

/** The lowest Node on which Electron's own downloader runs (`engines` of its package). */
export const downloaderNode = '22.12.0';

/** Path of the program inside a folder with an Electron, as Electron's own package has it. */
export function programPath(platform = process.platform) {
  if (platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/** Version of Electron that package.json asks for. */
export async function electronVersion() {
  const manifest = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  return /** @type {string} */ (manifest.version);
}

/**
 * The Electron of package.json on this disk.
 * @returns {Promise<string | undefined>} Path of its program; undefined when it has not been downloaded in full.
 */
export async function findElectronOnDisk() {
  try {
    // path.txt is the last thing Electron's downloader writes.
    const program = await readFile(join(packageFolder, 'path.txt'), 'utf8');
    const version = await readFile(join(packageFolder, 'dist', 'version'), 'utf8');
    const path = join(packageFolder, 'dist', program);
    const isRight = version.trim().replace(/^v/, '') === (await electronVersion());
    return isRight && existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

export function canRunDownloader(nodeVersion = process.versions.node) {
  return isAtLeast(nodeVersion, downloaderNode);
}

/**
 * The address Electron's downloader would fetch, built the way @electron/get builds it.
 * @param {string} version
 * @param {Record<string, string | undefined>} [env]
 */
export function downloadAddress(version, env = process.env) {
  const mirror = env.ELECTRON_MIRROR || env.npm_config_electron_mirror || OFFICIAL_HOST;
  const folder = (env.ELECTRON_CUSTOM_DIR || 'v{{ version }}').replace('{{ version }}', version);
  const file = env.ELECTRON_CUSTOM_FILENAME || `electron-v${version}-${process.platform}-${process.arch}.zip`;
  return `${mirror}${folder}/${file}`;
}

/** Whether the download host answers within three seconds. A refusal is remembered for a day, per address. */
export async function isDownloadReachable() {
  const address = downloadAddress(await electronVersion());
  const refused = /** @type {{ address: string, at: number } | undefined} */ (await recall(REFUSED));
  if (refused?.address === address && Date.now() - refused.at < DAY) return false;
  const answers = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    (response) => response.ok,
    () => false,
  );
  if (!answers) await remember(REFUSED, { address, at: Date.now() });
  return answers;
}

/**
 * Runs the downloader of Electron's package.
 * @returns {Promise<string | undefined>} Path of the program, or undefined when the download failed.
 */
export async function downloadElectron() {
  await run(process.execPath, [join(packageFolder, 'install.js')], { output: 'capture' });
  return findElectronOnDisk();
}
