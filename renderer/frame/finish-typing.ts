import { getStudyApi } from '../api.ts';
import { waitForActions } from '../widgets/run-action.ts';

/** Leaves the field that is being typed into, which saves it, and resolves when the study has taken it. */
export async function finishTyping(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await waitForActions();
  // Answered after everything that was sent before, so also after what was sent without an action.
  await getStudyApi().study.get();
}
