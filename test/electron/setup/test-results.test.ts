import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countEndToEnd, countUnit, readResults, sumCounts } from '../../../electron/setup/test-results.mjs';

describe('the count of tests', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'casebench-results-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('counts a test file that could not be loaded as a failure', () => {
    const passed = { status: 'passed', assertionResults: [{ status: 'passed' }] };
    const unloaded = { status: 'failed', assertionResults: [] };
    const report = { numPassedTests: 1, numFailedTests: 0, testResults: [passed, unloaded] };
    expect(countUnit(report)).toEqual({ passed: 1, failed: 1 });
  });

  it('counts a test that passed only sometimes as a failure', () => {
    const report = { stats: { expected: 3, unexpected: 1, flaky: 1 }, errors: ['no worker'] };
    expect(countEndToEnd(report)).toEqual({ passed: 3, failed: 3 });
  });

  it('has a failure when the run ended badly, with or without a report', async () => {
    const path = join(folder, 'unit.json');
    expect(await readResults('unit', path, 1)).toEqual({ passed: 0, failed: 1 });
    await writeFile(path, JSON.stringify({ numPassedTests: 5, numFailedTests: 0, testResults: [] }));
    expect(await readResults('unit', path, 139)).toEqual({ passed: 5, failed: 1 });
    expect(await readResults('unit', path, 0)).toEqual({ passed: 5, failed: 0 });
  });

  it('is summed over all runs', () => {
    const counts = [
      { passed: 2, failed: 1 },
      { passed: 3, failed: 0 },
    ];
    expect(sumCounts(counts)).toEqual({ passed: 5, failed: 1 });
  });
});
