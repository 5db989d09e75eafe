import { ImportFileError } from '../import-file-error.ts';
import type { ReadOptions, ReadText, SourceFile, TranscriptFormat } from '../parsed-transcript.ts';
import { toPlainLetters } from '../speakers/words.ts';
import { plainText } from '../text/plain-text.ts';
import { readFileOfText } from '../text/read-text.ts';
import { type Columns, findColumnsByContent, findNamedColumns, isHead, isHeadLike } from './csv-columns.ts';
import { type CsvRows, findCsvRows } from './csv-rows.ts';
import { findRange, findSeconds, toSecondsFromUnit } from './cue-times.ts';
import { type Cue, writeCues } from './cues.ts';

/** Tables of comma-, semicolon- or tab-separated values with a row for each turn or sentence, as services export them. */
export const csvTranscript: TranscriptFormat = { name: 'Table of turns (CSV)', isFormatOf, read };

/** A table as a transcript: where its head is, if it has one, and what its columns hold. */
type Layout = { head: number | undefined; columns: Columns & { text: number } };

const searchedRows = 15;
const shownColumns = 8;

/** The name decides, for text with commas is no table; the head that Whisper writes is known under any name. */
function isFormatOf({ name, bytes }: SourceFile): boolean {
  const head = Buffer.from(bytes.subarray(0, 40)).toString('latin1');
  return /\.(?:csv|tsv|tab)$/i.test(name) || /^(?:\xef\xbb\xbf)?start\tend\ttext\r?\n/.test(head);
}

async function read(file: SourceFile, options: ReadOptions): Promise<ReadText> {
  const source = readFileOfText(file, options.charset);
  const table = findCsvRows(source.text);
  if (table === undefined || table.rows.length === 0) return readAsPlainText(file, options);
  const layout = findLayout(table);
  if (layout === undefined) throw new ImportFileError(file.name, explain(table));
  const { text, turns } = writeTable(table, layout);
  return {
    ...source,
    text,
    turns,
    mediaType: 'text/csv',
    boldHeads: [],
    speechEnd: text.length,
    notes: [...listNotes(table, layout), ...source.notes],
  };
}

async function readAsPlainText(file: SourceFile, options: ReadOptions): Promise<ReadText> {
  const read = await plainText.read(file, options);
  const note = `The name ends in ${/\.[^.]*$/.exec(file.name)?.[0] ?? '.csv'}, but the file holds plain text.`;
  return { ...read, format: plainText.name, notes: [note, ...read.notes] };
}

function findLayout({ rows }: CsvRows): Layout | undefined {
  const named = rows.slice(0, searchedRows).map((row) => (isHeadLike(row) ? findNamedColumns(row) : {}));
  const head = named.findIndex((columns) => isHead(columns));
  if (head === -1) return findLayoutWithoutHead(rows);
  const known = named[head] ?? {};
  const columns = known.text === undefined ? findColumnsByContent(rows.slice(head + 1), known) : known;
  const { text } = columns;
  return text === undefined ? undefined : { head, columns: { ...columns, text } };
}

function findLayoutWithoutHead(rows: readonly string[][]): Layout | undefined {
  const columns = findColumnsByContent(rows);
  const { text, speaker, start } = columns;
  if (text === undefined || (speaker === undefined && start === undefined)) return undefined;
  // Nobody would know of columns without a name that were left out.
  const used = new Set(Object.values(columns));
  if (rows.slice(0, 200).some((row) => row.some((cell, index) => cell.trim() !== '' && !used.has(index))))
    return undefined;
  // Under heads in an unknown language the first row has words where the others have times.
  const first = rows[0] ?? [];
  const isTitled =
    start !== undefined && rows.length > 1 && isHeadLike(first) && !/\d/.test(first[start] ?? '');
  if (isPeopleTable(first)) return undefined;
  return { head: isTitled ? 0 : undefined, columns: { ...columns, text } };
}

const peopleHeads = new Set(
  'participant participants practitioner company role seniority technique firma unternehmen rolle teilnehmer entreprise empresa azienda position department age gender'.split(
    ' ',
  ),
);

function isPeopleTable(row: readonly string[]): boolean {
  return row.filter((cell) => peopleHeads.has(toPlainLetters(cell))).length >= 2;
}

function explain({ rows }: CsvRows): string {
  if (isPeopleTable(rows[0] ?? [])) return 'is a table of people and no transcript: import it under People';
  return 'is a table without a column of what was said: name its columns speaker and text in the first row and import it again';
}

function writeTable({ rows, delimiter }: CsvRows, { head, columns }: Layout) {
  const above = rows.slice(0, head ?? 0).map((row) => toCue(toWords(row)));
  const body = rows.slice(head === undefined ? 0 : head + 1);
  const width = rows[head ?? 0]?.length ?? 0;
  const whole = columns.text === width - 1 ? body.map((row) => joinSurplus(row, width, delimiter)) : body;
  const said = toSecondsFromUnit(toCues(whole, columns));
  return writeCues([...above, ...said], isOfSentences(said) ? 'line' : 'blank');
}

/** Commas of the words themselves divide the last cell where it has no quotes. */
function joinSurplus(row: readonly string[], width: number, delimiter: string): readonly string[] {
  if (row.length <= width) return row;
  return [...row.slice(0, width - 1), row.slice(width - 1).join(delimiter)];
}

function toWords(row: readonly string[]): string {
  return row
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ');
}

function toCue(text: string): Cue {
  return { start: null, end: null, speaker: null, text };
}

function toCues(rows: readonly (readonly string[])[], columns: Layout['columns']): Cue[] {
  let speaker: string | null = null;
  return rows.map((row) => {
    const named = cellOf(row, columns.speaker);
    // In spreadsheets a name is written once and the cells below it are left empty.
    if (named !== '') speaker = named.replace(/\s*[:：]$/u, '');
    const times = toTimes(cellOf(row, columns.start), cellOf(row, columns.end));
    return { ...times, speaker, text: cellOf(row, columns.text) };
  });
}

function toTimes(start: string, end: string): Pick<Cue, 'start' | 'end'> {
  const range = findRange(start);
  if (range !== undefined) return range;
  return { start: findSeconds(start) ?? null, end: findSeconds(end) ?? null };
}

function cellOf(row: readonly string[], index: number | undefined): string {
  return index === undefined ? '' : (row[index]?.trim() ?? '');
}

/** Rows that end with a sentence are paragraphs of their own; pieces of sentences belong together. */
function isOfSentences(cues: readonly Cue[]): boolean {
  const whole = cues.filter(({ text }) => /[.!?…。！？؟][\s"'”’»)\]]*$/u.test(text.slice(-12))).length;
  if (cues.every(({ start }) => start === null)) return true;
  // Begin and end without speakers are the segments of speech recognition.
  const isRecognised = cues.every(({ speaker, end }) => speaker === null && end !== null);
  return !isRecognised && whole > 0.7 * cues.length;
}

function listNotes({ rows, isQuoteOpen }: CsvRows, { head, columns }: Layout): string[] {
  const notes: string[] = [];
  if (isQuoteOpen) notes.push('The quotes around a cell are not closed: check where the cells end.');
  const used = new Set(Object.values(columns));
  const names = head === undefined ? [] : (rows[head] ?? []);
  const others = names
    .filter((name, index) => name.trim() !== '' && !used.has(index))
    .map((name) => name.trim());
  if (others.length > 0) {
    const more = others.length > shownColumns ? ', …' : '';
    notes.push(`Columns were left out: ${others.slice(0, shownColumns).join(', ')}${more}.`);
  }
  return notes;
}
