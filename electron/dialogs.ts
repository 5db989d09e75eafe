import { extname } from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';
import type { FileFilter } from './ipc/contract/bridge.ts';
import { studyExtension } from './launch-arguments.ts';

/** Everything that asks with a dialog of the operating system. Each resolves to null when the person cancels. */

const studyFilter = { name: 'Casebench study', extensions: [studyExtension] };

/** What the import reads. An old `.doc` may be Rich Text; where it is not, the import says what to do. */
const importFilters = [
  {
    name: 'Transcripts',
    extensions: 'docx odt rtf doc pdf txt md markdown html htm vtt srt csv tsv json'.split(' '),
  },
  { name: 'All files', extensions: ['*'] },
];

export async function chooseStudy(window: BrowserWindow | null): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title: 'Open a study',
    properties: ['openFile'],
    filters: [studyFilter],
  };
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}

export async function chooseScheme(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Choose a coding scheme',
    properties: ['openFile'],
    filters: [{ name: 'Coding scheme', extensions: ['yaml', 'yml', 'json'] }],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Resolves to an empty list when the person cancels. */
export async function chooseFilesToImport(window: BrowserWindow): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Import transcripts',
    buttonLabel: 'Import',
    properties: ['openFile', 'multiSelections'],
    filters: importFilters,
  });
  return canceled ? [] : filePaths;
}

export async function chooseTable(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Choose a table of people or sessions',
    properties: ['openFile'],
    filters: [
      { name: 'Tables', extensions: ['xlsx', 'csv', 'tsv', 'txt'] },
      { name: 'All files', extensions: ['*'] },
    ],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** The path that is chosen for a study always ends in `.casebench`. */
export async function chooseStudyPlace(
  window: BrowserWindow,
  title: string,
  name: string,
): Promise<string | null> {
  const path = await chooseWhereToSave(window, `${toFileName(name)}.${studyExtension}`, [studyFilter], title);
  if (path === null || extname(path).toLowerCase() === `.${studyExtension}`) return path;
  return `${path}.${studyExtension}`;
}

export async function chooseWhereToSave(
  window: BrowserWindow,
  suggestion: string,
  filters: FileFilter[],
  title = 'Save',
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: suggestion,
    filters,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}

/** Tells of something that did not work where no page can tell it. */
export function showProblem(window: BrowserWindow | null, message: string): void {
  const options: Electron.MessageBoxOptions = {
    type: 'warning',
    title: 'Casebench',
    message,
    buttons: ['OK'],
  };
  void (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
}

/**
 * Makes room for a new file at a place the person has chosen to overwrite: what is there goes to the trash,
 * because a study replaced by mistake must come back. Throws when the trash does not take it.
 */
export async function moveToTrash(path: string): Promise<void> {
  try {
    await shell.trashItem(path);
  } catch (cause) {
    throw new Error(`${path} exists already and could not be moved to the trash; choose another name.`, {
      cause,
    });
  }
}

/** Leaves out what some operating system refuses in the name of a file. */
function toFileName(name: string): string {
  const allowed = name
    .replaceAll(/[\\/:*?"<>|]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return allowed.replace(/[. ]+$/, '') || 'Study';
}
