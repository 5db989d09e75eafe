/** An error whose message is a whole sentence for the person at the keyboard; it is shown without a stack. */
export class SetupError extends Error {}

/** Electron cannot be had or does not start here; what needs no window can still run on Node. */
export class ElectronMissing extends SetupError {}

/**
 * Says something about set-up. It goes to stderr, so that `npm run --silent casebench -- … > file` stays clean.
 * @param {string} sentence
 */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/**
 * Runs a script's main function and turns its result into the exit code of the process.
 * @param {() => Promise<number>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
