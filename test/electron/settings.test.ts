import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSettings } from '../../electron/settings.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'casebench-settings-'));

describe('settings', () => {
  it('are the defaults where there is no file yet', () => {
    const settings = openSettings(join(newFolder(), 'settings.json')).get();
    expect(settings).toEqual({ theme: 'system', bounds: null, isMaximised: false, recent: [] });
  });

  it('are the same after a restart', () => {
    const path = join(newFolder(), 'not', 'there yet', 'settings.json');
    const bounds = { x: -1200, y: 40, width: 1100, height: 700 };
    openSettings(path).change({ theme: 'dark', bounds });
    expect(openSettings(path).get()).toMatchObject({ theme: 'dark', bounds, isMaximised: false });
  });

  it('change one thing without losing the others', () => {
    const path = join(newFolder(), 'settings.json');
    const settings = openSettings(path);
    settings.change({ theme: 'light' });
    settings.change({ isMaximised: true });
    expect(openSettings(path).get()).toMatchObject({ theme: 'light', isMaximised: true });
  });

  it('leave no draft beside the file', () => {
    const folder = newFolder();
    openSettings(join(folder, 'settings.json')).change({ theme: 'dark' });
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it.each([
    ['half a file', '{"theme": "da'],
    ['an unknown theme', '{"theme": "purple"}'],
    ['a list', '[]'],
  ])('set %s aside and start with the defaults', (_what, text) => {
    const path = join(newFolder(), 'settings.json');
    writeFileSync(path, text);
    expect(openSettings(path).get().theme).toBe('system');
    expect(readFileSync(`${path}.broken`, 'utf8')).toBe(text);
    expect(existsSync(path)).toBe(false);
  });

  it('keep what an older version wrote and add what it did not know', () => {
    const path = join(newFolder(), 'settings.json');
    writeFileSync(path, '{"theme": "dark"}');
    expect(openSettings(path).get()).toMatchObject({ theme: 'dark', recent: [] });
  });

  it('go on working when the file cannot be written', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'a file'), '');
    const settings = openSettings(join(folder, 'a file', 'settings.json'));
    settings.change({ theme: 'dark' });
    expect(settings.get().theme).toBe('dark');
  });
});
