import { describe, expect, it } from 'vitest';
import { parseTestOptions } from '../../../electron/setup/test-options.mjs';

describe('the arguments of npm test', () => {
  it('run everything when there are none', () => {
    expect(parseTestOptions([])).toEqual({ unit: true, e2e: true, grep: undefined });
  });

  it('narrow the run to a kind and to names', () => {
    expect(parseTestOptions(['--e2e', '--grep', 'reader'])).toEqual({
      unit: false,
      e2e: true,
      grep: 'reader',
    });
  });

  it('are refused in a sentence when unknown', () => {
    expect(() => parseTestOptions(['--watch'])).toThrow(/Known are --unit, --e2e and --grep/);
  });
});
