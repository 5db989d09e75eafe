import { type Counts, listRowsOfCodes, SourceCounter, toSparse } from './analysis/crosstab.ts';
import {
  type CodedFilter,
  type CodedPassage,
  listCodedPassages,
  listSpeakersOfExcerpts,
} from './coded-excerpts.ts';
import { listCrosstabColumns, type PlacedColumn, type PlacedColumns } from './crosstab-columns.ts';
import type { Crosstab, CrosstabCount, CrosstabKind } from './model/crosstab.ts';
import type { ReadHandle } from './sql.ts';
import { listCodes } from './tables/codes.ts';

/** Which table is wanted. */
export type CrosstabChoice = CodedFilter & {
  kind: CrosstabKind;
  counts: CrosstabCount;
  /** Codes in the rows, in this order; undefined means all in the order of the study. */
  codeIds?: readonly number[] | undefined;
  /** Whether a row counts the excerpts of the code's sub-codes too, each once. */
  withSubCodes: boolean;
};

/**
 * Returns a table of codes × transcripts, companies, practitioners, techniques or roles. Totals count each excerpt or
 * practitioner once. An excerpt stands in the column of every practitioner (role) whose words it covers; of an
 * interviewer alone it stands in none of these, and it brings no person anywhere. The rows that SQLite reads are
 * counted in one pass, which gives cells and totals alike; asked of SQLite, each total would be a query that sorts.
 */
export function countCrosstab(read: ReadHandle, choice: CrosstabChoice): Crosstab {
  const codes = listCodes(read);
  const codeIds = choice.codeIds ?? codes.map(({ id }) => id);
  const rowsOf = listRowsOfCodes(codes, codeIds, choice.withSubCodes);
  const needsSpeakers =
    choice.counts === 'persons' || choice.kind === 'practitioner' || choice.kind === 'role';
  const speakers = needsSpeakers ? listSpeakersOfExcerpts(read) : new Map<number, number[]>();
  const passages = listCodedPassages(read, choice);
  const heard = new Set(passages.flatMap(({ excerptId }) => speakers.get(excerptId) ?? nowhere));
  const columns = listCrosstabColumns(read, choice, heard);
  const counter = new SourceCounter(codeIds.length, columns.list.length);
  const countAll = choice.counts === 'excerpts' ? countExcerpts : countPersons;
  countAll(counter, passages, { rowsOf, speakers, ...columns });
  return toCrosstab(codeIds, columns.list, counter.counts);
}

function toCrosstab(
  codeIds: readonly number[],
  columns: readonly PlacedColumn[],
  { cells, rows, columns: columnTotals, total }: Counts,
): Crosstab {
  return {
    columns: columns.map((column, index) => ({ ...column, total: columnTotals[index] ?? 0 })),
    rows: codeIds.map((codeId, row) => ({
      codeId,
      total: rows[row] ?? 0,
      ...toSparse(cells, row, columns.length),
    })),
    total,
  };
}

type Places = PlacedColumns & {
  rowsOf: ReadonlyMap<number, readonly number[]>;
  speakers: ReadonlyMap<number, readonly number[]>;
};

const nowhere: readonly number[] = [];

function countExcerpts(counter: SourceCounter, passages: readonly CodedPassage[], places: Places): void {
  const { rowsOf, speakers, columnsOfTranscript, columnsOfPerson } = places;
  const columnsOf = columnsOfPerson
    ? ({ excerptId }: CodedPassage) =>
        (speakers.get(excerptId) ?? nowhere).flatMap((person) => columnsOfPerson.get(person) ?? nowhere)
    : ({ transcriptId }: CodedPassage) => columnsOfTranscript.get(transcriptId) ?? nowhere;
  for (const passage of passages)
    counter.touch(passage.excerptId, rowsOf.get(passage.codeId) ?? nowhere, columnsOf(passage));
}

/** The touches of one practitioner are gathered from all excerpts, so that everything counts a person once. */
function countPersons(counter: SourceCounter, passages: readonly CodedPassage[], places: Places): void {
  const { rowsOf, speakers, columnsOfTranscript, columnsOfPerson } = places;
  const saidBy = new Map<number, CodedPassage[]>();
  for (const passage of passages) {
    for (const person of speakers.get(passage.excerptId) ?? nowhere) {
      const said = saidBy.get(person);
      if (said) said.push(passage);
      else saidBy.set(person, [passage]);
    }
  }
  for (const [person, said] of saidBy) {
    for (const { codeId, transcriptId } of said) {
      const columns = columnsOfPerson ? columnsOfPerson.get(person) : columnsOfTranscript.get(transcriptId);
      counter.touch(person, rowsOf.get(codeId) ?? nowhere, columns ?? nowhere);
    }
  }
}
