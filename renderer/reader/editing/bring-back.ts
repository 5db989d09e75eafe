import type { VersionRow } from '../../../electron/ipc/contract/transcripts.ts';
import { getStudyApi } from '../../api.ts';
import { runAction } from '../../widgets/run-action.ts';
import { useEditing } from './editing-store.ts';
import { askEffect, saveChange } from './save-edit.ts';

/**
 * Brings the text of a former version back as an edit like any other: at once when every coded passage keeps its words,
 * otherwise when it was looked at what would be touched.
 */
export async function bringBack(
  id: number,
  { id: versionId }: VersionRow,
  onBegun: () => void,
): Promise<void> {
  const change = { kind: 'version', versionId } as const;
  await runAction(async () => {
    const { name } = await getStudyApi().transcript.get({ id });
    const effect = await askEffect(id, change);
    if (!effect) return;
    onBegun();
    const restoring = { id, name, change, effect };
    if (effect.lost.length + effect.changed.length > 0) useEditing.getState().showRestoring(restoring);
    else await saveChange(restoring);
  });
}
