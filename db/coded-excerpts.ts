import type { Status } from './model/coding.ts';
import { integer, query, type ReadHandle, type SqlValue, text } from './sql.ts';

/** Coded passages as tables of codes need them: no quotes, no names, each excerpt once. */

export type CodedExcerpt = {
  id: number;
  transcriptId: number;
  /** UTF-16 units of the transcript, end exclusive. */
  start: number;
  end: number;
  codeIds: number[];
};

/** Which codings count; what is left out does not narrow. */
export type CodedFilter = {
  coderIds?: readonly number[] | undefined;
  statuses?: readonly Status[] | undefined;
  companyIds?: readonly number[] | undefined;
};

/** A code on an excerpt; once for each of its coders. */
export type CodedPassage = { excerptId: number; transcriptId: number; codeId: number };

const listColumns = { transcriptId: integer, excerptIds: text, codeIds: text };

/**
 * Returns each code on each excerpt; what is of one excerpt comes together. Both tables are read by their unique indexes
 * alone unless a status is asked for: the quotes are not touched. A transcript's codings come as two JSON lists in
 * step, for handing over a row costs more than finding it.
 */
export function listCodedPassages(read: ReadHandle, filter: CodedFilter = {}): CodedPassage[] {
  const { where, values } = writeConditions(filter);
  const sql = `SELECT e.transcript_id AS transcriptId, json_group_array(e.id) AS excerptIds,
    json_group_array(k.code_id) AS codeIds ${joined} ${where} GROUP BY e.transcript_id`;
  const passages: CodedPassage[] = [];
  for (const { transcriptId, ...lists } of read.all(query(listColumns, sql), ...values)) {
    const excerptIds: number[] = JSON.parse(lists.excerptIds);
    const codeIds: number[] = JSON.parse(lists.codeIds);
    excerptIds.forEach((excerptId, index) => {
      passages.push({ excerptId, transcriptId, codeId: codeIds[index] ?? 0 });
    });
  }
  return passages;
}

const excerptColumns = { id: integer, transcriptId: integer, start: integer, end: integer, codeId: integer };

/** Returns the coded excerpts by transcript and place in the text, read in the same way. */
export function listCodedExcerpts(read: ReadHandle, filter: CodedFilter = {}): CodedExcerpt[] {
  const { where, values } = writeConditions(filter);
  const sql = `SELECT e.id, e.transcript_id AS transcriptId, e.start_offset AS start, e.end_offset AS end,
    k.code_id AS codeId ${joined} ${where} ${order}`;
  const excerpts: CodedExcerpt[] = [];
  let last: CodedExcerpt | undefined;
  for (const { id, transcriptId, start, end, codeId } of read.all(query(excerptColumns, sql), ...values)) {
    if (last?.id !== id) {
      last = { id, transcriptId, start, end, codeIds: [codeId] };
      excerpts.push(last);
    } else if (!last.codeIds.includes(codeId)) {
      // Two coders may have put the same code on it.
      last.codeIds.push(codeId);
    }
  }
  return excerpts;
}

/** Excerpts come first, as the order wants them, and the codings of each are found by its id. */
const joined = 'FROM excerpts e CROSS JOIN codings k ON k.excerpt_id = e.id';
const order = 'ORDER BY e.transcript_id, e.start_offset, e.end_offset';

function writeConditions(filter: CodedFilter): { where: string; values: SqlValue[] } {
  const conditions: [string, readonly (string | number)[] | undefined][] = [
    ['k.coder_id IN (SELECT value FROM json_each(?))', filter.coderIds],
    ['k.status IN (SELECT value FROM json_each(?))', filter.statuses],
    [
      `e.transcript_id IN (SELECT tr.id FROM transcripts tr JOIN sessions s ON s.id = tr.session_id
        WHERE s.company_id IN (SELECT value FROM json_each(?)))`,
      filter.companyIds,
    ],
  ];
  const wanted = conditions.filter(([, list]) => list !== undefined);
  if (wanted.length === 0) return { where: '', values: [] };
  return {
    where: `WHERE ${wanted.map(([sql]) => sql).join(' AND ')}`,
    values: wanted.map(([, list]) => JSON.stringify(list)),
  };
}

/**
 * Each excerpt looks for its turns. The turn in which it begins is found by halving; without that bound every turn
 * before it would be read.
 */
const speakers = query(
  { excerptId: integer, practitionerId: integer },
  `SELECT DISTINCT e.id AS excerptId, p.practitioner_id AS practitionerId
   FROM excerpts e
   CROSS JOIN turns t ON t.transcript_id = e.transcript_id AND t.start_offset < e.end_offset AND t.end_offset > e.start_offset
     AND t.start_offset >= coalesce((SELECT max(first.start_offset) FROM turns first
       WHERE first.transcript_id = e.transcript_id AND first.start_offset <= e.start_offset), 0)
   JOIN participants p ON p.id = t.participant_id`,
);

/** Returns for each excerpt the practitioners whose words it covers; excerpts of an interviewer alone are not in it. */
export function listSpeakersOfExcerpts(read: ReadHandle): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { excerptId, practitionerId } of read.all(speakers)) {
    const persons = found.get(excerptId);
    if (persons) persons.push(practitionerId);
    else found.set(excerptId, [practitionerId]);
  }
  return found;
}

const turnsOfExcerpts = query(
  { excerptId: integer, first: integer, last: integer },
  `SELECT e.id AS excerptId,
     coalesce((SELECT t.position FROM turns t WHERE t.transcript_id = e.transcript_id
       AND t.start_offset <= e.start_offset ORDER BY t.start_offset DESC LIMIT 1), 0) AS first,
     coalesce((SELECT t.position FROM turns t WHERE t.transcript_id = e.transcript_id
       AND t.start_offset < e.end_offset ORDER BY t.start_offset DESC LIMIT 1), 0) AS last
   FROM excerpts e`,
);

/** Returns for each excerpt the positions of the first and the last turn it covers, an interviewer's turns included. */
export function listTurnsOfExcerpts(read: ReadHandle): Map<number, { first: number; last: number }> {
  return new Map(read.all(turnsOfExcerpts).map(({ excerptId, ...turns }) => [excerptId, turns]));
}
