import type { SearchRow } from '../../electron/ipc/contract/search.ts';
import { useDesk } from '../state/desk.ts';

/** Opens what a hit is in: the passage, the memos on something, or the excerpts of a code. */
export function openHit({ kind, id, title, place, about }: SearchRow): void {
  const desk = useDesk.getState();
  if (kind === 'code') desk.showEvidence({ title, filter: { codeIds: [id] } });
  if (kind === 'memo' && about !== null) desk.showMemos(about);
  if (place !== null) desk.openPlace(kind === 'comment' ? { ...place, codingId: id } : place);
}
