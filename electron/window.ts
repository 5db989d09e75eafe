import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { versionSwitch } from './ipc/contract/bridge.ts';
import { pageAddress } from './protocol.ts';
import type { SettingsFile } from './settings.ts';
import { defaultSize, fitToDisplays, smallestSize } from './window-bounds.ts';

/** Opens a window with the program's page, where the last one was. It shows itself once it has something to show. */
export function createWindow(settings: SettingsFile): BrowserWindow {
  const window = new BrowserWindow({
    ...placeWindow(settings),
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    show: false,
    title: 'Casebench',
    backgroundColor: groundColour(),
    webPreferences: {
      additionalArguments: [`${versionSwitch}${app.getVersion()}`],
      preload: join(app.getAppPath(), 'out', 'preload', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  });
  if (settings.get().isMaximised && BrowserWindow.getAllWindows().length === 1) window.maximize();
  window.once('ready-to-show', () => window.show());
  // The title is the study's name, which main knows; the page's own title stays what it is.
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(pageAddress);
  return window;
}

/** Keeps where a window is for the next one. */
export function rememberPlace(window: BrowserWindow, settings: SettingsFile): void {
  settings.change({ bounds: window.getNormalBounds(), isMaximised: window.isMaximized() });
}

/** Makes native dialogs, the frame and the page's colours follow the theme. */
export function followTheme(settings: SettingsFile): void {
  nativeTheme.themeSource = settings.get().theme;
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows()) window.setBackgroundColor(groundColour());
  });
}

/** What shows before the page is painted; the page's own ground, so that nothing flashes. */
const groundColour = () => (nativeTheme.shouldUseDarkColors ? '#1f1f1f' : '#ffffff');

/** A second window is moved a little, so that it does not hide the first. */
function placeWindow(settings: SettingsFile) {
  const { bounds } = settings.get();
  const shift = 28 * BrowserWindow.getAllWindows().length;
  const wanted = bounds && { ...bounds, x: bounds.x + shift, y: bounds.y + shift };
  const displays = screen.getAllDisplays().map((display) => display.workArea);
  const primary = screen.getPrimaryDisplay().workArea;
  return fitToDisplays(wanted ?? (shift > 0 ? { x: shift, y: shift, ...defaultSize } : null), [
    primary,
    ...displays,
  ]);
}
