import { getStudyApi } from '../api.ts';
import { saveDrafts } from '../reader/editing/save-edit.ts';
import { waitForActions } from '../widgets/run-action.ts';

/** Leaves the field that is being typed into, which saves it, and resolves when the study has taken it. */
export async function finishTyping(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await waitForActions();
  // Answered after everything that was sent before, so also after what was sent without an action.
  await getStudyApi().study.get();
}

/**
 * Saves all that is typed before the window closes. Returns true when it has to stay: an edited text would lose a coded
 * passage, which somebody has to decide.
 */
export async function finishWindow(): Promise<boolean> {
  await finishTyping();
  return saveDrafts();
}
