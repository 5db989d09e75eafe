import { integer, query, type ReadHandle } from './sql.ts';

/** Whose words carry which codes. Counted once, and then anew only for the transcripts in which something changed. */

/**
 * Goes through the index of excerpts in its order and from there to turns and codings (`CROSS JOIN` holds SQLite to that
 * order), so that quotes and most of a turn are never read. The turn in which an excerpt begins is found by halving;
 * without that bound every turn before it would be read.
 */
const pairs = (where: string) =>
  query(
    { transcriptId: integer, codeId: integer, practitionerId: integer },
    `SELECT e.transcript_id AS transcriptId, k.code_id AS codeId, p.practitioner_id AS practitionerId
     FROM excerpts e
     CROSS JOIN turns t ON t.transcript_id = e.transcript_id AND t.start_offset < e.end_offset AND t.end_offset > e.start_offset
       AND t.start_offset >= coalesce((SELECT max(first.start_offset) FROM turns first
         WHERE first.transcript_id = e.transcript_id AND first.start_offset <= e.start_offset), 0)
     CROSS JOIN participants p ON p.id = t.participant_id
     CROSS JOIN codings k ON k.excerpt_id = e.id ${where}`,
  );
const allPairs = pairs('');
const pairsOfTranscript = pairs('WHERE e.transcript_id = ?');

const personsOfCoders = query(
  { codeId: integer, persons: integer },
  `SELECT k.code_id AS codeId, count(DISTINCT p.practitioner_id) AS persons
   FROM codings k JOIN excerpts e ON e.id = k.excerpt_id
   JOIN turns t ON t.transcript_id = e.transcript_id AND t.start_offset < e.end_offset AND t.end_offset > e.start_offset
     AND t.start_offset >= coalesce((SELECT max(first.start_offset) FROM turns first
       WHERE first.transcript_id = e.transcript_id AND first.start_offset <= e.start_offset), 0)
   JOIN participants p ON p.id = t.participant_id
   WHERE k.coder_id IN (SELECT value FROM json_each(?)) GROUP BY k.code_id`,
);

/** The notes of `persons-triggers.ts`; a connection that only reads has none. */
const hasNotes = query(
  { count: integer },
  "SELECT count(*) AS count FROM temp.sqlite_schema WHERE name = 'spoken_changes'",
);
const notes = query(
  { transcriptId: integer, moment: integer },
  'SELECT transcript_id AS transcriptId, moment FROM temp.spoken_changes',
);
/** Differs after another program has written to the file. */
const dataVersion = query({ version: integer }, 'SELECT data_version AS version FROM pragma_data_version');

type Pair = { codeId: number; practitionerId: number };
type Counted = {
  version: number;
  moments: Map<number, number>;
  ofTranscript: Map<number, Pair[]>;
  /** For each code, how often each practitioner's words carry it. */
  ofCode: Map<number, Map<number, number>>;
};

const known = new WeakMap<ReadHandle, Counted>();

/** With more changed transcripts than this, counting everything is faster. */
const fewTranscripts = 200;

/**
 * Returns for each code how many distinct practitioners' words carry it; unused codes are not in it. With coders,
 * only their codings count; that is not remembered.
 */
export function listPersonsByCode(read: ReadHandle, coderIds?: readonly number[]): Map<number, number> {
  if (coderIds) {
    const rows = read.all(personsOfCoders, JSON.stringify(coderIds));
    return new Map(rows.map(({ codeId, persons }) => [codeId, persons]));
  }
  const { ofCode } = isRemembering(read) ? refresh(read) : countAll(read);
  const used = [...ofCode].filter(([, persons]) => persons.size > 0);
  return new Map(used.map(([codeId, persons]) => [codeId, persons.size]));
}

/** Within a step nothing is remembered: it may be rolled back. */
const isRemembering = (read: ReadHandle) => !read.isInTransaction && read.get(hasNotes).count > 0;

function refresh(read: ReadHandle): Counted {
  const { version } = read.get(dataVersion);
  const moments = new Map(read.all(notes).map(({ transcriptId, moment }) => [transcriptId, moment]));
  const counted = known.get(read);
  const changed = [...moments].filter(([id, moment]) => counted?.moments.get(id) !== moment);
  const isFew = changed.length <= fewTranscripts && changed.every(([id]) => id !== 0);
  if (!counted || counted.version !== version || !isFew) {
    const anew = { ...countAll(read), version, moments };
    known.set(read, anew);
    return anew;
  }
  for (const [id] of changed) replace(counted, id, read.all(pairsOfTranscript, id));
  counted.moments = moments;
  return counted;
}

function countAll(read: ReadHandle): Counted {
  const counted: Counted = { version: 0, moments: new Map(), ofTranscript: new Map(), ofCode: new Map() };
  for (const { transcriptId, ...pair } of read.all(allPairs)) {
    const list = counted.ofTranscript.get(transcriptId);
    if (list) list.push(pair);
    else counted.ofTranscript.set(transcriptId, [pair]);
    add(counted, pair, 1);
  }
  return counted;
}

function replace(counted: Counted, transcriptId: number, now: Pair[]): void {
  for (const pair of counted.ofTranscript.get(transcriptId) ?? []) add(counted, pair, -1);
  for (const pair of now) add(counted, pair, 1);
  counted.ofTranscript.set(transcriptId, now);
}

function add({ ofCode }: Counted, { codeId, practitionerId }: Pair, by: 1 | -1): void {
  const persons = ofCode.get(codeId) ?? new Map<number, number>();
  ofCode.set(codeId, persons);
  const times = (persons.get(practitionerId) ?? 0) + by;
  if (times === 0) persons.delete(practitionerId);
  else persons.set(practitionerId, times);
}
