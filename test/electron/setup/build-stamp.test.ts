import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashSources } from '../../../electron/setup/build-stamp.mjs';

describe('the digest of the sources', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'casebench-stamp-'));
    await mkdir(join(folder, 'electron', 'setup'), { recursive: true });
    await writeFile(join(folder, 'electron', 'main.ts'), 'one');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('changes with a content and with a name', async () => {
    const first = await hashSources(folder);
    await writeFile(join(folder, 'electron', 'main.ts'), 'two');
    const second = await hashSources(folder);
    await writeFile(join(folder, 'electron', 'menu.ts'), '');
    const third = await hashSources(folder);
    expect(new Set([first, second, third]).size).toBe(3);
  });

  it('stays the same when only times change, or the set-up scripts', async () => {
    const before = await hashSources(folder);
    await utimes(join(folder, 'electron', 'main.ts'), 1, 1);
    await writeFile(join(folder, 'electron', 'setup', 'start.mjs'), 'changed');
    expect(await hashSources(folder)).toBe(before);
  });
});
