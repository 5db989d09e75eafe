import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import type { MenuCommand } from '../../electron/ipc/contract/bridge.ts';
import { type MenuState, menuTemplate } from '../../electron/menu.ts';

const state: MenuState = {
  platform: 'linux',
  isPackaged: true,
  hasStudy: true,
  undo: null,
  redo: null,
  recent: [],
};

type Asked = { commands: MenuCommand[]; opened: string[] };

function build(changes: Partial<MenuState>) {
  const asked: Asked = { commands: [], opened: [] };
  const template = menuTemplate(
    { ...state, ...changes },
    {
      command: (command) => asked.commands.push(command),
      openRecent: (path) => asked.opened.push(path),
      about: () => undefined,
    },
  );
  return { items: template.flatMap(listItems), asked };
}

function listItems(item: MenuItemConstructorOptions): MenuItemConstructorOptions[] {
  return [item, ...(Array.isArray(item.submenu) ? item.submenu.flatMap(listItems) : [])];
}

function find(items: MenuItemConstructorOptions[], label: string): MenuItemConstructorOptions {
  const item = items.find((candidate) => candidate.label === label);
  if (!item) throw new Error(`The menu bar has no item “${label}”.`);
  return item;
}

/** Chooses an item as the menu bar would; the template's handlers look at none of these arguments. */
function choose(item: MenuItemConstructorOptions): void {
  Reflect.apply(item.click ?? (() => undefined), undefined, []);
}

describe('the menu bar', () => {
  it('names the steps that undo and redo would act on', () => {
    const { items } = build({ undo: 'Code excerpt', redo: 'Rate 2.1' });
    expect(find(items, 'Undo Code excerpt').accelerator).toBe('CmdOrCtrl+Z');
    expect(find(items, 'Redo Rate 2.1').accelerator).toBe('Shift+CmdOrCtrl+Z');
  });

  it('only shows the keys that the page hears, so that one press does not act twice', () => {
    const { items } = build({});
    const heardByPage = [
      'New Study…',
      'Open…',
      'Save As…',
      'Import Transcripts…',
      'Undo',
      'Redo',
      'Maturity',
      'Find in Transcript',
      'Find Code',
      'Larger Text',
      'Retrieval',
    ];
    for (const label of heardByPage) expect(find(items, label).registerAccelerator).toBe(false);
  });

  it('has one item for each command, and one command for each key', () => {
    const { items } = build({});
    const labels = items.map(({ label }) => label).filter((label) => label !== undefined);
    const keys = items.map(({ accelerator }) => accelerator).filter((key) => key !== undefined);
    expect(labels).toEqual([...new Set(labels)]);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('greys out what needs a study while there is none', () => {
    const labels = [
      'Save As…',
      'Import Transcripts…',
      'Export Figure…',
      'Export Case Mapping…',
      'People',
      'Retrieval',
    ];
    const without = build({ hasStudy: false }).items;
    const withStudy = build({ hasStudy: true }).items;
    for (const label of labels) {
      expect(find(without, label).enabled).toBe(false);
      expect(find(withStudy, label).enabled).not.toBe(false);
    }
    expect(find(without, 'New Study…').enabled).not.toBe(false);
  });

  it('gives each screen its number', () => {
    const { items, asked } = build({});
    const names = ['Transcripts', 'People', 'Triangulation', 'Maturity', 'Search', 'Tables', 'Memos'];
    expect(names.map((name) => find(items, name).accelerator)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((n) => `CmdOrCtrl+${n}`),
    );
    for (const name of names) choose(find(items, name));
    expect(asked.commands).toEqual(names.map((name) => `show-${name.toLowerCase()}`));
  });

  it('opens a recent study by its path', () => {
    const { items, asked } = build({ recent: [{ path: '/data/a.casebench', name: 'Pilot' }] });
    choose(find(items, 'Pilot'));
    expect(asked.opened).toEqual(['/data/a.casebench']);
  });

  it('keeps the developer tools out of what users get', () => {
    const hasTools = (isPackaged: boolean) =>
      build({ isPackaged }).items.some(({ role }) => role === 'toggleDevTools');
    expect(hasTools(true)).toBe(false);
    expect(hasTools(false)).toBe(true);
  });

  it('has the program’s own menu on macOS, with About and Quit in it', () => {
    const [first] = menuTemplate(
      { ...state, platform: 'darwin' },
      { command: () => undefined, openRecent: () => undefined, about: () => undefined },
    );
    expect(first?.label).toBe('Casebench');
    const items = build({ platform: 'darwin' }).items;
    expect(items.filter(({ role }) => role === 'quit')).toHaveLength(1);
    expect(items.filter(({ label }) => label === 'About Casebench')).toHaveLength(1);
  });
});
