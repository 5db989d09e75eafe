import { describe, expect, it } from 'vitest';
import { isInStep } from '../../../electron/setup/install.mjs';

const wanted = {
  packages: {
    '': {},
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/other-system': { version: '1.0.0', optional: true },
  },
};

describe('node_modules is in step with the lock', () => {
  it('when every package is there in its version', () => {
    expect(isInStep(wanted, { packages: { 'node_modules/zod': { version: '4.6.7' } } })).toBe(true);
  });

  it('not when a package is missing', () => {
    expect(isInStep(wanted, { packages: {} })).toBe(false);
  });

  it('not when a package, an optional one too, has another version', () => {
    const zod = { version: '4.6.7' };
    expect(isInStep(wanted, { packages: { 'node_modules/zod': { version: '4.6.6' } } })).toBe(false);
    const packages = { 'node_modules/zod': zod, 'node_modules/other-system': { version: '0.9.0' } };
    expect(isInStep(wanted, { packages })).toBe(false);
  });
});
