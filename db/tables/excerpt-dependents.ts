import type { WriteHandle } from '../sql.ts';

/** What rests on an excerpt beside codings, and goes along when its passage is divided or becomes another one. */

/** Makes the ratings that rest on one excerpt rest on another too. */
export function copyRatings(write: WriteHandle, fromId: number, toId: number): void {
  write.run(
    `INSERT OR IGNORE INTO rating_excerpts (rating_id, excerpt_id)
     SELECT rating_id, ? FROM rating_excerpts WHERE excerpt_id = ?`,
    toId,
    fromId,
  );
}

/** Makes the memos on one excerpt be on another instead. */
export function moveMemos(write: WriteHandle, fromId: number, toId: number): void {
  write.run('UPDATE memos SET excerpt_id = ? WHERE excerpt_id = ?', toId, fromId);
}

/** Makes the codes whose example was taken from one excerpt show another instead. */
export function moveAnchor(write: WriteHandle, fromId: number, toId: number): void {
  write.run('UPDATE codes SET anchor_excerpt_id = ? WHERE anchor_excerpt_id = ?', toId, fromId);
}

/** Makes the ratings that rest on one excerpt rest on another instead. */
export function moveRatings(write: WriteHandle, fromId: number, toId: number): void {
  copyRatings(write, fromId, toId);
  write.run('DELETE FROM rating_excerpts WHERE excerpt_id = ?', fromId);
}
