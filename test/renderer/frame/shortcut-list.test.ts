import { afterEach, describe, expect, it, vi } from 'vitest';
import { listShortcuts } from '../../../renderer/frame/shortcut-list.ts';

afterEach(() => vi.unstubAllGlobals());

describe.each(['linux', 'darwin'])('the sheet of shortcuts on %s', (platform) => {
  const list = () => {
    vi.stubGlobal('window', { casebench: { platform } });
    return listShortcuts();
  };

  it('says each thing once', () => {
    for (const { shortcuts } of list()) {
      const words = shortcuts.map(({ does }) => does);
      expect(words).toEqual([...new Set(words)]);
    }
  });

  it('gives a key that holds on every screen one meaning', () => {
    const everywhere = list().filter(({ title }) => ['Moving about', 'The study'].includes(title));
    const keys = everywhere.flatMap(({ shortcuts }) => shortcuts.flatMap((shortcut) => shortcut.keys));
    expect(keys).toContain(platform === 'darwin' ? '⌘F' : 'Ctrl+F');
    expect(keys).toEqual([...new Set(keys)]);
  });
});
