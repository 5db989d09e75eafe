import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hashSources } from './build-stamp.mjs';
import { recall, remember } from './cache.mjs';
import { withLock } from './lock.mjs';
import { cliEntry, outFolder, root } from './paths.mjs';
import { SetupError, say } from './sentences.mjs';
import { run } from './spawn.mjs';
import { toolScript } from './tool.mjs';

const STAMP = 'build.json';
const OUTPUTS = [join(outFolder, 'main', 'main.js'), cliEntry, join(outFolder, 'renderer', 'index.html')];

/** Builds the program into `out/` when its sources, or what lies in `out/`, have changed since the last build. */
export async function ensureBuilt() {
  if (await isUpToDate()) return;
  await withLock('build', async () => {
    if (!(await isUpToDate())) await build();
  });
}

async function build() {
  say('Building the program …');
  const sources = await hashSources(root);
  const { code, output } = await run(
    process.execPath,
    [toolScript('electron-vite', 'electron-vite'), 'build'],
    {
      cwd: root,
      output: 'capture',
    },
  );
  if (code !== 0)
    throw new SetupError(`${output.trimEnd()}\nThe program could not be built; the reason stands above.`);
  await remember(STAMP, { sources, outputs: await outputTimes() });
}

async function isUpToDate() {
  const stamp = /** @type {{ sources: string, outputs: string } | undefined} */ (await recall(STAMP));
  if (stamp === undefined || stamp.outputs !== (await outputTimes())) return false;
  return stamp.sources === (await hashSources(root));
}

/** A build by other means, or an interrupted one, shows in the times of the files it wrote. */
async function outputTimes() {
  const times = OUTPUTS.map((path) =>
    stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => 'missing',
    ),
  );
  return (await Promise.all(times)).join(' ');
}
