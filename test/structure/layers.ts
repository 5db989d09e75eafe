import type { Import } from './imports.ts';

/**
 * Who may import whom. A file belongs to the first layer whose pattern fits its path. `files` is what it may import
 * of this program, `types` what it may import as types only, `packages` what it may import from elsewhere.
 */
type Layer = { name: string; path: RegExp; files: RegExp; types?: RegExp; packages: RegExp };

const none = /(?!)/;
const any = /^/;
/** Neither of the computer nor of the database. */
const windowPackages = /^(?!node:|electron$|better-sqlite3)/;
/** Below the screens: the port, opening a study, and two settings that must be made before all else. */
const windowRoot = 'renderer/(?:api|opening|style-nonce|zod-without-eval)\\.ts$';
const shared = `^(?:${windowRoot}|renderer/(?:state|widgets|styles|figures)/|db/(?:model|analysis)/|electron/ipc/contract/)`;

/** A screen may import itself, what all screens share, and the folders named here: */
const neighbours: Record<string, string> = {
  // Reader and codes are two halves of one desk.
  reader: 'codes',
  // Wherever codings are asked for by code, codes are drawn and chosen in the same way.
  retrieve: 'codes',
  search: 'codes',
  tables: 'codes',
  memos: 'codes',
  // The welcome stands outside a study and borrows the frame's buttons and dialogs.
  welcome: 'frame',
  // The frame shows the screens.
  frame: '[a-z-]+',
};

const fixedLayers: readonly Layer[] = [
  { name: 'db/model', path: /^db\/model\//, files: /^db\/model\//, packages: /^zod$/ },
  { name: 'db/analysis', path: /^db\/analysis\//, files: /^db\/(?:model|analysis)\//, packages: none },
  {
    name: 'db/sql.ts and db/guid.ts',
    path: /^db\/(?:sql|guid)\.ts$/,
    files: /^db\/model\//,
    packages: /^(?:node:|better-sqlite3$)/,
  },
  {
    name: 'db/tables',
    path: /^db\/tables\//,
    files: /^db\/(?:model\/|tables\/|(?:sql|guid)\.ts$)/,
    types: /^db\/analysis\//,
    packages: none,
  },
  { name: 'db', path: /^db\//, files: /^db\//, packages: /^(?:node:|better-sqlite3$)/ },
  {
    name: 'electron/ipc/contract',
    path: /^electron\/ipc\/contract\//,
    files: /^(?:db\/model|electron\/ipc\/contract)\//,
    packages: /^(?:zod|@orpc\/contract)$/,
  },
  {
    name: 'electron/preload.ts',
    path: /^electron\/preload\.ts$/,
    files: /^electron\/ipc\/contract\//,
    packages: /^electron$/,
  },
  { name: 'electron/setup', path: /^electron\/setup\//, files: /^electron\/setup\//, packages: any },
  {
    name: 'electron',
    path: /^electron\//,
    files: /^(?:db\/|electron\/(?!setup\/)|renderer\/figures\/)/,
    packages: any,
  },
  {
    name: 'renderer/figures',
    path: /^renderer\/figures\//,
    files: /^(?:renderer\/figures|db\/model)\//,
    types: /^db\/analysis\//,
    packages: /^d3(?:-|$)/,
  },
];

/** Returns a sentence for every import that the layers do not allow. */
export function findLayerBreaks(imports: readonly Import[]): string[] {
  return imports.flatMap((one) => {
    const layer = findLayer(one.from);
    return isAllowed(one, layer) ? [] : [`${one.from} (${layer.name}) may not import ${one.to}`];
  });
}

function findLayer(path: string): Layer {
  const fixed = fixedLayers.find((layer) => layer.path.test(path));
  if (fixed) return fixed;
  const folder = /^renderer\/([a-z-]+)\//.exec(path)?.[1];
  return folder === undefined ? windowLayer('renderer', '[a-z-]+') : findWindowLayer(folder);
}

function findWindowLayer(folder: string): Layer {
  if (/^(?:state|widgets|styles)$/.test(folder)) return windowLayer(`renderer/${folder}`, folder);
  return windowLayer(`renderer/${folder}`, `(?:${folder}|${neighbours[folder] ?? folder})`);
}

/** Files at the root of renderer/ start the window and may import all of it. */
function windowLayer(name: string, folders: string): Layer {
  const own = name === 'renderer' ? 'renderer/' : `renderer/${folders}/`;
  const files = new RegExp(`${shared}|^${own}`);
  return { name, path: none, files, packages: windowPackages };
}

function isAllowed({ to, isFile, isTypeOnly }: Import, layer: Layer): boolean {
  if (!isFile) return layer.packages.test(to);
  return layer.files.test(to) || (isTypeOnly && layer.types?.test(to) === true);
}
