import type { EditEffect, ReviewedChange, TranscriptChange } from '../../../electron/ipc/contract/editing.ts';
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
  const effect = await askEffect(session.transcript.id, session.toChange());
  if (!effect) return;
  if (effect.lost.length + effect.changed.length > 0) useEditing.getState().showReview(effect);
  else await save(session, effect);
}

/** Saves what was reviewed: the passages that were shown to be lost go. */
export async function save(session: EditingSession, effect: EditEffect): Promise<void> {
  const { id, name } = session.transcript;
  if (await saveChange({ id, name, change: session.toChange(), effect }))
    useEditing.getState().forget(session);
}

/** Carries a change out and says what it did. Returns false, with the sentence of the error shown, when it failed. */
export async function saveChange({ id, name, change, effect }: ReviewedChange): Promise<boolean> {
  const mayLose = effect.lost.map(({ excerptId }) => excerptId);
  const isSaved = await runAction(async () => {
    await getStudyApi().transcript.edit({ id, change, mayLose });
    return true;
  });
  if (isSaved) showNotice(`Text of ${name} saved`, describeSaved(effect));
  return isSaved === true;
}

function describeSaved({ kept, moved, changed, lost }: EditEffect): string {
  const same = kept + moved;
  const parts = [
    ...(same > 0 ? [`${count(same, 'coded passage')} ${same === 1 ? 'keeps its' : 'keep their'} words`] : []),
    ...(changed.length > 0 ? [`${count(changed.length, 'coded passage')} got other words`] : []),
    ...(lost.length > 0 ? [`${count(lost.length, 'coded passage')} went`] : []),
  ];
  const said = parts.length > 0 ? `${parts.join(', ')}. ` : '';
  return `${said}The former text stays readable as a version.`;
}

/** Asks what a change would do; undefined, with the sentence of the error shown, when it cannot be carried out. */
export const askEffect = (id: number, change: TranscriptChange) =>
  runAction(() => getStudyApi().transcript.previewEdit({ id, change }));

/**
 * Saves every draft before the window closes. One that would lose a coded passage, or that does not fit the study any
 * more, is shown instead; then the answer is true, and the window is to stay.
 */
export async function saveDrafts(): Promise<boolean> {
  const { session, drafts } = useEditing.getState();
  const open = new Set([...drafts.values(), ...(session?.isChanged ? [session] : [])]);
  for (const draft of open) {
    const effect = await askEffect(draft.transcript.id, draft.toChange());
    if (effect && effect.lost.length === 0) await save(draft, effect);
    if (!isSaved(draft)) {
      useEditing.setState({ session: draft, review: effect ?? null });
      return true;
    }
  }
  return false;
}

function isSaved(session: EditingSession): boolean {
  const { session: shown, drafts } = useEditing.getState();
  return shown !== session && ![...drafts.values()].includes(session);
}
