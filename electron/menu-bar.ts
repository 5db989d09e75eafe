import { app, BrowserWindow, Menu } from 'electron';
import { showProblem } from './dialogs.ts';
import { type CasebenchBridge, type MenuCommand, menuChannel } from './ipc/contract/bridge.ts';
import { type MenuActions, menuTemplate } from './menu.ts';
import type { OpenStudies } from './open-studies.ts';
import type { SettingsFile } from './settings.ts';

/** Gives a window the menu bar that fits its study; on macOS, where there is one bar for all, if it is in front. */
export function showMenuBar(
  window: BrowserWindow | null,
  studies: OpenStudies,
  settings: SettingsFile,
): void {
  const study = studies.findStudy(window);
  const template = menuTemplate(
    {
      // The program runs on these three systems only.
      platform: process.platform as CasebenchBridge['platform'],
      isPackaged: app.isPackaged,
      hasStudy: study !== null,
      undo: study?.history.undo ?? null,
      redo: study?.history.redo ?? null,
      recent: settings.get().recent,
    },
    menuActions(studies),
  );
  const menu = Menu.buildFromTemplate(template);
  if (process.platform === 'darwin') {
    if (window === null || window.isFocused()) Menu.setApplicationMenu(menu);
  } else if (window) window.setMenu(menu);
}

function menuActions(studies: OpenStudies): MenuActions {
  return {
    command: (command) => sendCommand(studies, command),
    openRecent: (path) => {
      const window = BrowserWindow.getFocusedWindow();
      void studies.open(window, path).then((outcome) => {
        if ('message' in outcome) showProblem(window, outcome.message);
      });
    },
    about: () => app.showAboutPanel(),
  };
}

/** The page carries the command out. On macOS there may be no window: then one is opened, with the same choices. */
function sendCommand(studies: OpenStudies, command: MenuCommand): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  if (window) window.webContents.send(menuChannel, command);
  else studies.showWelcome();
}
