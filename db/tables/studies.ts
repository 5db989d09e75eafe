import { integer, nullable, query, type ReadHandle, text, type WriteHandle } from '../sql.ts';

/** The study itself: one row. */
const study = query(
  { guid: text, name: text, ruleId: nullable(text), writtenBy: text },
  'SELECT guid, name, rule_id AS ruleId, written_by AS writtenBy FROM study WHERE id = 1',
);

const totals = query(
  { codings: integer, coders: integer, practitioners: integer },
  `SELECT (SELECT count(*) FROM codings) AS codings, (SELECT count(*) FROM coders) AS coders,
     (SELECT count(*) FROM practitioners) AS practitioners`,
);

/** Returns how many codings, coders and practitioners the study holds. */
export function countStudy(read: ReadHandle): { codings: number; coders: number; practitioners: number } {
  return read.get(totals);
}

/** Returns name, guid and chosen rule of the study. */
export function getStudyRow(read: ReadHandle): {
  guid: string;
  name: string;
  ruleId: string | null;
  writtenBy: string;
} {
  return read.get(study);
}

/** Gives the study another name. */
export function renameStudy(write: WriteHandle, name: string): void {
  write.run('UPDATE study SET name = ? WHERE id = 1', name);
}

/** Chooses the stage rule that computed intervals follow. */
export function setStudyRule(write: WriteHandle, ruleId: string): void {
  write.run('UPDATE study SET rule_id = ? WHERE id = 1', ruleId);
}
