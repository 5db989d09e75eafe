import { getStudyApi } from '../api.ts';
import { runAction } from '../widgets/run-action.ts';
import { useFrame } from './frame-state.ts';

/** Undoes the last step of the study and says in the status bar which one it was. */
export async function undoStep(): Promise<void> {
  const undone = await runAction(() => getStudyApi().history.undo());
  if (undone) useFrame.getState().say(undone.label === null ? 'Nothing to undo' : `Undone: ${undone.label}`);
}

/** Does the step again that was undone last. */
export async function redoStep(): Promise<void> {
  const redone = await runAction(() => getStudyApi().history.redo());
  if (redone) useFrame.getState().say(redone.label === null ? 'Nothing to redo' : `Redone: ${redone.label}`);
}
