import { countPairs, countPersonsOfPairs, listPairedIds, type Stretch } from './analysis/co-occurrence.ts';
import { listRowsOfCodes, toSparse } from './analysis/crosstab.ts';
import {
  type CodedFilter,
  listCodedExcerpts,
  listSpeakersOfExcerpts,
  listTurnsOfExcerpts,
} from './coded-excerpts.ts';
import type { CoOccurrence, CrosstabCount } from './model/crosstab.ts';
import type { ReadHandle } from './sql.ts';
import { listCodes } from './tables/codes.ts';

export type CoOccurrenceChoice = CodedFilter & {
  counts: CrosstabCount;
  /** Codes in rows and columns, in this order; undefined means all in the order of the study. */
  codeIds?: readonly number[] | undefined;
  /** Whether a code stands for its sub-codes too. */
  withSubCodes: boolean;
  /** null: excerpts meet when they share a code unit. A number: when at most so many turns part them; 0 is the same turn. */
  nearTurns: number | null;
};

/** Returns how often every two codes occur together; the formulas stand in `analysis/co-occurrence.ts`. */
export function countCoOccurrence(read: ReadHandle, choice: CoOccurrenceChoice): CoOccurrence {
  const codeIds = choice.codeIds ?? listCodes(read).map(({ id }) => id);
  const stretches = listStretches(read, choice, codeIds);
  const count = choice.counts === 'persons' ? countPersonsOfPairs : countPairs;
  const { counts, coefficients } = count(stretches, codeIds.length);
  return {
    rows: codeIds.map((codeId, row) => {
      const sparse = toSparse(counts, row, codeIds.length);
      return {
        codeId,
        total: counts[row * codeIds.length + row] ?? 0,
        ...sparse,
        coefficients: sparse.at.map((column) => coefficients[row * codeIds.length + column] ?? 0),
      };
    }),
  };
}

/** Returns the excerpts behind the cell of two codes, and how many pairs they form. */
export function findPairedExcerpts(
  read: ReadHandle,
  choice: CoOccurrenceChoice,
  [left, right]: readonly [number, number],
): { excerptIds: number[]; pairs: number } {
  const stretches = listStretches(read, choice, [left, right]);
  const { ids, pairs } = listPairedIds(stretches, [0, 1], choice.counts === 'persons');
  return { excerptIds: ids, pairs };
}

/** Excerpts that count in no row are left out: they would be compared for nothing. */
function listStretches(read: ReadHandle, choice: CoOccurrenceChoice, codeIds: readonly number[]): Stretch[] {
  const rowsOf = listRowsOfCodes(listCodes(read), codeIds, choice.withSubCodes);
  const speakers = choice.counts === 'persons' ? listSpeakersOfExcerpts(read) : undefined;
  const turns = choice.nearTurns === null ? undefined : listTurnsOfExcerpts(read);
  const stretches: Stretch[] = [];
  for (const { id, transcriptId, start, end, codeIds: coded } of listCodedExcerpts(read, choice)) {
    const rows = joinRows(coded, rowsOf);
    if (rows.length === 0) continue;
    const { first, last } = turns?.get(id) ?? { first: start, last: end - 1 };
    const to = last + 1 + (choice.nearTurns ?? 0);
    stretches.push({ id, transcriptId, from: first, to, rows, persons: speakers?.get(id) ?? [] });
  }
  return stretches;
}

function joinRows(
  codeIds: readonly number[],
  rowsOf: ReadonlyMap<number, readonly number[]>,
): readonly number[] {
  const [first = 0] = codeIds;
  if (codeIds.length === 1) return rowsOf.get(first) ?? [];
  return [...new Set(codeIds.flatMap((codeId) => rowsOf.get(codeId) ?? []))];
}
