// Stands in for Electron's own `default_app`, which the fallback runtime lacks: loads the program whose folder is the
// first argument that is no switch. process.argv stays as it is, so the program sees what `electron <folder> …` gives.
// The folder's main is awaited, because Electron holds the `ready` event back until this module has run.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  process.stderr.write('Name the folder of the program: electron <folder> [arguments]\n');
  process.exit(1);
}

const appPath = resolve(folder);
const manifest = JSON.parse(await readFile(join(appPath, 'package.json'), 'utf8'));
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
app.setName(manifest.productName ?? manifest.name);
if (manifest.version !== undefined) app.setVersion(manifest.version);
app.setDesktopName(manifest.desktopName ?? `${app.getName()}.desktop`);
app.setAppPath(appPath);
await import(pathToFileURL(join(appPath, manifest.main ?? 'index.js')).href);
