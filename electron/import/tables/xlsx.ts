import readXlsxFile from 'read-excel-file/universal';
import { readXml, type XmlHandler } from '../documents/xml-events.ts';
import { readZipPackage, toDamaged, type ZipPackage } from '../documents/zip-package.ts';
import { ImportFileError } from '../import-file-error.ts';
import type { SourceFile } from '../parsed-transcript.ts';
import type { Cells, SheetTest } from './cells.ts';

const excel = { program: 'Excel', ending: '.xlsx' };

// The library fills up each row to the last column, so that two cells far apart would take all memory.
const mostCells = 4_000_000;
const mostRows = 1_048_576;
const longestSheet = 64 * 1024 * 1024;

/**
 * Reads one sheet of an Excel file: the named one, or of those that hold anything the one that `suits` best, by its rows
 * from 0 upwards, the first of several alike. Dates become 2021-02-03, times
 * 0:45, numbers as they would be typed, formulas their last result. Throws an ImportFileError with a sentence when
 * the file is no Excel file, damaged, encrypted or unreasonably large, or has no such sheet.
 */
export async function readXlsxCells(
  file: SourceFile,
  sheet: string | null,
  suits: SheetTest,
): Promise<Cells> {
  await readZipPackage(file, excel, (zip) => checkWorkbook(file.name, zip));
  const read = await readSheets(file);
  const sheets = read.map(({ sheet: name, data }) => ({ name, rows: data.map((row) => row.map(toText)) }));
  const wanted = sheet === null ? findBest(sheets, suits) : sheets.find(({ name }) => name === sheet);
  if (!wanted) {
    const names = sheets.map(({ name }) => `“${name}”`).join(', ');
    throw new ImportFileError(file.name, `has no sheet “${sheet ?? ''}”: choose one of ${names}`);
  }
  return {
    fileName: file.name,
    sheets: sheets.map(({ name }) => name),
    sheet: wanted.name,
    rows: wanted.rows,
    delimiter: null,
  };
}

type Sheet = { name: string; rows: string[][] };

function findBest(sheets: readonly Sheet[], suits: SheetTest): Sheet | undefined {
  const rated = sheets
    .filter(({ rows }) => rows.length > 0)
    .map((sheet) => ({ sheet, rating: suits(sheet.rows) }));
  const best = rated.reduce((most, one) => Math.max(most, one.rating), 0);
  return rated.find(({ rating }) => rating >= best)?.sheet ?? sheets[0];
}

async function checkWorkbook(fileName: string, zip: ZipPackage): Promise<void> {
  const names = zip.names.map((name) => name.toLowerCase());
  if (!names.includes('xl/workbook.xml')) throw toNoWorkbook(fileName, names);
  for (const name of zip.names.filter((one) => /^xl\/.*\.xml$/i.test(one))) {
    const xml = (await zip.findXml(name)) ?? '';
    if (/<!DOCTYPE/i.test(xml.slice(0, 4_096))) throw toDamaged(fileName, excel);
    if (/^xl\/worksheets\//i.test(name)) checkExtent(fileName, name, xml);
  }
}

function toNoWorkbook(fileName: string, names: readonly string[]): ImportFileError {
  if (names.includes('xl/workbook.bin')) {
    return new ImportFileError(fileName, 'is a binary Excel file: save it as .xlsx in Excel and import that');
  }
  const isCalc = names.includes('content.xml');
  return new ImportFileError(
    fileName,
    isCalc
      ? 'is a LibreOffice file: save it as .xlsx or .csv, or copy its cells and paste them here'
      : 'is no Excel file: choose an .xlsx or .csv file, or paste the cells of a table',
  );
}

/**
 * Only cells with something in them count: formats alone may reach to the last column. Rows count by their numbers, too,
 * since the library makes those in between.
 */
function checkExtent(fileName: string, part: string, xml: string): void {
  if (xml.length > longestSheet) throw toTooLarge(fileName, 'has a sheet that is too large for a table');
  let [lastRow, rows, columns] = [0, 0, 0];
  let cell: { row: number; column: number } | undefined;
  const handler: XmlHandler = {
    open({ name, find }) {
      if (isElement(name, 'c')) cell = toPlace(find('r') ?? '');
      lastRow = Math.max(lastRow, cell?.row ?? 0, isElement(name, 'row') ? Number(find('r') ?? 0) : 0);
    },
    close(name) {
      if (isElement(name, 'c')) cell = undefined;
    },
    text() {
      rows = Math.max(rows, cell?.row ?? 0);
      columns = Math.max(columns, cell?.column ?? 0);
    },
  };
  readXml({ fileName, part, xml, prefixes: new Map(), program: excel.program }, handler);
  if (lastRow <= mostRows && rows * columns <= mostCells) return;
  const extent = `${Math.max(lastRow, rows).toLocaleString('en')} rows and ${columns.toLocaleString('en')} columns`;
  throw toTooLarge(fileName, `has a sheet of ${extent}`);
}

function toTooLarge(fileName: string, problem: string): ImportFileError {
  return new ImportFileError(fileName, `${problem}: copy the table alone into a new file and import that`);
}

/** Whatever its namespace: the library asks for none. */
function isElement(name: string, local: string): boolean {
  return name === local || name.endsWith(`:${local}`);
}

/** `AB12` is row 12 of column 28. */
function toPlace(address: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = /^(\D*)(\d*)/.exec(address) ?? [];
  const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}

async function readSheets(file: SourceFile) {
  // A copy of its own: bytes read from disk may lie in the middle of a larger buffer.
  const bytes = new Uint8Array(file.bytes);
  try {
    return await readXlsxFile<string>(bytes.buffer, { parseNumber: toNumberText, trim: false });
  } catch {
    throw toDamaged(file.name, excel);
  }
}

/** Excel keeps 17 digits of which 15 are meant: 0.30000000000000004 was typed as 0.3. */
function toNumberText(written: string): string {
  const number = Number(Number(written).toPrecision(15));
  return Number.isFinite(number) ? String(number) : written;
}

/** The library's types say that a date is the constructor `Date`; what comes is a date. */
function toText(value: unknown): string {
  if (value instanceof Date) return toDateText(value);
  return value === null || value === undefined ? '' : String(value);
}

const firstMoment = Date.UTC(1899, 11, 30);

/** A time of day or a duration is a moment of the first days that Excel knows. */
function toDateText(date: Date): string {
  const moment = new Date(Math.round(date.getTime() / 1000) * 1000);
  if (Number.isNaN(moment.getTime())) return '';
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  if (moment.getUTCFullYear() < 1900) {
    return `${Math.floor((moment.getTime() - firstMoment) / 3_600_000)}:${twoDigits(moment.getUTCMinutes())}`;
  }
  const [day = '', time = ''] = moment.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`;
}
