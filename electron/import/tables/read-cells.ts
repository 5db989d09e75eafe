import type { TableSource } from '../../ipc/contract/tables.ts';
import { toBuffer } from '../bytes.ts';
import { isZip } from '../documents/zip-package.ts';
import { ImportFileError } from '../import-file-error.ts';
import type { SourceFile } from '../parsed-transcript.ts';
import { loadFile } from '../study-files.ts';
import { decodeText } from '../text/charset.ts';
import { type Cells, isFilled, type SheetTest } from './cells.ts';
import { parseCsvCells } from './csv.ts';
import { parsePastedCells } from './paste.ts';
import { readXlsxCells } from './xlsx.ts';

/** A study has some hundred people and sessions; ten times as many as anybody has is not too much to wait for. */
const mostRows = 20_000;
const mostColumns = 500;

const oldExcel = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * Reads a table: an Excel file (where no sheet is named, the one that suits best), a file of text with any delimiter in any character set, or pasted cells. Throws an
 * ImportFileError with a sentence when it cannot be read, holds nothing or is too large.
 */
export async function readCells(source: TableSource, suits: SheetTest = () => 0): Promise<Cells> {
  const cells =
    source.kind === 'pasted'
      ? readPastedCells(source.text)
      : await readFileCells(loadFile(source.path), source.sheet, suits);
  const rows = withoutEmptyEnd(cells.rows);
  if (rows.length === 0) {
    throw new ImportFileError(cells.fileName, 'holds no table: it needs a row for each person or session');
  }
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length > mostRows || columns > mostColumns) {
    throw new ImportFileError(
      cells.fileName,
      `has ${rows.length.toLocaleString('en')} rows and ${columns} columns, too many for a table of people or sessions: keep only the part that belongs here`,
    );
  }
  return { ...cells, rows };
}

/** What pasted cells are called where a file has its name. */
const pastedName = 'pasted table';

/** Text without any tab was not copied from a spreadsheet but from a file of text. */
function readPastedCells(text: string): Cells {
  const pasted = { fileName: pastedName, sheets: [], sheet: null };
  if (text.includes('\t')) return { ...pasted, rows: parsePastedCells(text), delimiter: null };
  return { ...pasted, ...parseCsvCells(pastedName, text) };
}

async function readFileCells(file: SourceFile, sheet: string | null, suits: SheetTest): Promise<Cells> {
  if (file.bytes.length === 0) throw new ImportFileError(file.name, 'is empty: choose another file');
  if (isZip(file)) return readXlsxCells(file, sheet, suits);
  if (oldExcel.every((byte, index) => file.bytes[index] === byte)) throw toOldExcel(file);
  const { text } = decodeText(file);
  return { fileName: file.name, sheets: [], sheet: null, ...parseCsvCells(file.name, text) };
}

/** Excel keeps both an old workbook and one with a password in the same kind of container. */
function toOldExcel({ name, bytes }: SourceFile): ImportFileError {
  const names = toBuffer(bytes);
  const isEncrypted = names.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return new ImportFileError(
    name,
    isEncrypted
      ? 'is protected by a password: open it in Excel, remove the password, save it and import it again'
      : 'is an Excel file of the old kind: open it in Excel, save it as .xlsx and import that',
  );
}

function withoutEmptyEnd(rows: readonly string[][]): string[][] {
  const last = rows.findLastIndex(isFilled);
  return rows.slice(0, last + 1);
}
