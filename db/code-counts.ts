import { listAllAncestors } from './model/code-tree.ts';
import { integer, query, type ReadHandle } from './sql.ts';
import { listCodes } from './tables/codes.ts';

/** Counts of codes that cannot be added up from those of single codes, because a person or a transcript counts once. */

const codings = query(
  { codeId: integer, excerptId: integer, transcriptId: integer },
  `SELECT k.code_id AS codeId, k.excerpt_id AS excerptId, e.transcript_id AS transcriptId
   FROM codings k JOIN excerpts e ON e.id = k.excerpt_id
   WHERE ? IS NULL OR k.coder_id IN (SELECT value FROM json_each(?))`,
);
/** As in persons.ts: the turn in which an excerpt begins is found by halving. */
const persons = query(
  { codeId: integer, practitionerId: integer },
  `SELECT DISTINCT k.code_id AS codeId, p.practitioner_id AS practitionerId
   FROM codings k JOIN excerpts e ON e.id = k.excerpt_id
   JOIN turns t ON t.transcript_id = e.transcript_id AND t.start_offset < e.end_offset AND t.end_offset > e.start_offset
     AND t.start_offset >= coalesce((SELECT max(first.start_offset) FROM turns first
       WHERE first.transcript_id = e.transcript_id AND first.start_offset <= e.start_offset), 0)
   JOIN participants p ON p.id = t.participant_id
   WHERE ? IS NULL OR k.coder_id IN (SELECT value FROM json_each(?))`,
);

export type CodeCounts = {
  codings: number;
  excerpts: number;
  transcripts: number;
  persons: number;
};

/** What is counted: the work of these coders (undefined: of all), each code alone or with all beneath it. */
export type CountWish = { coderIds?: readonly number[] | undefined; withSubcodes: boolean };

/**
 * Returns the counts of codes and of groups of codes, each with distinct excerpts, transcripts and practitioners. `groupsOf`
 * names the groups (pipelines, stages) of a code by its id; with sub-codes, what stands beneath a code counts in its groups.
 * What is never used is not among them.
 */
export function countCodes(
  read: ReadHandle,
  { coderIds, withSubcodes }: CountWish,
  groupsOf: (codeId: number) => readonly string[],
): { codes: Map<number, CodeCounts>; groups: Map<string, CodeCounts> } {
  const above = withSubcodes ? listAllAncestors(listCodes(read)) : new Map<number, { id: number }[]>();
  const codes = new Map<number, Tally>();
  const groups = new Map<string, Tally>();
  const talliesOf = memoize((codeId: number) => {
    const ids = [codeId, ...(above.get(codeId) ?? []).map(({ id }) => id)];
    const names = new Set(ids.flatMap(groupsOf));
    return [...ids.map((id) => ensure(codes, id)), ...[...names].map((name) => ensure(groups, name))];
  });
  const wanted = coderIds === undefined ? null : JSON.stringify(coderIds);
  for (const { codeId, excerptId, transcriptId } of read.all(codings, wanted, wanted)) {
    for (const tally of talliesOf(codeId)) {
      tally.codings++;
      tally.excerpts.add(excerptId);
      tally.transcripts.add(transcriptId);
    }
  }
  for (const { codeId, practitionerId } of read.all(persons, wanted, wanted)) {
    for (const tally of talliesOf(codeId)) tally.persons.add(practitionerId);
  }
  return { codes: toCounts(codes), groups: toCounts(groups) };
}

type Tally = { codings: number; excerpts: Set<number>; transcripts: Set<number>; persons: Set<number> };

function ensure<K>(tallies: Map<K, Tally>, key: K): Tally {
  const known = tallies.get(key);
  if (known) return known;
  const tally = {
    codings: 0,
    excerpts: new Set<number>(),
    transcripts: new Set<number>(),
    persons: new Set<number>(),
  };
  tallies.set(key, tally);
  return tally;
}

function memoize<T>(find: (id: number) => T): (id: number) => T {
  const known = new Map<number, T>();
  return (id) => {
    const found = known.get(id) ?? find(id);
    known.set(id, found);
    return found;
  };
}

const toCounts = <K>(tallies: ReadonlyMap<K, Tally>) =>
  new Map(
    [...tallies].map(([key, { codings, excerpts, transcripts, persons }]): [K, CodeCounts] => [
      key,
      { codings, excerpts: excerpts.size, transcripts: transcripts.size, persons: persons.size },
    ]),
  );
