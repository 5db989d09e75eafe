// npm run bench -- …: measurements on the program's own runtime.
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureDebianPackages, screenPackages, windowPackages } from './debian-packages.mjs';
import { ensureInstalled } from './install.mjs';
import { requireSupportedNode } from './node-version.mjs';
import { cacheFolder, root } from './paths.mjs';
import { prepareRuntime } from './runtime.mjs';
import { hasScreen } from './screen.mjs';
import { runScript } from './sentences.mjs';
import { run } from './spawn.mjs';

const folder = join(cacheFolder, 'bench');

await runScript(async () => {
  requireSupportedNode();
  await ensureInstalled();
  const runtime = await prepareRuntime();
  await bundle();
  const isWindow = process.argv.includes('--window');
  if (isWindow) await ensureWindow();
  const command = [runtime.executable, join(folder, 'run.mjs'), ...process.argv.slice(2)];
  // Without a screen, on a display in memory.
  const needsScreen = isWindow && !hasScreen();
  const [program = '', ...args] = needsScreen
    ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24', ...command]
    : command;
  const { code } = await run(program, args, {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...runtime.env, CASEBENCH_ELECTRON: runtime.executable, ELECTRON_RUN_AS_NODE: '1' },
  });
  return code;
});

async function ensureWindow() {
  await ensureDebianPackages(hasScreen() ? windowPackages : [...windowPackages, ...screenPackages]);
  await ensureBuilt();
}

/** The measurements and the thread that reads files, made the way the program's own are. */
async function bundle() {
  const { build } = await import('vite');
  const external = ['electron', 'better-sqlite3', '@resvg/resvg-js', '@playwright/test'];
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: {
        input: {
          run: join(root, 'test', 'bench', 'run.ts'),
          'reading-worker': join(root, 'electron', 'import', 'reading-worker.ts'),
        },
        external,
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
}
