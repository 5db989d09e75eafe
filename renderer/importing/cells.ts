import { isCalendarDay } from '../../db/model/calendar-day.ts';
import type { Session } from '../../electron/ipc/contract/people.ts';
import {
  changeFile,
  changeFiles,
  type DraftFile,
  type FieldChange,
  type ImportDraft,
} from './import-draft.ts';
import { fromSessionText, toSessionText } from './session-field.ts';

/** The columns that can be filled down, copied and pasted, in their order on screen. */
export const cellColumns = ['name', 'company', 'technique', 'date', 'session'] as const;
export type CellColumn = (typeof cellColumns)[number];

/** What cells can name of the study. */
export type CellStudy = {
  techniques: readonly { letter: string; name: string }[];
  sessions: readonly Session[];
};

/** Returns a cell as text, as it is copied. */
export function readCell(file: DraftFile, column: CellColumn, { sessions }: CellStudy): string {
  if (column === 'session') return toSessionText(file, sessions);
  return file[column] ?? '';
}

/** Returns what a text means in a cell, or undefined when it can mean nothing there, such as a word for a date. */
function toChange(
  file: DraftFile,
  column: CellColumn,
  written: string,
  study: CellStudy,
): FieldChange | undefined {
  const text = written.trim();
  switch (column) {
    case 'name':
      return text === '' ? undefined : { name: text };
    case 'company':
      return { company: text };
    case 'technique': {
      const letter = findLetter(text, study);
      return letter === undefined ? undefined : { technique: letter };
    }
    case 'date': {
      const date = text === '' ? null : findDay(text);
      return date === undefined ? undefined : { date };
    }
    case 'session':
      return fromSessionText(text, file, study.sessions);
  }
}

function findLetter(text: string, { techniques }: CellStudy): string | undefined {
  if (text === '') return '';
  const wanted = text.toLowerCase();
  return techniques.find(({ letter, name }) => [letter, name].some((word) => word.toLowerCase() === wanted))
    ?.letter;
}

/** Reads a day as 2021-02-03 or, as spreadsheets show it, 3.2.2021; 3/2/2021 could be two days and is neither. */
export function findDay(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text) ?? [];
  const written = day === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDay(written) ? written : undefined;
}

/** Writes the same text into a column of several files; a cell in which it has no meaning stays as it is. */
export function fillCells(
  draft: ImportDraft,
  paths: ReadonlySet<string>,
  cell: { column: CellColumn; text: string },
  study: CellStudy,
): ImportDraft {
  return changeFiles(draft, paths, (file) => toChange(file, cell.column, cell.text, study) ?? {});
}

/**
 * Writes a block of cells, as spreadsheets copy them, with its upper left cell at one cell of the table; what would
 * be beyond the table's edges is left out.
 */
export function pasteCells(
  draft: ImportDraft,
  order: readonly string[],
  from: { path: string; column: CellColumn },
  block: readonly (readonly string[])[],
  study: CellStudy,
): ImportDraft {
  const top = order.indexOf(from.path);
  const left = cellColumns.indexOf(from.column);
  const rowOf = new Map(block.map((row, index) => [order[top + index] ?? '', row]));
  const changed = draft.files.map((file) => {
    const row = rowOf.get(file.path) ?? [];
    return row.slice(0, cellColumns.length - left).reduce((one, text, index) => {
      const column = cellColumns[left + index];
      return column === undefined ? one : changeFile(one, toChange(one, column, text, study) ?? {});
    }, file);
  });
  return { ...draft, files: changed };
}

/** Returns copied cells as rows of texts, or undefined when the text is no block of cells but a single one. */
export function parseBlock(copied: string): string[][] | undefined {
  const text = copied.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  return /[\t\n]/.test(text) ? text.split('\n').map((row) => row.split('\t')) : undefined;
}

/** Returns rows as a block that spreadsheets take. Line ends and tabs within a cell would break it. */
export function toBlock(files: readonly DraftFile[], study: CellStudy): string {
  const rows = files.map((file) =>
    cellColumns.map((column) => readCell(file, column, study).replace(/[\t\r\n]+/g, ' ')).join('\t'),
  );
  return rows.join('\n');
}
