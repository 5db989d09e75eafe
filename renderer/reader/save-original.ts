import { getStudyApi } from '../api.ts';
import { runAction, showNotice } from '../widgets/run-action.ts';

/** Asks where to, and writes the file a transcript (or a former version of it) was imported from, byte for byte. */
export function saveOriginal(id: number, fileName: string, versionId: number | null = null): void {
  void runAction(async () => {
    const extension = /\.([^.]+)$/.exec(fileName)?.[1] ?? 'txt';
    const path = await window.casebench.chooseWhereToSave(fileName, [
      { name: extension.toUpperCase(), extensions: [extension] },
    ]);
    if (path === null) return;
    await getStudyApi().transcript.saveOriginal({ id, versionId, path });
    showNotice('File saved', path);
  });
}
