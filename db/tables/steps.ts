import { integer, nullable, query, type ReadHandle, text } from '../sql.ts';

/** The audit trail: what was done, by whom and when. Written by history.ts alone. */
const lastSteps = query(
  { id: integer, label: text, coder: nullable(text), doneAt: text, undone: integer },
  `SELECT s.id, s.label, k.name AS coder, s.done_at AS doneAt, s.undone FROM steps s
   LEFT JOIN coders k ON k.id = s.coder_id ORDER BY s.id DESC LIMIT 500`,
);

export type Step = { id: number; label: string; coder: string | null; doneAt: string; isUndone: boolean };

/** Returns the last 500 steps, the newest first. */
export function listSteps(read: ReadHandle): Step[] {
  return read.all(lastSteps).map(({ undone, ...step }) => ({ ...step, isUndone: undone === 1 }));
}
