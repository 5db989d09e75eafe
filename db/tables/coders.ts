import { newGuid } from '../guid.ts';
import { coderColour } from '../model/colour.ts';
import { columnList, integer, query, type ReadHandle, type RowOf, text, type WriteHandle } from '../sql.ts';

/** Who codes and rates. */
const columns = { id: integer, name: text, colour: text };
export type CoderRow = RowOf<typeof columns>;

const allCoders = query(
  { ...columns, codings: integer },
  `SELECT ${columnList(columns, 'c')}, (SELECT count(*) FROM codings k WHERE k.coder_id = c.id) AS codings
   FROM coders c ORDER BY c.id`,
);
const byName = query(columns, `SELECT ${columnList(columns)} FROM coders WHERE name = ?`);
const coderCount = query({ count: integer }, 'SELECT count(*) AS count FROM coders');

/** Returns every coder with the number of her codings, the first one first. */
export function listCoders(read: ReadHandle): (CoderRow & { codings: number })[] {
  return read.all(allCoders);
}

/** Returns the coder of this name, upper and lower case alike. */
export function findCoder(read: ReadHandle, name: string): CoderRow | undefined {
  return read.find(byName, name);
}

/** Adds a coder and returns her id. Throws when the name is taken. */
export function insertCoder(write: WriteHandle, name: string): number {
  const colour = coderColour(write.get(coderCount).count);
  return write.insert('coders', { guid: newGuid(), name, colour });
}

/** Returns the id of the coder of this name; adds her when she is new. */
export function ensureCoder(write: WriteHandle, name: string): number {
  return findCoder(write, name)?.id ?? insertCoder(write, name);
}

/** Gives a coder another name. */
export function renameCoder(write: WriteHandle, id: number, name: string): void {
  write.run('UPDATE coders SET name = ? WHERE id = ?', name, id);
}
