import type { Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { getStudyApi } from '../api.ts';
import { useDesk } from '../state/desk.ts';
import { runAction } from '../widgets/run-action.ts';
import { showUndoable } from '../widgets/undo-notice.tsx';

/** Takes a transcript out of the study with all that is on it, and out of the panes; undo brings all of it back. */
export async function deleteTranscript({ id, name, codings }: Transcript): Promise<void> {
  const isDone = await runAction(async () => {
    await getStudyApi().transcript.delete({ id });
    return true;
  });
  if (!isDone) return;
  useDesk.getState().leaveTranscript(id);
  const gone =
    codings === 0 ? 'It had no codings.' : `Its ${codings === 1 ? 'coding' : 'codings'} went along.`;
  showUndoable(`Deleted transcript ${name}. ${gone}`, `Delete transcript ${name}`);
}
