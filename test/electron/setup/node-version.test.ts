import { describe, expect, it } from 'vitest';
import { isAtLeast, isSupportedNode, requireSupportedNode } from '../../../electron/setup/node-version.mjs';

describe('the version of Node', () => {
  it('is compared number by number, not as text', () => {
    expect(isAtLeast('22.9.0', '22.12.0')).toBe(false);
    expect(isAtLeast('22.12.0', '22.12.0')).toBe(true);
    expect(isAtLeast('23.0.0-nightly', '22.12.0')).toBe(true);
  });

  it.each([
    ['18.20.8', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['21.7.3', false],
    ['22.0.0', true],
    ['24.21.0', true],
  ])('%s may be used: %s', (version, expected) => {
    expect(isSupportedNode(version)).toBe(expected);
  });

  it('is named in a sentence when it is too old', () => {
    expect(() => requireSupportedNode('18.20.8')).toThrow(/this is 18\.20\.8/);
  });
});
