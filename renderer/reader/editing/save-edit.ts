import type { EditEffect } from '../../../electron/ipc/contract/editing.ts';
import { getStudyApi } from '../../api.ts';
import { count } from '../../widgets/count.ts';
import { runAction, showNotice } from '../../widgets/run-action.ts';
import type { EditingSession } from './editing-session.ts';
import { useEditing } from './editing-store.ts';

/** Asks what saving would do, and saves at once when no coded passage gets other words or is lost. */
export async function reviewOrSave(session: EditingSession): Promise<void> {
  if (!session.isChanged) {
    useEditing.getState().close();
    return;
  }
  const effect = await askEffect(session);
  if (!effect) return;
  if (effect.lost.length + effect.changed.length > 0) useEditing.getState().showReview(effect);
  else await save(session, effect);
}

/** Saves what was reviewed: the passages that were shown to be lost go. */
export async function save(session: EditingSession, effect: EditEffect): Promise<void> {
  const { id, name } = session.transcript;
  const mayLose = effect.lost.map(({ excerptId }) => excerptId);
  const isSaved = await runAction(async () => {
    await getStudyApi().transcript.edit({ id, change: session.toChange(), mayLose });
    return true;
  });
  if (!isSaved) return;
  useEditing.getState().forget(session);
  showNotice(`Text of ${name} saved`, describeSaved(effect));
}

function describeSaved({ kept, moved, changed, lost }: EditEffect): string {
  if (kept + moved + changed.length + lost.length === 0)
    return 'The former text stays readable as a version.';
  const same = `${count(kept + moved, 'coded passage')} ${kept + moved === 1 ? 'keeps its' : 'keep their'} words`;
  const others = changed.length > 0 ? [`${changed.length} got other words`] : [];
  return `${[same, ...others, ...(lost.length > 0 ? [`${lost.length} went`] : [])].join(', ')}. The former text stays readable as a version.`;
}

const askEffect = (session: EditingSession) =>
  runAction(() =>
    getStudyApi().transcript.previewEdit({ id: session.transcript.id, change: session.toChange() }),
  );

/**
 * Saves every draft before the window closes. One that would lose a coded passage, or that does not fit the study any
 * more, is shown instead; then the answer is true, and the window is to stay.
 */
export async function saveDrafts(): Promise<boolean> {
  const { session, drafts } = useEditing.getState();
  const open = new Set([...drafts.values(), ...(session?.isChanged ? [session] : [])]);
  for (const draft of open) {
    const effect = await askEffect(draft);
    if (effect && effect.lost.length === 0) await save(draft, effect);
    else {
      useEditing.setState({ session: draft, review: effect ?? null });
      return true;
    }
  }
  return false;
}
