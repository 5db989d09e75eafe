import type { ReadHandle } from '../../../db/sql.ts';
import { listAttributes } from '../../../db/tables/attributes.ts';
import { listTechniques } from '../../../db/tables/techniques.ts';
import { newAttributePrefix, type PeopleTable, type TableLook } from '../../ipc/contract/tables.ts';
import { ImportFileError } from '../import-file-error.ts';
import { type Cells, isFilled, type SheetTest } from './cells.ts';
import { cellOf, type Table, type TableRow } from './csv-table.ts';
import { countKnownHeads, findHeadRow, listFields, proposeFields, type StudyWords } from './fields.ts';

/**
 * How the researcher sees a table: whether a row names the columns (null: found out), what each column holds, and
 * whether an empty cell of the company repeats the one above, as where cells were merged.
 */
export type Mapping = {
  hasHeads: boolean | null;
  fields: readonly (string | null)[];
  repeatsCompany?: boolean;
};

const sampleRows = 8;

/** Returns what is in a table: its columns, some rows, and which field each column seems to hold. */
export function lookAtTable(
  read: ReadHandle,
  table: PeopleTable,
  cells: Cells,
  hasHeads: boolean | null,
): TableLook {
  const words = readWords(read);
  const { headRow, heads, body } = divide(table, cells, words, hasHeads);
  const proposed = proposeFields(table, heads, body, words);
  const columns = proposed.map((_, at) => heads?.[at]?.trim() || `Column ${toLetters(at)}`);
  const filled = body.filter(isFilled);
  return {
    fileName: cells.fileName,
    sheets: cells.sheets,
    sheet: cells.sheet,
    hasHeads: headRow !== null,
    columns,
    sample: filled.slice(0, sampleRows).map((row) => columns.map((_, at) => row[at] ?? '')),
    rows: filled.length,
    gaps: columns.map((_, at) => hasGap(filled, at)),
    fields: listFields(table, words),
    proposed,
  };
}

/**
 * Returns the rows of a table by the fields that its columns hold; each field comes from one column. Throws an
 * ImportFileError when a field is there twice, or is none (any more), such as an attribute that was deleted meanwhile.
 */
export function mapTable(
  read: ReadHandle,
  table: PeopleTable,
  cells: Cells,
  { hasHeads, fields, repeatsCompany = false }: Mapping,
): Table {
  const words = readWords(read);
  const { headRow, heads, body } = divide(table, cells, words, hasHeads);
  assertOnce(cells.fileName, fields);
  assertKnown(cells.fileName, fields, new Set(listFields(table, words).map(({ field }) => field)));
  const first = headRow === null ? 0 : headRow + 1;
  // Who writes a table by hand forgets quotes around a comma; an Excel file may have notes beside the table.
  const width = heads && cells.delimiter !== null ? heads.length : Number.POSITIVE_INFINITY;
  const rows = body.flatMap((row, at): TableRow[] => {
    if (!isFilled(row)) return [];
    const number = first + at + 1;
    const mapped = { number, cells: toFields(row, fields) };
    return [row.length > width ? { ...mapped, problem: sayTooLong(row.length, width, cells) } : mapped];
  });
  const columns = fields.filter((field) => field !== null);
  return { fileName: cells.fileName, columns, rows: repeatsCompany ? repeatCompany(rows) : rows };
}

/** Returns the mapping that the heads of a table propose, for a table that nobody is asked about. */
export function proposeMapping(read: ReadHandle, table: PeopleTable, cells: Cells): Mapping {
  const words = readWords(read);
  const { headRow, heads, body } = divide(table, cells, words, null);
  return { hasHeads: headRow !== null, fields: proposeFields(table, heads, body, words) };
}

/** Returns what tells the sheet of a workbook that is a table of this kind. */
export function suitsTable(read: ReadHandle, table: PeopleTable): SheetTest {
  const words = readWords(read);
  return (rows) => countKnownHeads(table, rows, words);
}

function readWords(read: ReadHandle): StudyWords {
  return { techniques: listTechniques(read), attributes: listAttributes(read) };
}

function divide(table: PeopleTable, { rows }: Cells, words: StudyWords, hasHeads: boolean | null) {
  const headRow =
    hasHeads === false
      ? null
      : (findHeadRow(table, rows, words) ?? (hasHeads ? rows.findIndex(isFilled) : null));
  return {
    headRow,
    heads: headRow === null ? null : readHeads(rows, headRow),
    body: headRow === null ? rows : rows.slice(headRow + 1),
  };
}

/** Heads of two rows: a column without a head in the lower one has it in the upper one, where cells were merged. */
function readHeads(rows: readonly (readonly string[])[], headRow: number): string[] {
  const above = rows[headRow - 1] ?? [];
  return (rows[headRow] ?? []).map((head, at) => head.trim() || (above[at] ?? '').trim());
}

function hasGap(rows: readonly (readonly string[])[], at: number): boolean {
  const first = rows.findIndex((row) => (row[at] ?? '').trim() !== '');
  return first >= 0 && rows.slice(first).some((row) => (row[at] ?? '').trim() === '');
}

const ofCompany = ['company', 'company_name'];

function repeatCompany(rows: readonly TableRow[]): TableRow[] {
  let above = new Map<string, string>();
  return rows.map((row) => {
    if (cellOf(row, 'company') !== '') {
      above = new Map([...row.cells].filter(([field]) => ofCompany.includes(field)));
      return row;
    }
    return { ...row, cells: new Map([...row.cells, ...above]) };
  });
}

function assertOnce(fileName: string, fields: readonly (string | null)[]): void {
  const twice = fields.find((field, at) => field !== null && fields.indexOf(field) !== at);
  if (twice === undefined) return;
  throw new ImportFileError(fileName, `has two columns for “${twice}”: leave one of them out`);
}

function assertKnown(fileName: string, fields: readonly (string | null)[], known: ReadonlySet<string>): void {
  const isNew = (field: string) =>
    field.startsWith(newAttributePrefix) && field.slice(newAttributePrefix.length).trim() !== '';
  const unknown = fields.find((field) => field !== null && !known.has(field) && !isNew(field));
  if (unknown === undefined || unknown === null) return;
  throw new ImportFileError(
    fileName,
    `has a column for “${unknown}”, which is nothing this study can take: choose again what the column holds`,
  );
}

function toFields(row: readonly string[], fields: readonly (string | null)[]): ReadonlyMap<string, string> {
  const mapped = new Map<string, string>();
  fields.forEach((field, at) => {
    if (field !== null) mapped.set(field, toCleanCell(row[at] ?? ''));
  });
  return mapped;
}

/** Without signs that nobody sees (they come along from web pages) and what no file can hold. */
function toCleanCell(cell: string): string {
  return cell.replace(/[\0\u200B\u2060\uFEFF]/g, '').toWellFormed();
}

function sayTooLong(cells: number, heads: number, { delimiter }: Cells): string {
  const sign = delimiter === ';' ? 'semicolon' : delimiter === '\t' ? 'tab' : 'comma';
  return `it has ${cells} cells, the header ${heads}; put quotes around cells that hold a ${sign}`;
}

/** The name a spreadsheet gives a column: 0 is A, 26 is AA. */
function toLetters(at: number): string {
  const before = Math.floor(at / 26);
  return (before > 0 ? toLetters(before - 1) : '') + String.fromCharCode(65 + (at % 26));
}
