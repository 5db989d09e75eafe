import { nullable, query, type ReadHandle, text, type WriteHandle } from '../sql.ts';

/** The study itself: one row. */
const study = query(
  { guid: text, name: text, ruleId: nullable(text), writtenBy: text },
  'SELECT guid, name, rule_id AS ruleId, written_by AS writtenBy FROM study WHERE id = 1',
);

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
