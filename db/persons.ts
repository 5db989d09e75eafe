import { integer, query, type ReadHandle } from './sql.ts';

const columns = { codeId: integer, persons: integer };
/** The turn in which an excerpt begins is found by halving; without that bound every turn before it would be read. */
const select = `SELECT k.code_id AS codeId, count(DISTINCT p.practitioner_id) AS persons
   FROM codings k JOIN excerpts e ON e.id = k.excerpt_id
   JOIN turns t ON t.transcript_id = e.transcript_id AND t.start_offset < e.end_offset AND t.end_offset > e.start_offset
     AND t.start_offset >= coalesce((SELECT max(first.start_offset) FROM turns first
       WHERE first.transcript_id = e.transcript_id AND first.start_offset <= e.start_offset), 0)
   JOIN participants p ON p.id = t.participant_id`;
const personsByCode = query(columns, `${select} GROUP BY k.code_id`);
const personsByCoders = query(
  columns,
  `${select} WHERE k.coder_id IN (SELECT value FROM json_each(?)) GROUP BY k.code_id`,
);

/**
 * Returns for each code how many distinct practitioners' words carry it; unused codes are not in it. With coders,
 * only their codings count.
 */
export function listPersonsByCode(read: ReadHandle, coderIds?: readonly number[]): Map<number, number> {
  const rows = coderIds ? read.all(personsByCoders, JSON.stringify(coderIds)) : read.all(personsByCode);
  return new Map(rows.map(({ codeId, persons }) => [codeId, persons]));
}
