import { getStudyApi } from '../api.ts';
import { useImport } from '../importing/import-store.ts';
import { undoInEditor } from '../reader/editing/undo-in-editor.ts';
import { useDesk } from '../state/desk.ts';
import { runAction } from '../widgets/run-action.ts';
import { useFrame } from './frame-state.ts';

/** Undoes the last step of the study and says in the status bar which one it was. */
export async function undoStep(): Promise<void> {
  if (isBehindImport() || undoInEditor('undo')) return;
  const undone = await runAction(() => getStudyApi().history.undo());
  if (undone) useFrame.getState().say(undone.label === null ? 'Nothing to undo' : `Undone: ${undone.label}`);
}

/** Does the step again that was undone last. */
export async function redoStep(): Promise<void> {
  if (isBehindImport() || undoInEditor('redo')) return;
  const redone = await runAction(() => getStudyApi().history.redo());
  if (redone) useFrame.getState().say(redone.label === null ? 'Nothing to redo' : `Redone: ${redone.label}`);
}

/**
 * Behind the sheet of an import nobody sees what is undone, and an undo asked for while it runs would wait and then take
 * back the import itself. Its report offers that undo.
 */
function isBehindImport(): boolean {
  return useDesk.getState().isImporting && useImport.getState().report === null;
}
