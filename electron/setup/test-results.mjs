import { readFile } from 'node:fs/promises';

/**
 * @typedef {{ passed: number, failed: number }} Counts
 *
 * @typedef {object} VitestReport The part of vitest's JSON report that is read here.
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults
 *
 * @typedef {object} PlaywrightReport The part of Playwright's JSON report that is read here.
 * @property {{ expected: number, unexpected: number, flaky: number }} stats
 * @property {unknown[]} errors
 */

/**
 * Counts tests from a report. A run that ended badly counts at least one failure, whatever its report says.
 * @param {'unit' | 'e2e'} kind
 * @param {string} path
 * @param {number} exitCode
 * @returns {Promise<Counts>}
 */
export async function readResults(kind, path, exitCode) {
  const report = await readFile(path, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
  const counts = { passed: 0, failed: 0 };
  if (report !== undefined)
    Object.assign(counts, kind === 'unit' ? countUnit(report) : countEndToEnd(report));
  if (exitCode !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

/**
 * A file that could not be loaded has no failed test to show, but it has failed.
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function countUnit(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/**
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function countEndToEnd({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/**
 * @param {readonly Counts[]} counts
 * @returns {Counts}
 */
export function sumCounts(counts) {
  return counts.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    {
      passed: 0,
      failed: 0,
    },
  );
}
