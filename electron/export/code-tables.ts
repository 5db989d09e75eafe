import {
  type Sheet,
  toCoOccurrenceSheet,
  toCrosstabSheet,
  toFrameworkSheet,
} from '../../db/analysis/code-sheets.ts';
import { arrangeCoOccurrence, arrangeCrosstab } from '../../db/analysis/crosstab-view.ts';
import { type CoOccurrenceChoice, countCoOccurrence } from '../../db/co-occurrence.ts';
import { type CrosstabChoice, countCrosstab } from '../../db/crosstab.ts';
import { listFrameworkCells } from '../../db/framework.ts';
import type { CrosstabView } from '../../db/model/crosstab.ts';
import type { ReadHandle } from '../../db/sql.ts';
import { listCodes } from '../../db/tables/codes.ts';
import { listCompanies } from '../../db/tables/companies.ts';
import { listSummaries } from '../../db/tables/summaries.ts';
import { writeWholeFile } from './atomic-file.ts';
import { forSpreadsheets, writeCsvRows } from './csv.ts';
import { writeXlsx } from './xlsx.ts';

/** A table of codes as it is shown: which codings count, and how they are laid out. */
export type CodeTable =
  | { table: 'codes'; choice: CrosstabChoice; view: CrosstabView }
  | {
      table: 'co-occurrence';
      choice: CoOccurrenceChoice;
      shows: 'count' | 'coefficient';
      hidesEmpty: boolean;
    }
  | {
      table: 'framework';
      choice: { codeIds?: readonly number[] | undefined; coderIds?: readonly number[] | undefined };
    };

/** Returns the cells of a table of codes. */
export function buildCodeSheet(read: ReadHandle, wish: CodeTable): Sheet {
  const codes = listCodes(read);
  if (wish.table === 'codes') {
    const shown = arrangeCrosstab(countCrosstab(read, wish.choice), codes, wish.view);
    return toCrosstabSheet(shown, wish.choice.counts, wish.view.share);
  }
  if (wish.table === 'co-occurrence') {
    const shown = arrangeCoOccurrence(countCoOccurrence(read, wish.choice), codes, wish.hidesEmpty);
    return toCoOccurrenceSheet(shown, wish.shows);
  }
  const { codeIds, coderIds } = wish.choice;
  const codeOf = new Map(codes.map((code) => [code.id, code]));
  return toFrameworkSheet({
    companies: listCompanies(read),
    codes: codeIds ? codeIds.flatMap((id) => codeOf.get(id) ?? []) : codes,
    cells: listFrameworkCells(read, wish.choice),
    summaries: listSummaries(read).filter(
      ({ coderId }) => coderIds === undefined || coderId === null || coderIds.includes(coderId),
    ),
  });
}

const sheetNames = {
  codes: 'Codes',
  'co-occurrence': 'Co-occurrence',
  framework: 'Framework matrix',
} as const satisfies Record<CodeTable['table'], string>;

/** Writes a table of codes to a file: CSV that Excel reads as UTF-8, or Excel. Throws with a sentence when it cannot. */
export async function writeCodeTable(
  read: ReadHandle,
  wish: CodeTable,
  { path, format }: { path: string; format: 'csv' | 'xlsx' },
): Promise<void> {
  const { head, rows } = buildCodeSheet(read, wish);
  await writeWholeFile(
    path,
    format === 'csv'
      ? forSpreadsheets(writeCsvRows(head, rows))
      : await writeXlsx({ name: sheetNames[wish.table], head, rows }),
  );
}
