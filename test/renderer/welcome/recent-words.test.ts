import { describe, expect, it } from 'vitest';
import { folderOf, sayWhen } from '../../../renderer/welcome/recent-words.ts';

describe('the words of the recent studies', () => {
  it('say when a study was opened as one would', () => {
    const now = new Date(2026, 10, 23, 9, 0);
    const at = (...date: [number, number, number, number]) => new Date(...date).toISOString();
    expect(sayWhen(at(2026, 10, 23, 8), now)).toBe('today');
    expect(sayWhen(at(2026, 10, 22, 23), now)).toBe('yesterday');
    expect(sayWhen(at(2026, 10, 19, 12), now)).toBe('4 days ago');
    expect(sayWhen(at(2026, 8, 1, 12), now)).toBe('1 Sept 2026');
  });

  it('name the folder of a path of any system', () => {
    expect(folderOf('/home/mira/a.casebench')).toBe('/home/mira');
    expect(folderOf('C:\\Data\\a.casebench')).toBe('C:\\Data');
  });
});
