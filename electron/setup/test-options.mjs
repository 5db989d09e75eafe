import { parseArgs } from 'node:util';
import { SetupError } from './sentences.mjs';

/**
 * Reads the arguments of `npm test -- …` and `npm run check -- …`. Without `--unit` and `--e2e` both run.
 * @param {readonly string[]} args
 * @returns {{ unit: boolean, e2e: boolean, grep: string | undefined }}
 * @throws {SetupError} naming the argument that is not known.
 */
export function parseTestOptions(args) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { unit: { type: 'boolean' }, e2e: { type: 'boolean' }, grep: { type: 'string' } },
    });
    const isAll = !values.unit && !values.e2e;
    return { unit: isAll || values.unit === true, e2e: isAll || values.e2e === true, grep: values.grep };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SetupError(`${reason}\nKnown are --unit, --e2e and --grep <part of a test's name>.`);
  }
}
