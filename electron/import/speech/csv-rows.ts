import Papa from 'papaparse';
import { isFilled } from '../tables/cells.ts';
import { findNamedColumns, isHead } from './csv-columns.ts';

/** The cells of a file of values, with the sign between them. `isQuoteOpen`: quotes did not close and were taken as text. */
export type CsvRows = { rows: string[][]; delimiter: string; isQuoteOpen: boolean };

const delimiters = [',', ';', '\t', '|'];
const previewRows = 60;

/**
 * Divides text into rows and cells, by the sign that divides the first rows most evenly, or undefined when no sign
 * does: then it is no table. Empty rows are passed over. A quote that is not closed would take the rest of the
 * file into its cell; all quotes are then taken as text.
 */
export function findCsvRows(text: string): CsvRows | undefined {
  const said = /^sep=(.)\r?\n/i.exec(text);
  const source = said === null ? text : text.slice(said[0].length);
  const delimiter = said?.[1] ?? findDelimiter(source);
  if (delimiter === undefined) return undefined;
  const parsed = parse(source, delimiter);
  const isQuoteOpen = parsed.errors.some(({ code }) => code === 'MissingQuotes');
  const { data } = isQuoteOpen ? parse(source, delimiter, { quoteChar: '\0' }) : parsed;
  const rows = data.filter(isFilled);
  return { rows, delimiter, isQuoteOpen };
}

function parse(source: string, delimiter: string, config: { quoteChar?: string; preview?: number } = {}) {
  return Papa.parse<string[]>(source, { delimiter, ...config });
}

function findDelimiter(source: string): string | undefined {
  // A cell of many lines may be long, but not the first rows of a table.
  const head = source.slice(0, 200_000);
  const rated = delimiters.map((delimiter) => ({ delimiter, ...rate(head, delimiter) }));
  const best = rated.reduce((left, right) => (right.share > left.share + 0.05 ? right : left));
  return best.share >= 0.6 ? best.delimiter : undefined;
}

/** The share of the first rows that have as many cells as most do, if those are more than one. */
function rate(head: string, delimiter: string): { share: number } {
  const { data } = parse(head, delimiter, { preview: previewRows });
  const rows = data.filter(isFilled);
  const first = rows[0] ?? [];
  // Commas of the words themselves make rows longer than the heads, never shorter.
  if (
    first.length > 1 &&
    isHead(findNamedColumns(first)) &&
    rows.every((row) => row.length >= first.length)
  ) {
    return { share: 1 };
  }
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [width = 0, count = 0] = [...counts].sort((left, right) => right[1] - left[1])[0] ?? [];
  return { share: width < 2 ? 0 : count / rows.length };
}
