import { newGuid } from '../guid.ts';
import {
  integer,
  nullable,
  query,
  type ReadHandle,
  type RowOf,
  real,
  text,
  type WriteHandle,
} from '../sql.ts';

/** Where the researcher puts each company. */
const columns = { companyId: integer, value: real, rationale: text, date: nullable(text) };
export type PlacementRow = RowOf<typeof columns>;

const allPlacements = query(
  columns,
  'SELECT company_id AS companyId, value, rationale, date FROM placements',
);

/** Returns the placements, one for each company that has one. */
export function listPlacements(read: ReadHandle): PlacementRow[] {
  return read.all(allPlacements);
}

/** Places a company, in halves of a stage. Throws when the value is no half or below zero. */
export function savePlacement(
  write: WriteHandle,
  placement: PlacementRow & { coderId: number | null },
): void {
  const { companyId, value, rationale, date, coderId } = placement;
  const placedAt = new Date().toISOString();
  const updated = write.run(
    'UPDATE placements SET value = ?, rationale = ?, date = ?, coder_id = ?, placed_at = ? WHERE company_id = ?',
    value,
    rationale,
    date,
    coderId,
    placedAt,
    companyId,
  );
  if (updated.changes > 0) return;
  write.insert('placements', { guid: newGuid(), companyId, value, rationale, date, coderId, placedAt });
}

/** Takes a company off the figure. */
export function deletePlacement(write: WriteHandle, companyId: number): void {
  write.run('DELETE FROM placements WHERE company_id = ?', companyId);
}
