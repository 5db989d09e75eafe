import { nativeTheme, shell } from 'electron';
import { chooseFilesToImport, chooseScheme, chooseTable, chooseWhereToSave } from './dialogs.ts';
import { listShippedSchemes } from './import/schemes/scheme-file.ts';
import type { BridgeHandlers } from './ipc/bridge.ts';
import type { OpenStudies } from './open-studies.ts';
import { markMissing, withoutRecent } from './recent-studies.ts';
import { resourceFolders } from './resource-folders.ts';
import type { SettingsFile } from './settings.ts';

/** What main does for the pages: windows, dialogs and settings. */
export function bridgeHandlers(studies: OpenStudies, settings: SettingsFile): BridgeHandlers {
  const recent = () => markMissing(settings.get().recent);
  return {
    whatToShow: ({ window, frame }) => studies.tell(window, frame),
    listRecent: () => recent(),
    forgetRecent: (_caller, path) => {
      settings.change({ recent: withoutRecent(settings.get().recent, path) });
      return recent();
    },
    listSchemes: () =>
      listShippedSchemes(resourceFolders().schemes).map(({ scheme: { id, name, version, definition } }) => ({
        id,
        name,
        version,
        definition,
      })),
    newStudy: ({ window }, choice) => studies.create(window, choice),
    chooseScheme: ({ window }) => chooseScheme(window),
    openStudy: ({ window }, path) =>
      path === null ? studies.chooseAndOpen(window) : studies.open(window, path),
    openSample: ({ window }) => studies.openSample(window),
    saveStudyAs: ({ window }) => studies.saveAs(window),
    reopenStudy: ({ window }) => studies.reopen(window),
    chooseFilesToImport: ({ window }) => chooseFilesToImport(window),
    chooseTable: ({ window }) => chooseTable(window),
    chooseWhereToSave: ({ window }, suggestion, filters) => chooseWhereToSave(window, suggestion, filters),
    showInFolder: (_caller, path) => shell.showItemInFolder(path),
    getTheme: () => settings.get().theme,
    setTheme: (_caller, theme) => {
      settings.change({ theme });
      nativeTheme.themeSource = theme;
    },
  };
}
