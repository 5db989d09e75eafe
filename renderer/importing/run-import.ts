import { getStudyApi } from '../api.ts';
import { findReplaced, type ImportDraft, keepUnimported, toImportFiles } from './import-draft.ts';
import type { ImportReport } from './import-report.ts';
import { useImport } from './import-store.ts';
import { runLongWork } from './long-work.ts';

/** What was imported: the transcripts, and the report of it. */
export type Imported = { transcriptIds: readonly number[]; report: ImportReport };

/**
 * Imports the ticked files of `draft` as one undoable step. Returns what was done, or undefined when it was
 * cancelled or failed, and then nothing was written. Files that could not be read before are in the report too.
 */
export async function runImport(draft: ImportDraft, coderId: number | null): Promise<Imported | undefined> {
  let imported: Imported | undefined;
  const files = toImportFiles(draft);
  const replacing = new Set(draft.files.filter(findReplaced).map(({ path }) => path));
  await runLongWork('importing', async (signal, advance) => {
    advance(0, files.length, '');
    for await (const event of await getStudyApi().import.run({ files, coderId }, { signal })) {
      if (event.kind === 'progress') advance(event.done, event.total, event.fileName);
      else {
        const { transcriptIds, problems } = event;
        const failed = new Set(problems.map(({ path }) => path));
        const versions = files.filter(({ path }) => replacing.has(path) && !failed.has(path)).length;
        const { history } = await getStudyApi().study.get();
        const undoLabel = transcriptIds.length > 0 ? history.undo : null;
        const all = [...draft.problems, ...problems];
        imported = {
          transcriptIds,
          report: { imported: transcriptIds.length, versions, problems: all, undoLabel },
        };
        useImport.getState().change((former) => keepUnimported(former, problems));
      }
    }
  });
  return imported;
}
