import { relinkExcerpt } from '../model/memo-document.ts';
import { integer, query, text, type WriteHandle } from '../sql.ts';

/** What rests on an excerpt beside codings, and goes along when its passage is divided or becomes another one. */

const linkedFrom = query(
  { id: integer, document: text },
  `SELECT m.id, m.document FROM memos m JOIN memo_links l ON l.memo_id = m.id
   WHERE l.excerpt_id = ? AND m.document IS NOT NULL`,
);

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

/** Makes the memos that link to one excerpt link to another instead, in their texts too. */
export function moveLinks(write: WriteHandle, fromId: number, toId: number): void {
  for (const { id, document } of write.all(linkedFrom, fromId)) {
    write.run('UPDATE memos SET document = ? WHERE id = ?', relinkExcerpt(document, fromId, toId), id);
  }
  // Rows that are told apart by what would change are made anew: undo finds a row by its key.
  write.run(
    `INSERT OR IGNORE INTO memo_links (memo_id, excerpt_id) SELECT memo_id, ? FROM memo_links WHERE excerpt_id = ?`,
    toId,
    fromId,
  );
  write.run('DELETE FROM memo_links WHERE excerpt_id = ?', fromId);
}
