import Papa from 'papaparse';
import { ImportFileError } from '../import-file-error.ts';

const delimiters = [',', ';', '\t', '|'] as const;
type Delimiter = (typeof delimiters)[number];

/**
 * Divides a file of text into cells. The row of heads tells the sign between cells, since spreadsheets of some
 * countries write semicolons; Excel's first line `sep=;` is believed. Throws an ImportFileError when the quotes
 * around a cell do not end: the rest of the file would be in that cell.
 */
export function parseCsvCells(fileName: string, text: string): { rows: string[][]; delimiter: Delimiter } {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const said = /^sep=(.)\n/i.exec(source)?.[1];
  const delimiter = delimiters.find((sign) => sign === said) ?? findDelimiter(source);
  const { data, errors } = Papa.parse<string[]>(source, { delimiter, newline: '\n' });
  const unended = errors.find(({ type }) => type === 'Quotes');
  if (unended) {
    throw new ImportFileError(
      fileName,
      'has quotes around a cell that are not closed, or stand inside it: write each quote within a cell twice',
      `row ${(unended.row ?? 0) + 1}`,
    );
  }
  // The line that names the sign is no row, but a spreadsheet counts it: what follows keeps its number.
  return { rows: said === undefined ? data : [[], ...data.slice(1)], delimiter };
}

/** Counts the signs outside quotes in the first line that holds anything. */
function findDelimiter(source: string): Delimiter {
  const header = findFirstRecord(source);
  const counts = delimiters.map((sign) => ({ sign, count: header.split(sign).length - 1 }));
  const best = counts.reduce((most, one) => (one.count > most.count ? one : most));
  return best.count === 0 ? ',' : best.sign;
}

/** Returns the first record without what stands in quotes in it. */
function findFirstRecord(source: string): string {
  const start = source.search(/\S/);
  if (start === -1) return '';
  let record = '';
  let from = start;
  let isQuoted = false;
  // A header has some hundred letters; where one has more, the first of them tell the same.
  const end = Math.min(source.length, start + 20_000);
  for (let at = start; at < end; at += 1) {
    const sign = source[at];
    if (sign === '"') {
      if (!isQuoted) record += source.slice(from, at);
      isQuoted = !isQuoted;
      from = at + 1;
    } else if (sign === '\n' && !isQuoted) return record + source.slice(from, at);
  }
  return isQuoted ? record : record + source.slice(from, end);
}
