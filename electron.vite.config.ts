import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const here = (path: string) => resolve(import.meta.dirname, path);

/**
 * Three builds: main (with the study service and the command line), preload, window. Everything but the two
 * native modules is bundled, so that the package carries no unused libraries and starts quickly.
 */
export default defineConfig({
  main: {
    build: {
      externalizeDeps: { exclude: [] },
      outDir: 'out/main',
      sourcemap: true,
      rollupOptions: {
        external: ['electron', 'better-sqlite3', '@resvg/resvg-js'],
        input: {
          main: here('electron/main.ts'),
          'study-service': here('electron/study-service.ts'),
          'reading-worker': here('electron/import/reading-worker.ts'),
          cli: here('electron/cli.ts'),
        },
        output: { format: 'es' },
      },
    },
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3', '@resvg/resvg-js'] },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron'],
        input: { preload: here('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('renderer'),
    plugins: [react()],
    build: {
      outDir: here('out/renderer'),
      modulePreload: { polyfill: false },
      rollupOptions: { input: here('renderer/index.html') },
    },
  },
});
