import { countSources, listRowsOfCodes, type Touch, toSparse } from './analysis/crosstab.ts';
import {
  type CodedExcerpt,
  type CodedFilter,
  listCodedExcerpts,
  listSpeakersOfExcerpts,
} from './coded-excerpts.ts';
import { listCrosstabColumns, type PlacedColumn } from './crosstab-columns.ts';
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
  const excerpts = listCodedExcerpts(read, choice);
  const needsSpeakers =
    choice.counts === 'persons' || choice.kind === 'practitioner' || choice.kind === 'role';
  const speakers = needsSpeakers ? listSpeakersOfExcerpts(read) : new Map<number, number[]>();
  const columns = listCrosstabColumns(read, choice, new Set([...speakers.values()].flat()));
  const places = { rowsOf, speakers, ...columns };
  const sources =
    choice.counts === 'excerpts' ? touchByExcerpt(excerpts, places) : touchByPerson(excerpts, places);
  const {
    cells,
    rows,
    columns: columnTotals,
    total,
  } = countSources(sources, codeIds.length, columns.list.length);
  return {
    columns: columns.list.map((column, index) => ({ ...column, total: columnTotals[index] ?? 0 })),
    rows: codeIds.map((codeId, row) => ({
      codeId,
      total: rows[row] ?? 0,
      ...toSparse(cells, row, columns.list.length),
    })),
    total,
  };
}

type Places = {
  rowsOf: ReadonlyMap<number, readonly number[]>;
  speakers: ReadonlyMap<number, readonly number[]>;
  /** Where an excerpt stands, as far as its transcript tells. */
  columnsOfTranscript: ReadonlyMap<number, readonly number[]>;
  /** Where a practitioner stands; undefined in tables whose columns are told by the transcript. */
  columnsOfPerson: ReadonlyMap<number, readonly number[]> | undefined;
  list: readonly PlacedColumn[];
};

const nowhere: readonly number[] = [];

function* touchByExcerpt(excerpts: readonly CodedExcerpt[], places: Places): Generator<Touch[]> {
  const { rowsOf, speakers, columnsOfTranscript, columnsOfPerson } = places;
  for (const { id, transcriptId, codeIds } of excerpts) {
    const columns = columnsOfPerson
      ? (speakers.get(id) ?? nowhere).flatMap((person) => columnsOfPerson.get(person) ?? nowhere)
      : (columnsOfTranscript.get(transcriptId) ?? nowhere);
    yield codeIds.map((codeId) => ({ rows: rowsOf.get(codeId) ?? nowhere, columns }));
  }
}

/** The touches of one practitioner are gathered from all excerpts, so that everything counts a person once. */
function touchByPerson(excerpts: readonly CodedExcerpt[], places: Places): Iterable<Touch[]> {
  const { rowsOf, speakers, columnsOfTranscript, columnsOfPerson } = places;
  const touches = new Map<number, Touch[]>();
  for (const { id, transcriptId, codeIds } of excerpts) {
    for (const person of speakers.get(id) ?? nowhere) {
      const columns =
        (columnsOfPerson ? columnsOfPerson.get(person) : columnsOfTranscript.get(transcriptId)) ?? nowhere;
      const ofPerson = touches.get(person) ?? [];
      touches.set(person, ofPerson);
      for (const codeId of codeIds) ofPerson.push({ rows: rowsOf.get(codeId) ?? nowhere, columns });
    }
  }
  return touches.values();
}
