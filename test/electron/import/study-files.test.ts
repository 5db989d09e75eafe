import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expandFolders, loadFile, toTranscriptName } from '../../../electron/import/study-files.ts';
import { writeFolder } from '../../support/importing.ts';

describe('the files below a folder', () => {
  it('come in the order of their names, without hidden ones and those that Office keeps beside a document', async () => {
    const folder = writeFolder({ 'b.txt': '', 'a.txt': '', '.hidden': '', '~$a.docx': '' });
    mkdirSync(join(folder, 'B'));
    writeFileSync(join(folder, 'B', 'c.txt'), '');
    const files = await expandFolders([folder]);
    expect(files.map((path) => path.slice(folder.length + 1))).toEqual([
      join('B', 'c.txt'),
      'a.txt',
      'b.txt',
    ]);
  });

  it('are listed once each, though links lead round in a circle', async () => {
    const folder = writeFolder({ 'a.txt': '' });
    mkdirSync(join(folder, 'inner'));
    symlinkSync(folder, join(folder, 'inner', 'back'));
    expect((await expandFolders([folder, join(folder, 'a.txt')])).map((path) => basename(path))).toEqual([
      'a.txt',
    ]);
  });

  it('are not searched further once that is cancelled', async () => {
    const controller = new AbortController();
    controller.abort(new Error('Enough.'));
    await expect(expandFolders([writeFolder({ 'a.txt': '' })], controller.signal)).rejects.toThrow('Enough.');
  });
});

describe('a file that cannot be loaded', () => {
  it('is told apart by what is wrong with it', () => {
    const folder = writeFolder({ 'large.txt': '' });
    truncateSync(join(folder, 'large.txt'), 200 * 1024 * 1024);
    expect(() => loadFile(join(folder, 'gone.txt'))).toThrow(
      '“gone.txt” is not there: check its name, and whether it was moved.',
    );
    expect(() => loadFile(folder)).toThrow('is a folder: choose the files in it.');
    expect(() => loadFile(join(folder, 'large.txt'))).toThrow(
      '“large.txt” has 200 MB, too much for a transcript: split it.',
    );
  });

  it.skipIf(process.platform === 'win32')('is refused when it is a device without end', () => {
    expect(() => loadFile('/dev/zero')).toThrow('“zero” is no file: choose another one.');
  });

  // Root may read everything.
  it.skipIf(process.getuid?.() === 0)('is refused when it may not be read', () => {
    const folder = writeFolder({ 'secret.txt': 'P1: Yes.\n' });
    chmodSync(join(folder, 'secret.txt'), 0o000);
    expect(() => loadFile(join(folder, 'secret.txt'))).toThrow('“secret.txt” may not be read');
  });
});

describe('a path with every odd character', () => {
  it('is read, and its name becomes that of the transcript', async () => {
    const name =
      'A_P1 \'quoted\' "double" #100% & <tags> ü 访谈 مقابلة 😀 [1] {2} ~ ; $HOME `x` \\ *?.tar.txt';
    const folder = writeFolder({ [name]: 'P1: Yes.\n' });
    const [path = ''] = await expandFolders([folder]);
    expect(loadFile(path).name).toBe(name);
    expect(toTranscriptName(path)).toBe(name.slice(0, -4));
  });
});
