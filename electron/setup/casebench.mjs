// npm run --silent casebench -- <command>: the command line, in the folder it was called from.
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { requireSupportedNode } from './node-version.mjs';
import { cliEntry } from './paths.mjs';
import { prepareCommandLineRuntime } from './runtime.mjs';
import { runScript } from './sentences.mjs';
import { run } from './spawn.mjs';

await runScript(async () => {
  requireSupportedNode();
  await ensureInstalled();
  const runtime = await prepareCommandLineRuntime();
  await ensureBuilt();
  const { code } = await run(runtime.executable, [cliEntry, ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...runtime.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  return code;
});
