import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/**', 'node_modules/**'],
    // Child processes rather than threads: a fault in a native module then ends one file, not the whole run. They
    // inherit ELECTRON_RUN_AS_NODE and are therefore the same runtime as the program's study service.
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
