import { toParticipantId, toSpeakerKey } from '../../../db/model/speaker.ts';
import type { ParsedTurn } from '../parsed-transcript.ts';
import { isKnownSpeaker } from '../speakers/words.ts';
import type { TableCells } from './story-writer.ts';
import {
  areNames,
  type Cell,
  hasWords,
  isHead,
  isSpeakerColumn,
  isTimeColumn,
  type Rows,
  readTime,
  speakerHeads,
  splitLabel,
  timeHeads,
} from './turn-columns.ts';

type Start = Pick<ParsedTurn, 'start' | 'label' | 'time' | 'endTime' | 'textStart'>;

const mostColumns = 6;

/**
 * Finds the turns of a transcript that is written as tables: a column of speakers beside a column of words (and one of
 * times), or a column for each speaker under a row of their names. The turns cover the text from start to end
 * (UTF-16 units). Returns undefined unless tables hold the greater part of the text and are surely of that kind;
 * then its lines tell better who speaks. `speechEnd` is where notes begin.
 */
export function findTableTurns(
  text: string,
  tables: readonly TableCells[],
  speechEnd: number,
): ParsedTurn[] | undefined {
  const spellings = new Map<string, string>();
  let covered = 0;
  const starts = tables.flatMap((table) => {
    const rows = toRows(text, table);
    const found = findSpeakerColumn(rows) ?? findColumnPerSpeaker(rows);
    if (found === undefined) return [];
    const end = table.at(-1)?.at(-1)?.end ?? 0;
    covered += end - (table[0]?.[0]?.start ?? end);
    // What follows begins behind the table's last line end.
    return [...found, { start: end + 1, label: null, time: null, endTime: null, textStart: end + 1 }];
  });
  if (covered * 2 <= text.slice(0, speechEnd).trim().length) return undefined;
  return toTurns(text, starts, speechEnd, spellings);
}

function toRows(text: string, table: TableCells): Rows {
  return table.map((row) => row.map((cell) => ({ ...cell, words: text.slice(cell.start, cell.end).trim() })));
}

/** Reads a table with a column of labels, which come again, and a column of words. */
function findSpeakerColumn(rows: Rows): Start[] | undefined {
  const width = Math.max(0, ...rows.slice(0, 50).map((row) => row.length));
  if (width < 2 || width > mostColumns) return undefined;
  const columns = Array.from({ length: width }, (_, column) => column);
  const timeColumn = columns.find((column) => isTimeColumn(rows, column));
  const speakerColumn = columns.find((column) => isSpeakerColumn(rows, column, timeColumn !== undefined));
  if (speakerColumn === undefined) return undefined;
  // NVivo has the speaker behind the words.
  const [wordsColumn] = columns
    .filter((column) => column !== speakerColumn && column !== timeColumn && hasWords(rows, column))
    .sort((left, right) => Number(left < speakerColumn) - Number(right < speakerColumn));
  if (wordsColumn === undefined) return undefined;
  return rows.flatMap((row) => toRowStart(row, { speakerColumn, timeColumn, wordsColumn }));
}

type Columns = { speakerColumn: number; timeColumn: number | undefined; wordsColumn: number };

/** A row without a speaker goes on with what the one before says; a row of heads is nobody's. */
function toRowStart(row: readonly Cell[], { speakerColumn, timeColumn, wordsColumn }: Columns): Start[] {
  const start = row[0]?.start ?? 0;
  const { label, time } = splitLabel(row[speakerColumn]?.words ?? '');
  if (label === '') return [];
  if (isHead(label, speakerHeads))
    return [{ start, label: null, time: null, endTime: null, textStart: start }];
  const ofColumn = timeColumn === undefined ? null : readTime(row[timeColumn]?.words ?? '');
  const textStart = row[wordsColumn]?.start ?? row.at(-1)?.end ?? start;
  return [{ start, label, time, endTime: null, ...ofColumn, textStart }];
}

/** Reads a table whose first row names a speaker for each column but one of times or numbers. */
function findColumnPerSpeaker(rows: Rows): Start[] | undefined {
  const [heads = [], ...body] = rows;
  const labels = heads.map(({ words }) => splitLabel(words).label);
  const speakers = labels.filter((label) => !isHead(label, timeHeads));
  if (speakers.length < 2 || body.length < 2 || labels.length > mostColumns + 2) return undefined;
  if (new Set(speakers.map(toSpeakerKey)).size < speakers.length) return undefined;
  if (!speakers.every(isKnownSpeaker) && !(areNames(speakers) && isInTurn(body, labels))) return undefined;
  const start = heads[0]?.start ?? 0;
  const head: Start = { start, label: null, time: null, endTime: null, textStart: start };
  return [head, ...body.flatMap((row) => toCellStarts(row, labels))];
}

/** Returns whether in each row one person speaks and none does always, as people who take turns do. */
function isInTurn(body: Rows, labels: readonly string[]): boolean {
  const spoken = body.map((row) => toCellStarts(row, labels).map(({ label }) => label));
  return body.length > 2 && spoken.every((names) => names.length <= 1) && new Set(spoken.flat()).size > 1;
}

function toCellStarts(row: readonly Cell[], labels: readonly string[]): Start[] {
  const found = row.flatMap(({ words }) => readTime(words) ?? [])[0] ?? { time: null, endTime: null };
  const spoken = row.flatMap((cell, column) => {
    const label = labels[column];
    return label === undefined || isHead(label, timeHeads) || cell.words === '' ? [] : [{ cell, label }];
  });
  return spoken.map(({ cell, label }, index) => {
    const start = index === 0 ? (row[0]?.start ?? cell.start) : cell.start;
    return { start, label, ...found, textStart: cell.start };
  });
}

function toTurns(
  text: string,
  starts: readonly Start[],
  speechEnd: number,
  spellings: Map<string, string>,
): ParsedTurn[] {
  const begins = (start: number): Start => {
    return { start, label: null, time: null, endTime: null, textStart: start };
  };
  const withNotes = [...starts, ...(speechEnd < text.length ? [begins(speechEnd)] : [])];
  const all = withNotes.filter(({ start, label }, index) => {
    const end = withNotes[index + 1]?.start ?? text.length;
    return start < end && (label !== null || text.slice(start, end).trim() !== '');
  });
  if (all[0]?.start !== 0) all.unshift(begins(0));
  return all.map((turn, index) => {
    const end = all[index + 1]?.start ?? text.length;
    const label = spell(turn.label, spellings);
    return { ...turn, label, end, textStart: Math.min(turn.textStart, end) };
  });
}

/** Gives each speaker one spelling: the participant id, else the first that was met. */
function spell(label: string | null, spellings: Map<string, string>): string | null {
  if (label === null) return null;
  const key = toSpeakerKey(label);
  const spelling = spellings.get(key) ?? toParticipantId(label) ?? label;
  spellings.set(key, spelling);
  return spelling;
}
