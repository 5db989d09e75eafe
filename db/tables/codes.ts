import { newGuid } from '../guid.ts';
import { openCodeColour } from '../model/colour.ts';
import type { SchemeItemKind } from '../model/scheme.ts';
import {
  columnList,
  integer,
  nullable,
  oneOf,
  query,
  type ReadHandle,
  type RowOf,
  text,
  type WriteHandle,
} from '../sql.ts';
import { deleteUnusedExcerpts } from './excerpts.ts';

/** Labels: items of the scheme, and open codes. */
const columns = {
  id: integer,
  kind: oneOf(['activity', 'precondition', 'open']),
  itemRef: nullable(text),
  parentId: nullable(integer),
  name: text,
  definition: text,
  colour: text,
};
export type CodeRow = RowOf<typeof columns>;

const list = columnList(columns);
const allCodes = query(columns, `SELECT ${list} FROM codes ORDER BY kind = 'open', position, name`);
const byId = query(columns, `SELECT ${list} FROM codes WHERE id = ?`);
const byItem = query(columns, `SELECT ${list} FROM codes WHERE item_ref = ?`);
const openByName = query(
  columns,
  `SELECT ${list} FROM codes WHERE kind = 'open' AND name = ? COLLATE NOCASE`,
);
const openCount = query({ count: integer }, "SELECT count(*) AS count FROM codes WHERE kind = 'open'");
const usageColumns = { codeId: integer, codings: integer, transcripts: integer };
const selectUsage = `SELECT k.code_id AS codeId, count(*) AS codings, count(DISTINCT e.transcript_id) AS transcripts
   FROM codings k JOIN excerpts e ON e.id = k.excerpt_id`;
const usage = query(usageColumns, `${selectUsage} GROUP BY k.code_id`);
const usageByCoders = query(
  usageColumns,
  `${selectUsage} WHERE k.coder_id IN (SELECT value FROM json_each(?)) GROUP BY k.code_id`,
);

/** Returns the scheme items in the scheme's order, then the open codes by name. */
export function listCodes(read: ReadHandle): CodeRow[] {
  return read.all(allCodes);
}

/**
 * Returns how many codings and transcripts each code has; codes that are never used are not among them. With
 * coders, only their codings count.
 */
export function listCodeUsage(read: ReadHandle, coderIds?: readonly number[]): RowOf<typeof usageColumns>[] {
  return coderIds ? read.all(usageByCoders, JSON.stringify(coderIds)) : read.all(usage);
}

/** Returns the code with this id, or undefined. */
export function findCode(read: ReadHandle, id: number): CodeRow | undefined {
  return read.find(byId, id);
}

/** Returns the code of a scheme item by its id, such as `2.10`. */
export function findItemCode(read: ReadHandle, itemRef: string): CodeRow | undefined {
  return read.find(byItem, itemRef);
}

/** Returns the open code of this name, upper and lower case alike. */
export function findOpenCode(read: ReadHandle, name: string): CodeRow | undefined {
  return read.find(openByName, name);
}

/** Adds an open code; returns its id. Throws when an open code has that name. */
export function insertOpenCode(
  write: WriteHandle,
  { name, parentId = null, definition = '' }: { name: string; parentId?: number | null; definition?: string },
): number {
  const position = write.get(openCount).count;
  return write.insert('codes', {
    guid: newGuid(),
    kind: 'open',
    itemRef: null,
    parentId,
    name,
    definition,
    colour: openCodeColour(position),
    position,
  });
}

/** Returns the id of the open code of this name; makes it when there is none. */
export function ensureOpenCode(write: WriteHandle, name: string): number {
  return findOpenCode(write, name)?.id ?? insertOpenCode(write, { name });
}

/** Adds the code of a scheme item. */
export function insertSchemeCode(
  write: WriteHandle,
  code: {
    kind: SchemeItemKind;
    item: { id: string; name: string; definition: string };
    colour: string;
    position: number;
  },
): void {
  write.insert('codes', {
    guid: newGuid(),
    kind: code.kind,
    itemRef: code.item.id,
    parentId: null,
    name: code.item.name,
    definition: code.item.definition,
    colour: code.colour,
    position: code.position,
  });
}

/** Changes name, definition and colour of a code. */
export function updateCode(
  write: WriteHandle,
  { id, name, definition, colour }: { id: number; name: string; definition: string; colour: string },
): void {
  write.run(
    'UPDATE codes SET name = ?, definition = ?, colour = ? WHERE id = ?',
    name,
    definition,
    colour,
    id,
  );
}

/** Deletes a code with its codings, and the excerpts that nothing else rests on. */
export function deleteCode(write: WriteHandle, id: number): void {
  write.run('DELETE FROM codes WHERE id = ?', id);
  deleteUnusedExcerpts(write);
}
