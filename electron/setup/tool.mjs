import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modulesFolder } from './paths.mjs';

/**
 * The script behind a command of an installed package, to be run by Node or by Electron as Node. It spares the
 * shell wrappers in node_modules/.bin, which differ between systems.
 * @param {string} packageName
 * @param {string} command
 * @returns {string} Path of the script.
 */
export function toolScript(packageName, command) {
  const folder = join(modulesFolder, packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}
