// npm run check: what can be told in seconds, without a window.
import { ensureInstalled } from './install.mjs';
import { requireSupportedNode } from './node-version.mjs';
import { prepareRuntime } from './runtime.mjs';
import { runScript } from './sentences.mjs';
import { checkStyle, checkTypes, runUnitTests } from './steps.mjs';
import { parseTestOptions } from './test-options.mjs';
import { sumCounts } from './test-results.mjs';

await runScript(async () => {
  const { grep } = parseTestOptions(process.argv.slice(2));
  requireSupportedNode();
  await ensureInstalled();
  const runtime = await prepareRuntime();
  const counts = [await checkStyle(), await checkTypes(), await runUnitTests(runtime, grep)];
  const { passed, failed } = sumCounts(counts);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});
