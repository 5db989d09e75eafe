import type { WriteHandle } from '../sql.ts';

/** Two codings that say the same: the same code by the same coder on the same passage. */

/**
 * Makes two codings that have come to say the same one: it keeps the comments and memos of both. A status that only one of
 * them states is kept; where both state something else, in status or evidence type, its own stays and the comment tells the other.
 */
export function absorbCoding(write: WriteHandle, id: number, twinId: number): void {
  keepStatus(write, id, twinId);
  write.run(
    `UPDATE codings SET comment = trim(codings.comment || char(10) || twin.comment, char(10)) FROM codings twin
     WHERE codings.id = ? AND twin.id = ? AND instr(codings.comment, twin.comment) = 0`,
    id,
    twinId,
  );
  write.run('UPDATE memos SET coding_id = ? WHERE coding_id = ?', id, twinId);
  write.run('DELETE FROM codings WHERE id = ?', twinId);
}

function keepStatus(write: WriteHandle, id: number, twinId: number): void {
  write.run(
    `UPDATE codings SET status = twin.status, evidence = twin.evidence FROM codings twin
     WHERE codings.id = ? AND twin.id = ? AND codings.status = 'not stated' AND twin.status <> 'not stated'`,
    id,
    twinId,
  );
  write.run(
    `UPDATE codings SET comment = trim(codings.comment || char(10) || 'Before merging also: ' || twin.status
       || iif(twin.evidence <> codings.evidence, ', ' || twin.evidence, ''), char(10))
     FROM codings twin WHERE codings.id = ? AND twin.id = ? AND twin.status <> 'not stated'
       AND (twin.status <> codings.status OR twin.evidence <> codings.evidence)`,
    id,
    twinId,
  );
}
