import { integer, query, type ReadHandle, type RowOf, text, type WriteHandle } from '../sql.ts';

/** The scheme items that the guide of a session covered. */
const columns = { sessionId: integer, itemRef: text };
export type AskedRow = RowOf<typeof columns>;

const select = 'SELECT session_id AS sessionId, item_ref AS itemRef FROM asked';
const allAsked = query(columns, `${select} ORDER BY session_id, item_ref`);
const ofSession = query(columns, `${select} WHERE session_id = ? ORDER BY item_ref`);

/** Returns the items asked in every session; a session of which nothing was noted is not in it. */
export function listAsked(read: ReadHandle): AskedRow[] {
  return read.all(allAsked);
}

/** Returns the ids of the items that were asked in a session. */
export function listAskedIn(read: ReadHandle, sessionId: number): string[] {
  return read.all(ofSession, sessionId).map(({ itemRef }) => itemRef);
}

/** Makes these items the ones asked in a session; only what differs is written. */
export function setAsked(write: WriteHandle, sessionId: number, itemRefs: readonly string[]): void {
  const wanted = new Set(itemRefs);
  const former = new Set(listAskedIn(write, sessionId));
  for (const itemRef of former) {
    if (!wanted.has(itemRef))
      write.run('DELETE FROM asked WHERE session_id = ? AND item_ref = ?', sessionId, itemRef);
  }
  for (const itemRef of wanted) {
    if (!former.has(itemRef)) write.insert('asked', { sessionId, itemRef });
  }
}
