import { integer, query, type ReadHandle } from './sql.ts';

/**
 * Goes through the index of excerpts in its order and from there to turns and codings (`CROSS JOIN` holds SQLite to that
 * order), so that quotes and most of a turn are never read. The turn in which an excerpt begins is found by halving;
 * without that bound every turn before it would be read.
 */
const personsByCode = query(
  { codeId: integer, persons: integer },
  `SELECT k.code_id AS codeId, count(DISTINCT p.practitioner_id) AS persons
   FROM excerpts e
   CROSS JOIN turns t ON t.transcript_id = e.transcript_id AND t.start_offset < e.end_offset AND t.end_offset > e.start_offset
     AND t.start_offset >= coalesce((SELECT max(first.start_offset) FROM turns first
       WHERE first.transcript_id = e.transcript_id AND first.start_offset <= e.start_offset), 0)
   CROSS JOIN participants p ON p.id = t.participant_id
   CROSS JOIN codings k ON k.excerpt_id = e.id
   GROUP BY k.code_id`,
);

/** Returns for each code how many distinct practitioners' words carry it; unused codes are not in it. */
export function listPersonsByCode(read: ReadHandle): Map<number, number> {
  return new Map(read.all(personsByCode).map(({ codeId, persons }) => [codeId, persons]));
}
