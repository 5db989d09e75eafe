// npm run bench -- …: measurements on the program's own runtime.
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { requireSupportedNode } from './node-version.mjs';
import { cacheFolder, root } from './paths.mjs';
import { prepareRuntime } from './runtime.mjs';
import { runScript } from './sentences.mjs';
import { run } from './spawn.mjs';

const folder = join(cacheFolder, 'bench');

await runScript(async () => {
  requireSupportedNode();
  await ensureInstalled();
  const runtime = await prepareRuntime();
  await bundle();
  const { code } = await run(runtime.executable, [join(folder, 'run.mjs'), ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...runtime.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  return code;
});

/** The measurements and the thread that reads files, made the way the program's own are. */
async function bundle() {
  const { build } = await import('vite');
  const external = ['electron', 'better-sqlite3', '@resvg/resvg-js'];
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
