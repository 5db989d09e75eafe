import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findStudyArgument } from '../../electron/launch-arguments.ts';

describe('the command line of the window', () => {
  it('names a study by an absolute path', () => {
    expect(findStudyArgument(['casebench', '/data/a.casebench'], '/home')).toBe(resolve('/data/a.casebench'));
  });

  it('names a study relative to the folder the person is in', () => {
    expect(findStudyArgument(['casebench', 'studies/a.casebench'], '/home/mira')).toBe(
      resolve('/home/mira/studies/a.casebench'),
    );
  });

  it('finds the study behind Chromium’s switches and the folder of the program', () => {
    const line = [
      'electron',
      '--no-sandbox',
      '/work/casebench',
      '--user-data-dir=/x.casebench',
      'A b.CASEBENCH',
    ];
    expect(findStudyArgument(line, '/home')).toBe(resolve('/home/A b.CASEBENCH'));
  });

  it('names nothing when there is only the program', () => {
    expect(findStudyArgument(['/opt/Casebench/casebench'], '/home')).toBeUndefined();
    expect(findStudyArgument(['/opt/my.casebench', '--flag'], '/home')).toBeUndefined();
  });

  it('does not take another file for a study', () => {
    expect(findStudyArgument(['casebench', 'notes.docx', 'casebench'], '/home')).toBeUndefined();
  });
});
