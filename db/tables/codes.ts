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
  whenToUse: text,
  whenNotToUse: text,
  anchorExample: text,
  anchorExcerptId: nullable(integer),
  colour: text,
  position: integer,
};
export type CodeRow = RowOf<typeof columns>;

/** Thrown with a sentence for people when a change of the codes makes no sense or would take from the scheme. */
export class CodeError extends Error {}

const list = columnList(columns);
const allCodes = query(columns, `SELECT ${list} FROM codes ORDER BY kind = 'open', position, id`);
const byId = query(columns, `SELECT ${list} FROM codes WHERE id = ?`);
const byItem = query(columns, `SELECT ${list} FROM codes WHERE item_ref = ?`);
const openByName = query(
  columns,
  `SELECT ${list} FROM codes WHERE kind = 'open' AND name = ? COLLATE NOCASE`,
);
const openCount = query(
  { count: integer, position: integer },
  `SELECT count(*) AS count, coalesce(max(position), -1) + 1 AS position FROM codes WHERE kind = 'open'`,
);
const usageColumns = { codeId: integer, codings: integer, excerpts: integer, transcripts: integer };
/** From the index of excerpts to that of codings, in the order of both: several times as fast as the other way round. */
const selectUsage = `SELECT k.code_id AS codeId, count(*) AS codings, count(DISTINCT k.excerpt_id) AS excerpts,
     count(DISTINCT e.transcript_id) AS transcripts
   FROM excerpts e CROSS JOIN codings k ON k.excerpt_id = e.id`;
const usage = query(usageColumns, `${selectUsage} GROUP BY k.code_id`);
const usageByCoders = query(
  usageColumns,
  `${selectUsage} WHERE k.coder_id IN (SELECT value FROM json_each(?)) GROUP BY k.code_id`,
);

/** Returns the scheme items in the scheme's order, then the open codes, siblings in the order they were put in. */
export function listCodes(read: ReadHandle): CodeRow[] {
  return read.all(allCodes);
}

export type CodeUsage = RowOf<typeof usageColumns>;

/**
 * Returns how many codings, excerpts and transcripts each code has; codes that are never used are not among them.
 * With coders, only their codings count.
 */
export function listCodeUsage(read: ReadHandle, coderIds?: readonly number[]): CodeUsage[] {
  return coderIds ? read.all(usageByCoders, JSON.stringify(coderIds)) : read.all(usage);
}

/** Returns the code with this id, or undefined. */
export function findCode(read: ReadHandle, id: number): CodeRow | undefined {
  return read.find(byId, id);
}

/** Returns the code with this id. Throws when there is none, for instance after somebody undid it. */
export function getCode(read: ReadHandle, id: number): CodeRow {
  const code = findCode(read, id);
  if (!code) throw new CodeError('This code does not exist any more.');
  return code;
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
  const { count, position } = write.get(openCount);
  return write.insert('codes', {
    guid: newGuid(),
    kind: 'open',
    itemRef: null,
    parentId,
    name,
    definition,
    colour: openCodeColour(count),
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

export type CodeChange = {
  name?: string | undefined;
  definition?: string | undefined;
  whenToUse?: string | undefined;
  whenNotToUse?: string | undefined;
  anchorExample?: string | undefined;
  colour?: string | undefined;
};

/**
 * Changes what is given of a code and leaves the rest. Name, definition and colour of a scheme item are the scheme's:
 * changing them throws a sentence.
 */
export function updateCode(write: WriteHandle, id: number, change: CodeChange): void {
  const former = getCode(write, id);
  const code = {
    name: change.name ?? former.name,
    definition: change.definition ?? former.definition,
    whenToUse: change.whenToUse ?? former.whenToUse,
    whenNotToUse: change.whenNotToUse ?? former.whenNotToUse,
    anchorExample: change.anchorExample ?? former.anchorExample,
    colour: change.colour ?? former.colour,
  };
  const { name, definition, whenToUse, whenNotToUse, anchorExample, colour } = code;
  const isSchemeText = name !== former.name || definition !== former.definition || colour !== former.colour;
  if (former.kind !== 'open' && isSchemeText) {
    throw new CodeError(
      'Name, definition and colour of this item are those of the scheme and stay as they are.',
    );
  }
  write.run(
    `UPDATE codes SET name = ?, definition = ?, when_to_use = ?, when_not_to_use = ?, anchor_example = ?, colour = ?
     WHERE id = ?`,
    name,
    definition,
    whenToUse,
    whenNotToUse,
    anchorExample,
    colour,
    id,
  );
}

/** Puts a code beneath another one (null: at the top), at a position among its siblings. Asks nothing: `db/code-changes.ts` does. */
export function placeCode(write: WriteHandle, id: number, parentId: number | null, position: number): void {
  write.run('UPDATE codes SET parent_id = ?, position = ? WHERE id = ?', parentId, position, id);
}

/** Deletes a code with its codings and all codes beneath it, and the excerpts that nothing else rests on. */
export function deleteCode(write: WriteHandle, id: number): void {
  write.run('DELETE FROM codes WHERE id = ?', id);
  deleteUnusedExcerpts(write);
}
