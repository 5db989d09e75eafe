import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folders of data that come with the program. */
export type ResourceFolders = {
  /** The shipped coding schemes, with the sample study in its subfolder `sample-study`. */
  schemes: string;
  /** The font family of the figures: one TTF file a style, in subfolders named after the style. */
  fonts: string;
  /** What the character codes of Chinese, Japanese and Korean PDFs mean: one file a code. */
  characterMaps: string;
};

const schemesName = 'coding-schemes';
const fontsInModules = join('node_modules', '@expo-google-fonts', 'source-sans-3');
const mapsInModules = join('node_modules', 'pdfjs-dist', 'cmaps');

/**
 * Returns where the program's data lies: in the resources of the package when it is packaged, otherwise in the
 * folder of the source. Works in every process, without Electron too. Throws when neither is there.
 */
export function resourceFolders(): ResourceFolders {
  const packaged = packagedFolders();
  if (packaged) return packaged;
  const root = findSourceFolder(import.meta.dirname);
  if (root === undefined) {
    throw new Error(
      'The folder coding-schemes that comes with the program was not found; install the program again.',
    );
  }
  return {
    schemes: join(root, schemesName),
    fonts: join(root, fontsInModules),
    characterMaps: join(root, mapsInModules),
  };
}

/** Electron has a resources folder in development too, but there it does not hold the schemes. */
function packagedFolders(): ResourceFolders | undefined {
  const resources: string | undefined = process.resourcesPath;
  if (resources === undefined) return undefined;
  const schemes = join(resources, schemesName);
  if (!existsSync(schemes)) return undefined;
  return { schemes, fonts: join(resources, 'fonts'), characterMaps: join(resources, 'character-maps') };
}

/** The built files lie some folders below the source's root, and bundling may move them: so look upwards. */
function findSourceFolder(start: string): string | undefined {
  let folder = start;
  while (!existsSync(join(folder, schemesName))) {
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
  return folder;
}
