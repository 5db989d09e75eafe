import { integer, query, type WriteHandle } from './sql.ts';

/** The longest pause within what counts as one sitting, in seconds. */
const longestPause = 60;

/** The step before this one that it may become one with; see `StepMeaning.continues`. */
const stepBefore = query(
  { id: integer },
  `SELECT last.id FROM steps last JOIN steps one ON one.id = ?
   WHERE last.id = (SELECT max(id) FROM steps WHERE id < one.id) AND last.undone = 0
     AND last.label = one.label AND last.coder_id IS one.coder_id
     AND unixepoch(one.done_at) - unixepoch(last.done_at) BETWEEN 0 AND ${longestPause}
     AND EXISTS (SELECT 1 FROM changes now JOIN changes then_ USING (table_name, row_key)
       WHERE now.step_id = one.id AND then_.step_id = last.id AND now.before IS NOT NULL AND now.after IS NOT NULL)`,
);

/** What a step did to a row it had already changed or inserted, and which of its changes that was. */
const repeated = query(
  { id: integer, formerId: integer },
  `SELECT now.id, former.id AS formerId FROM changes now
   JOIN changes former ON former.id = (SELECT max(id) FROM changes WHERE step_id = now.step_id
     AND table_name = now.table_name AND id < now.id)
   WHERE now.step_id = ? AND now.row_key = former.row_key AND now.before IS NOT NULL AND now.after IS NOT NULL
     AND (former.before IS NULL OR former.after IS NOT NULL)
   ORDER BY now.id LIMIT 1`,
);

/**
 * Makes a step one with the step before when it goes on with that. What both did to a row becomes one change, from what
 * the row was at first to what it is now: an hour of typing would otherwise leave a thousand copies of a memo in the file.
 */
export function joinLastStep(write: WriteHandle, stepId: number): void {
  const last = write.find(stepBefore, stepId);
  if (!last) return;
  write.run(
    'UPDATE steps SET done_at = (SELECT done_at FROM steps WHERE id = ?) WHERE id = ?',
    stepId,
    last.id,
  );
  write.run('UPDATE changes SET step_id = ? WHERE step_id = ?', last.id, stepId);
  write.run('DELETE FROM steps WHERE id = ?', stepId);
  for (let one = write.find(repeated, last.id); one; one = write.find(repeated, last.id)) {
    // An insert is recorded by its key alone, also after an undo and a redo have copied the row.
    write.run(
      `UPDATE changes SET after = iif(before IS NULL, NULL, (SELECT after FROM changes WHERE id = ?)) WHERE id = ?`,
      one.id,
      one.formerId,
    );
    write.run('DELETE FROM changes WHERE id = ?', one.id);
  }
}
