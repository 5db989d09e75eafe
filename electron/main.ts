import { join } from 'node:path';
import { app, BrowserWindow, session } from 'electron';
import { bridgeHandlers } from './bridge-handlers.ts';
import { answerBridge } from './ipc/bridge.ts';
import { findStudyArgument } from './launch-arguments.ts';
import { showMenuBar } from './menu-bar.ts';
import { OpenStudies } from './open-studies.ts';
import { registerScheme, servePage } from './protocol.ts';
import { forbidBackgroundNetwork, hardenContents, hardenSession } from './security.ts';
import { openSettings } from './settings.ts';
import { followTheme } from './window.ts';

registerScheme();
forbidBackgroundNetwork();
if (app.requestSingleInstanceLock()) start();
else app.quit();

/** One process serves all windows; a second start only hands over what it was asked to open. */
function start(): void {
  const settings = openSettings(join(app.getPath('userData'), 'settings.json'));
  const studies = new OpenStudies(settings, (window) => showMenuBar(window, studies, settings));
  const open = (path: string | undefined) => {
    if (path === undefined) studies.showWelcome();
    else studies.openFromOutside(path);
  };
  let pathAtStart = findStudyArgument(process.argv, process.cwd());
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (app.isReady()) open(path);
    else pathAtStart = path;
  });
  app.on('second-instance', (_event, commandLine, folder) => open(findStudyArgument(commandLine, folder)));
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
  quitInOrder(studies);

  void app.whenReady().then(() => {
    hardenSession(session.defaultSession);
    servePage(join(app.getAppPath(), 'out', 'renderer'));
    answerBridge(bridgeHandlers(studies, settings), (window) => studies.has(window));
    followTheme(settings);
    app.on('browser-window-focus', (_focus, window) => showMenuBar(window, studies, settings));
    app.on('activate', () => {
      if (BrowserWindow.getAllWindows().length === 0) studies.showWelcome();
    });
    showMenuBar(null, studies, settings);
    open(pathAtStart);
  });
}

/** Quitting closes the studies first, so that no side files are left beside them. */
function quitInOrder(studies: OpenStudies): void {
  app.on('before-quit', (event) => {
    if (studies.isEmpty) return;
    event.preventDefault();
    void studies.closeAll().then((isStaying) => {
      if (!isStaying) app.quit();
    });
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}
