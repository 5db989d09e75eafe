import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Everything set-up keeps between two starts. Git ignores it; deleting it only costs time. */
export const cacheFolder = join(root, '.cache');

export const modulesFolder = join(root, 'node_modules');

/** What the build writes and what the scripts start. */
export const outFolder = join(root, 'out');
export const cliEntry = join(outFolder, 'main', 'cli.js');
