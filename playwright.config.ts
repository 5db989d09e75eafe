import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: '.cache/test-results/e2e',
  // Each test opens a window of its own; two at a time would fight for the focus.
  workers: 1,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  use: { trace: 'off' },
  reporter: [['line'], ['json', { outputFile: '.cache/test-results/e2e.json' }]],
});
