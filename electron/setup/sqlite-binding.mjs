import { existsSync } from 'node:fs';
import { copyFile, cp, readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { fillOnce } from './cache.mjs';
import { cacheFolder, modulesFolder, root } from './paths.mjs';
import { SetupError, say } from './sentences.mjs';
import { run, runNpm } from './spawn.mjs';

/** The Node-API that better-sqlite3's ready-made builds need; on a lower one they crash without a word. */
export const prebuiltNodeApi = 10;

/** The version in package-lock.json, so that `npm exec` finds it in node_modules; supports Node 20.17. */
const NODE_GYP = 'node-gyp@12.4.0';
const FILE = 'better_sqlite3.node';
const packageFolder = join(modulesFolder, 'better-sqlite3');

/**
 * The build of better-sqlite3 for a runtime whose Node-API is too low for the ready-made ones. It is compiled once,
 * from a copy in the cache: left in node_modules it would be preferred by every runtime.
 * @param {number} nodeApi `process.versions.napi` of the runtime.
 * @returns {Promise<string>} Path of the `.node` file.
 */
export async function prepareSqliteBinding(nodeApi) {
  const name = await bindingName(nodeApi);
  const folder = await fillOnce(name, async (target) => {
    await requireCompiler();
    say('Compiling SQLite for this runtime (about a minute, once) …');
    const source = join(target, 'source');
    await cp(packageFolder, source, { recursive: true, filter: (path) => !isReadyMade(path) });
    await compile(source);
    await copyFile(join(source, 'build', 'Release', FILE), join(target, FILE));
    await rm(source, { recursive: true });
  });
  return join(folder, FILE);
}

/** Whether a runtime with this Node-API needs a build that is not in the cache yet. */
export async function isSqliteBuildNeeded(/** @type {number} */ nodeApi) {
  if (nodeApi >= prebuiltNodeApi) return false;
  return !existsSync(join(cacheFolder, await bindingName(nodeApi), FILE));
}

async function bindingName(/** @type {number} */ nodeApi) {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  return `better-sqlite3-${version}-napi${nodeApi}-${process.platform}-${process.arch}`;
}

function isReadyMade(/** @type {string} */ path) {
  return (
    path.startsWith(join(packageFolder, 'prebuilds')) || path.startsWith(join(packageFolder, 'build') + sep)
  );
}

async function requireCompiler() {
  for (const [program, argument] of /** @type {const} */ ([
    ['make', '-v'],
    ['g++', '--version'],
    ['python3', '-V'],
  ])) {
    const { code } = await run(program, [argument], { output: 'capture' });
    if (code === 0) continue;
    throw new SetupError(
      `SQLite has to be compiled for this runtime, and ${program} is missing. On Debian or Ubuntu install it with: ` +
        'sudo apt-get install -y make g++ python3',
    );
  }
}

async function compile(/** @type {string} */ source) {
  // The sources ask for Node-API 10; on 9 the two calls they need are to be had under these experimental names.
  const flags = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';
  const nodeGyp = ['node-gyp', 'rebuild', '-C', source, '--release', '--force_build=1', ...headersOption()];
  const { code, output } = await runNpm(['exec', '--yes', `--package=${NODE_GYP}`, '--', ...nodeGyp], {
    cwd: root,
    env: { CXXFLAGS: `${process.env.CXXFLAGS ?? ''} ${flags}`.trim() },
    output: 'capture',
  });
  if (code !== 0)
    throw new SetupError(`${output.trimEnd()}\nSQLite could not be compiled; the reason stands above.`);
}

/** Node's headers lie beside Node on most machines; where they do not, node-gyp downloads them. */
function headersOption() {
  const prefix = resolve(dirname(process.execPath), '..');
  return existsSync(join(prefix, 'include', 'node', 'node.h')) ? [`--nodedir=${prefix}`] : [];
}
