// npm test: everything that has to hold, from a fresh clone on.
import { ensureBuilt } from './build.mjs';
import {
  ensureCompilerPackages,
  ensureDebianPackages,
  screenPackages,
  windowPackages,
} from './debian-packages.mjs';
import { ensureInstalled } from './install.mjs';
import { requireSupportedNode } from './node-version.mjs';
import { prepareRuntime } from './runtime.mjs';
import { hasScreen } from './screen.mjs';
import { runScript, SetupError, say } from './sentences.mjs';
import { checkStyle, checkTypes, runEndToEndTests, runUnitTests } from './steps.mjs';
import { parseTestOptions } from './test-options.mjs';
import { sumCounts } from './test-results.mjs';

await runScript(async () => {
  const options = parseTestOptions(process.argv.slice(2));
  requireSupportedNode();
  await ensureInstalled();
  await ensureDebianPackages(
    hasScreen() || !options.e2e ? windowPackages : [...windowPackages, ...screenPackages],
  );
  const runtime = await prepareRuntime({ beforeCompile: ensureCompilerPackages });
  say(runtime.description);

  const counts = [];
  if (options.unit && options.grep === undefined) counts.push(await checkStyle(), await checkTypes());
  if (options.unit) counts.push(await runUnitTests(runtime, options.grep));
  if (options.e2e) counts.push(await runWindowTests(runtime, options.grep));
  const { passed, failed } = sumCounts(counts);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});

/**
 * Builds the program and drives it. Against an older build the tests would say nothing about these sources, so a
 * build that fails is the one failure reported.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {string | undefined} grep
 */
async function runWindowTests(runtime, grep) {
  try {
    await ensureBuilt();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    return { passed: 0, failed: 1 };
  }
  return runEndToEndTests(runtime, grep);
}
