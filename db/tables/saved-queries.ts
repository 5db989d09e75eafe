import { newGuid } from '../guid.ts';
import { integer, query, type ReadHandle, type RowOf, text, type WriteHandle } from '../sql.ts';

/** Questions to the codings that were given a name. */
const columns = { id: integer, name: text, query: text, createdAt: text };
export type SavedQueryRow = RowOf<typeof columns>;

const select = 'SELECT id, name, query, created_at AS createdAt FROM saved_queries';
const all = query(columns, `${select} ORDER BY name COLLATE NOCASE, id`);
const byId = query(columns, `${select} WHERE id = ?`);

/** Returns every saved query by its name; `query` is JSON. */
export function listSavedQueryRows(read: ReadHandle): SavedQueryRow[] {
  return read.all(all);
}

/** Returns the saved query with this id, or undefined. */
export function findSavedQuery(read: ReadHandle, id: number): SavedQueryRow | undefined {
  return read.find(byId, id);
}

/** Adds a query (JSON) under a name; returns its id. Throws when the name is taken. */
export function insertSavedQuery(write: WriteHandle, name: string, json: string): number {
  const createdAt = new Date().toISOString();
  return write.insert('saved_queries', { guid: newGuid(), name, query: json, createdAt });
}

/** Gives a saved query another name. Throws when the name is taken. */
export function renameSavedQuery(write: WriteHandle, id: number, name: string): void {
  write.run('UPDATE saved_queries SET name = ? WHERE id = ?', name, id);
}

/** Makes a saved query ask something else (JSON). */
export function updateSavedQuery(write: WriteHandle, id: number, json: string): void {
  write.run('UPDATE saved_queries SET query = ? WHERE id = ?', json, id);
}

/** Deletes a saved query. */
export function deleteSavedQuery(write: WriteHandle, id: number): void {
  write.run('DELETE FROM saved_queries WHERE id = ?', id);
}
