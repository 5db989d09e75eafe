import { SetupError } from './sentences.mjs';

/**
 * @param {string} version Such as `20.19.2`; what follows the three numbers is ignored.
 * @param {string} least
 */
export function isAtLeast(version, least) {
  const numbers = version.split(/[.-]/, 3).map(Number);
  const bounds = least.split('.').map(Number);
  for (const [index, bound] of bounds.entries()) {
    const number = numbers[index] ?? 0;
    if (number !== bound) return number > bound;
  }
  return true;
}

/** The range that `engines` of package.json states: 20.19 or newer of 20, or 22 and up (21 has reached its end). */
export function isSupportedNode(/** @type {string} */ version) {
  if (version.startsWith('21.')) return false;
  return isAtLeast(version, '20.19.0');
}

/** @throws {SetupError} when this Node is too old to build or install the program. */
export function requireSupportedNode(version = process.versions.node) {
  if (isSupportedNode(version)) return;
  throw new SetupError(
    `Casebench needs Node.js 20.19 or newer (of 20), or 22 and up; this is ${version}. ` +
      'Install the current long-term version from https://nodejs.org and start again.',
  );
}
