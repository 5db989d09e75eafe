import { contextBridge, ipcRenderer, webUtils } from 'electron';
import {
  type BridgeCall,
  type CasebenchBridge,
  channelOf,
  finishChannel,
  finishedChannel,
  finishingChannel,
  menuChannel,
  progressChannel,
  studyEndedChannel,
  studyPortMessage,
  versionSwitch,
} from './ipc/contract/bridge.ts';

const ask =
  (call: BridgeCall) =>
  (...given: unknown[]) =>
    ipcRenderer.invoke(channelOf(call), ...given);

/** Passes on what main says on one channel; returns a function that ends it. */
const hear =
  <T>(channel: string) =>
  (listener: (said: T) => void) => {
    const pass = (_event: unknown, said: T) => listener(said);
    ipcRenderer.on(channel, pass);
    return () => {
      ipcRenderer.off(channel, pass);
    };
  };

const bridge: CasebenchBridge = {
  // The program runs on these three systems only.
  platform: process.platform as CasebenchBridge['platform'],
  version: process.argv.find((word) => word.startsWith(versionSwitch))?.slice(versionSwitch.length) ?? '',
  whatToShow: ask('whatToShow'),
  listRecent: ask('listRecent'),
  forgetRecent: ask('forgetRecent'),
  listSchemes: ask('listSchemes'),
  newStudy: ask('newStudy'),
  chooseScheme: ask('chooseScheme'),
  openStudy: ask('openStudy'),
  openSample: ask('openSample'),
  saveStudyAs: ask('saveStudyAs'),
  reopenStudy: ask('reopenStudy'),
  chooseFilesToImport: ask('chooseFilesToImport'),
  chooseTable: ask('chooseTable'),
  chooseWhereToSave: ask('chooseWhereToSave'),
  // Dropped files reach the page as File; the contract knows no DOM and says object.
  pathOfDroppedFile: (file) => webUtils.getPathForFile(file as File),
  showInFolder: ask('showInFolder'),
  getTheme: ask('getTheme'),
  setTheme: ask('setTheme'),
  onMenu: hear(menuChannel),
  onOpeningProgress: hear(progressChannel),
  onStudyEnded: hear(studyEndedChannel),
  onFinish: (listener) =>
    hear<void>(finishChannel)(() => {
      ipcRenderer.send(finishingChannel);
      void listener().then(
        (isStaying) => ipcRenderer.send(finishedChannel, isStaying),
        () => ipcRenderer.send(finishedChannel, false),
      );
    }),
};

contextBridge.exposeInMainWorld('casebench', bridge);

// A port cannot cross the context bridge; a message to the page's own window is the documented way.
ipcRenderer.on(studyPortMessage, (event) => {
  window.postMessage(studyPortMessage, window.location.origin, event.ports);
});
