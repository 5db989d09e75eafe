import type { Passage } from './analysis/retrieval.ts';
import { type Status, statuses } from './model/coding.ts';
import type { RetrievalFilter } from './model/retrieval.ts';
import { fold } from './model/search/folding.ts';
import { toPartPattern } from './model/search/part-pattern.ts';
import { integer, oneOf, query, type ReadHandle, type SqlValue, text } from './sql.ts';

/** What retrieval reads of a coding before its turns are known; without its words, which only the page that is seen needs. */
export type FoundCoding = Omit<Passage, 'firstTurn' | 'lastTurn'> & {
  excerptId: number;
  coderId: number;
  status: Status;
};

const columns = {
  id: integer,
  excerptId: integer,
  transcriptId: integer,
  start: integer,
  end: integer,
  codeId: integer,
  coderId: integer,
  status: oneOf(statuses),
};
const list = `k.id, k.excerpt_id AS excerptId, e.transcript_id AS transcriptId, e.start_offset AS start,
  e.end_offset AS end, k.code_id AS codeId, k.coder_id AS coderId, k.status`;
const tables = 'FROM codings k JOIN excerpts e ON e.id = k.excerpt_id';

/** Conditions in SQL with the values of their places. */
type Condition = [sql: string, value: SqlValue];

/** A list as one value, so that one prepared statement serves lists of every length. */
function among(column: string, values: readonly (string | number)[] | undefined): Condition[] {
  if (values === undefined) return [];
  return [[`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(values)]];
}

/** What a filter means in ids; a part that is absent admits all. */
export type FilterIds = {
  codeIds: readonly number[] | undefined;
  participantIds: ReadonlySet<number> | undefined;
  shownCoderIds: readonly number[] | undefined;
};

/**
 * Returns the codings that fit the filter, except that of the persons who speak only their transcripts are taken into
 * account: whose words a passage holds is known from its turns alone.
 */
export function listFiltered(
  read: ReadHandle,
  filter: RetrievalFilter,
  { codeIds, participantIds, shownCoderIds }: FilterIds,
): FoundCoding[] {
  const conditions = [
    ...among('k.code_id', codeIds),
    ...among('k.coder_id', filter.coderIds),
    ...among('k.coder_id', shownCoderIds),
    ...among('k.status', filter.statuses),
    ...among('k.evidence', filter.evidence),
    ...among('k.excerpt_id', filter.excerptIds),
    ...among('e.transcript_id', filter.transcriptIds),
    ...listSpeakerConditions(participantIds),
    ...listSessionConditions(filter),
  ];
  const says = toWordsTest(filter.words ?? '');
  if (says === undefined) return select(read, conditions);
  const rows = read.all(
    query({ ...columns, quote: text }, `SELECT ${list}, e.quote ${tables} ${writeWhere(conditions)}`),
    ...toValues(conditions),
  );
  return rows.filter(({ quote }) => says(quote));
}

/** Returns whether a quote says the words, as a search for a part of a text finds them; undefined when there are none. */
function toWordsTest(words: string): ((quote: string) => boolean) | undefined {
  if (fold(words).trim() === '') return undefined;
  const pattern = toPartPattern(words, false);
  return (quote) => quote.search(pattern) !== -1;
}

/** Returns the codings that a condition may speak of: of these codes (all when undefined) in these transcripts. */
export function listNeighbours(
  read: ReadHandle,
  transcriptIds: readonly number[],
  codeIds: readonly number[] | undefined,
  shownCoderIds: readonly number[] | undefined,
): FoundCoding[] {
  return select(read, [
    ...among('k.code_id', codeIds),
    ...among('k.coder_id', shownCoderIds),
    ...among('e.transcript_id', transcriptIds),
  ]);
}

function select(read: ReadHandle, conditions: readonly Condition[]): FoundCoding[] {
  return read.all(
    query(columns, `SELECT ${list} ${tables} ${writeWhere(conditions)}`),
    ...toValues(conditions),
  );
}

const writeWhere = (conditions: readonly Condition[]) =>
  conditions.length === 0 ? '' : `WHERE ${conditions.map(([sql]) => sql).join(' AND ')}`;
const toValues = (conditions: readonly Condition[]) => conditions.map(([, value]) => value);

function listSpeakerConditions(participantIds: ReadonlySet<number> | undefined): Condition[] {
  const spoken =
    'e.transcript_id IN (SELECT transcript_id FROM turns WHERE participant_id IN (SELECT value FROM json_each(?)))';
  return participantIds === undefined ? [] : [[spoken, JSON.stringify([...participantIds])]];
}

/** Company, technique and date are a session's: the transcripts that fit are found first, for there are few. */
function listSessionConditions({ companyIds, techniques, from, to }: RetrievalFilter): Condition[] {
  const conditions: Condition[] = [
    ...among('s.company_id', companyIds),
    ...among('te.letter', techniques),
    ...(from === undefined ? [] : [['s.date >= ?', from] satisfies Condition]),
    ...(to === undefined ? [] : [['s.date <= ?', to] satisfies Condition]),
  ];
  return conditions.map(([sql, value]) => [
    `e.transcript_id IN (SELECT tr.id FROM transcripts tr JOIN sessions s ON s.id = tr.session_id
       JOIN techniques te ON te.id = s.technique_id WHERE ${sql})`,
    value,
  ]);
}
