import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, cliEntry, root } from './paths.mjs';
import { formatPlacementTable } from './placement-table.mjs';
import { isLinuxRoot } from './screen.mjs';
import { SetupError, say } from './sentences.mjs';
import { run } from './spawn.mjs';

const FOLDER = 'sample-output';
const STUDY = 'sample.casebench';

/** What each file is made by; `{study}` and `{out}` stand for paths. The study has to come first. */
const FILES = [
  { name: STUDY, command: ['sample', '{out}'] },
  { name: 'placement.svg', command: ['figure', '{study}', 'placement', '--out', '{out}'] },
  { name: 'placement.pdf', command: ['figure', '{study}', 'placement', '--out', '{out}'] },
  { name: 'placement.png', command: ['figure', '{study}', 'placement', '--out', '{out}'] },
  { name: 'mapping.csv', command: ['mapping', '{study}', '--format', 'csv', '--out', '{out}'] },
  { name: 'mapping.json', command: ['mapping', '{study}', '--format', 'json', '--out', '{out}'] },
];

/**
 * What `npm start` does where no window can be shown: makes the sample study and its results through the command
 * line and shows the placements. The files take their places in `sample-output/` only when all are made.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @returns {Promise<number>} Exit code.
 */
export async function writeSampleOutput(runtime) {
  say(
    'There is no display here, so the command line makes the sample study and its figure instead of the window.',
  );
  const target = join(root, FOLDER);
  await mkdir(cacheFolder, { recursive: true });
  const draft = await mkdtemp(join(cacheFolder, `${FOLDER}-`));
  try {
    for (const { name, command } of FILES) await makeFile(runtime, draft, name, command);
    await mkdir(target, { recursive: true });
    for (const { name } of FILES) await rename(join(draft, name), join(target, name));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  const mapping = JSON.parse(await readFile(join(target, 'mapping.json'), 'utf8'));
  process.stdout.write(
    `\n${formatPlacementTable(mapping)}\n\n${FILES.map(({ name }) => `${FOLDER}/${name}`).join('\n')}\n`,
  );
  const command = isLinuxRoot() ? 'npm start -- --no-sandbox' : 'npm start';
  say(
    `\nFor the window: ${command} on a desktop, over ssh -X, or on a display in memory by: xvfb-run -a ${command}`,
  );
  return 0;
}

/**
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {string} folder
 * @param {string} name
 * @param {readonly string[]} command
 */
async function makeFile(runtime, folder, name, command) {
  const paths = /** @type {Record<string, string>} */ ({
    '{study}': join(folder, STUDY),
    '{out}': join(folder, name),
  });
  const { code, output } = await run(
    runtime.executable,
    [cliEntry, ...command.map((word) => paths[word] ?? word)],
    {
      env: { ...runtime.env, ELECTRON_RUN_AS_NODE: '1' },
      output: 'capture',
    },
  );
  if (code !== 0)
    throw new SetupError(
      `${output.trimEnd()}\n${FOLDER}/${name} could not be made; the reason stands above.`,
    );
}
