import { newGuid } from '../guid.ts';
import { integer, query, type ReadHandle, type RowOf, text, type WriteHandle } from '../sql.ts';

/** How data was collected. */
const columns = { id: integer, letter: text, name: text };
export type TechniqueRow = RowOf<typeof columns>;

const allTechniques = query(columns, 'SELECT id, letter, name FROM techniques ORDER BY position');
const byLetter = query(
  columns,
  `SELECT id, letter, name FROM techniques WHERE letter = ? OR name = ? COLLATE NOCASE
   ORDER BY letter = ? DESC, position LIMIT 1`,
);

/** Returns every technique in the order of the study. */
export function listTechniques(read: ReadHandle): TechniqueRow[] {
  return read.all(allTechniques);
}

/** Returns the technique with this letter, or else with this name, upper and lower case alike. */
export function findTechnique(read: ReadHandle, letterOrName: string): TechniqueRow | undefined {
  return read.find(byLetter, letterOrName, letterOrName, letterOrName);
}

/** Adds a technique and returns its id. Throws when letter or name is taken. */
export function insertTechnique(
  write: WriteHandle,
  { letter, name }: { letter: string; name: string },
): number {
  const position = listTechniques(write).length;
  return write.insert('techniques', { guid: newGuid(), letter: letter.toUpperCase(), name, position });
}

/** Changes letter and name of a technique. */
export function updateTechnique(write: WriteHandle, { id, letter, name }: TechniqueRow): void {
  write.run('UPDATE techniques SET letter = ?, name = ? WHERE id = ?', letter.toUpperCase(), name, id);
}
