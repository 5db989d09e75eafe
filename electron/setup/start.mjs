// npm start: from a fresh clone to the open window.
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { requireSupportedNode } from './node-version.mjs';
import { prepareCommandLineRuntime, prepareRuntime } from './runtime.mjs';
import { writeSampleOutput } from './sample-output.mjs';
import { hasScreen, isLinuxRoot } from './screen.mjs';
import { runScript, SetupError } from './sentences.mjs';
import { openWindow } from './window.mjs';

await runScript(async () => {
  const args = process.argv.slice(2);
  requireSupportedNode();
  if (hasScreen() && isLinuxRoot() && !args.includes('--no-sandbox')) {
    throw new SetupError(
      "Chromium's sandbox does not work for root: start Casebench from an ordinary account, or without the sandbox " +
        'by: npm start -- --no-sandbox',
    );
  }
  await ensureInstalled();
  if (!hasScreen()) {
    const runtime = await prepareCommandLineRuntime();
    await ensureBuilt();
    return writeSampleOutput(runtime);
  }
  const runtime = await prepareRuntime();
  await ensureBuilt();
  return openWindow(runtime, args);
});
