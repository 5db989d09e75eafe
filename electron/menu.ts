import type { MenuItemConstructorOptions } from 'electron';
import type { CasebenchBridge, MenuCommand, RecentStudy } from './ipc/contract/bridge.ts';

/** What the menu bar of a window depends on. */
export type MenuState = {
  platform: CasebenchBridge['platform'];
  isPackaged: boolean;
  hasStudy: boolean;
  /** Labels of the steps that undo and redo would act on; null when there is none. */
  undo: string | null;
  redo: string | null;
  recent: readonly Pick<RecentStudy, 'path' | 'name'>[];
};

/** What the menu bar can do by itself or have the page do. */
export type MenuActions = {
  command(command: MenuCommand): void;
  openRecent(path: string): void;
  about(): void;
};

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };

/** Returns the menu bar for a window in this state. */
export function menuTemplate(state: MenuState, actions: MenuActions): Item[] {
  const isMac = state.platform === 'darwin';
  return [
    ...(isMac ? [appMenu(actions)] : []),
    { label: '&File', submenu: fileItems(state, actions) },
    { label: '&Edit', submenu: editItems(state, actions) },
    { label: '&View', submenu: viewItems(state, actions) },
    { role: 'windowMenu' },
    { role: 'help', label: '&Help', submenu: helpItems(state, actions) },
  ];
}

/**
 * An item that the page carries out. The page hears these keys itself and keeps them from the menu bar; outside
 * macOS they are therefore only shown here, so that one press can never act twice.
 */
function pageItem(actions: MenuActions, command: MenuCommand, label: string, keys?: string): Item {
  const item: Item = { label, click: () => actions.command(command) };
  // macOS does not know this setting and always registers.
  return keys === undefined ? item : { ...item, accelerator: keys, registerAccelerator: false };
}

function appMenu(actions: MenuActions): Item {
  return {
    label: 'Casebench',
    submenu: [
      { label: 'About Casebench', click: () => actions.about() },
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
}

function fileItems({ hasStudy, recent, platform }: MenuState, actions: MenuActions): Item[] {
  const ofStudy = (item: Item): Item => ({ ...item, enabled: hasStudy });
  return [
    pageItem(actions, 'new-study', 'New Study…', 'CmdOrCtrl+N'),
    pageItem(actions, 'open-study', 'Open…', 'CmdOrCtrl+O'),
    {
      label: 'Open Recent',
      enabled: recent.length > 0,
      submenu: recent.map(({ path, name }) => ({
        label: name,
        toolTip: path,
        click: () => actions.openRecent(path),
      })),
    },
    pageItem(actions, 'open-sample', 'Open the Sample Study'),
    separator,
    ofStudy(pageItem(actions, 'save-as', 'Save As…', 'Shift+CmdOrCtrl+S')),
    separator,
    ofStudy(pageItem(actions, 'import', 'Import Transcripts…', 'CmdOrCtrl+I')),
    ofStudy(pageItem(actions, 'export-figure', 'Export Figure…')),
    ofStudy(pageItem(actions, 'export-mapping', 'Export Case Mapping…')),
    separator,
    { role: 'close', label: 'Close Window' },
    ...(platform === 'darwin' ? [] : [{ role: 'quit' } satisfies Item]),
  ];
}

function editItems({ hasStudy, undo, redo }: MenuState, actions: MenuActions): Item[] {
  // Never greyed out: while somebody types, these undo the typing.
  return [
    pageItem(actions, 'undo', undo === null ? 'Undo' : `Undo ${undo}`, 'CmdOrCtrl+Z'),
    pageItem(actions, 'redo', redo === null ? 'Redo' : `Redo ${redo}`, 'Shift+CmdOrCtrl+Z'),
    separator,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
    separator,
    {
      ...pageItem(actions, 'find-in-transcript', 'Find in Transcript', 'CmdOrCtrl+F'),
      enabled: hasStudy,
    },
    { ...pageItem(actions, 'find-code', 'Find Code', 'CmdOrCtrl+K'), enabled: hasStudy },
    { ...pageItem(actions, 'search-words', 'Search the Study…', 'Shift+CmdOrCtrl+F'), enabled: hasStudy },
    {
      ...pageItem(actions, 'edit-transcript', 'Edit Text of Transcript…', 'Shift+CmdOrCtrl+E'),
      enabled: hasStudy,
    },
  ];
}

function viewItems({ hasStudy, isPackaged }: MenuState, actions: MenuActions): Item[] {
  const screen = (command: MenuCommand, label: string, number: number): Item => ({
    ...pageItem(actions, command, label, `CmdOrCtrl+${number}`),
    enabled: hasStudy,
  });
  return [
    screen('show-transcripts', 'Transcripts', 1),
    screen('show-people', 'People', 2),
    screen('show-triangulation', 'Triangulation', 3),
    screen('show-maturity', 'Maturity', 4),
    screen('show-search', 'Search', 5),
    screen('show-tables', 'Tables', 6),
    screen('show-memos', 'Memos', 7),
    separator,
    { ...pageItem(actions, 'show-retrieval', 'Retrieval', 'CmdOrCtrl+E'), enabled: hasStudy },
    separator,
    { ...pageItem(actions, 'text-larger', 'Larger Text', 'CmdOrCtrl+Alt+='), enabled: hasStudy },
    { ...pageItem(actions, 'text-smaller', 'Smaller Text', 'CmdOrCtrl+Alt+-'), enabled: hasStudy },
    separator,
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    separator,
    { role: 'togglefullscreen' },
    ...(isPackaged ? [] : [separator, { role: 'toggleDevTools' } satisfies Item]),
  ];
}

function helpItems({ platform }: MenuState, actions: MenuActions): Item[] {
  const about: Item = { label: 'About Casebench', click: () => actions.about() };
  return [
    // The key is `?` alone and belongs to the page: a menu bar would take it from whoever types a question.
    pageItem(actions, 'show-shortcuts', 'Keyboard Shortcuts'),
    ...(platform === 'darwin' ? [] : [separator, about]),
  ];
}
