import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markMissing, withoutRecent, withRecent } from '../../electron/recent-studies.ts';

const study = (path: string) => ({ path, name: path, openedAt: '2026-11-23T12:00:00.000Z' });
const pathsOf = (list: { path: string }[]) => list.map(({ path }) => path);

describe('recent studies', () => {
  it('put the study opened last first', () => {
    expect(pathsOf(withRecent([study('/a'), study('/b')], study('/c')))).toEqual(['/c', '/a', '/b']);
  });

  it('list a study once, under the name it has now', () => {
    const list = withRecent([study('/a'), study('/b')], { ...study('/b'), name: 'Renamed' });
    expect(list.map(({ name }) => name)).toEqual(['Renamed', '/a']);
  });

  it('remember twelve', () => {
    let list = withRecent([], study('/0'));
    for (let number = 1; number <= 20; number += 1) list = withRecent(list, study(`/${number}`));
    expect(list).toHaveLength(12);
    expect(list[0]?.path).toBe('/20');
  });

  it('forget the study they are told to forget', () => {
    expect(pathsOf(withoutRecent([study('/a'), study('/b')], '/a'))).toEqual(['/b']);
  });

  it('mark a study whose file is gone', () => {
    const there = join(mkdtempSync(join(tmpdir(), 'casebench-recent-')), 'there.casebench');
    writeFileSync(there, '');
    const marked = markMissing([study(there), study('/nowhere/gone.casebench')]);
    expect(marked.map(({ isMissing }) => isMissing)).toEqual([false, true]);
  });
});
