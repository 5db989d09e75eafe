import { describe, expect, it } from 'vitest';
import { missingPackages, parseInstalled } from '../../../electron/setup/debian-packages.mjs';

describe('Debian packages', () => {
  it('count as installed only when dpkg has them whole', () => {
    const answer =
      'libnss3 install ok installed\nxvfb deinstall ok config-files\ng++ install ok half-installed\n';
    expect([...parseInstalled(answer)]).toEqual(['libnss3']);
  });

  it('are not missing when one of their names is installed', () => {
    const packages = [['libasound2t64', 'libasound2'], ['xvfb']];
    expect(missingPackages(packages, new Set(['libasound2']))).toEqual([['xvfb']]);
  });
});
