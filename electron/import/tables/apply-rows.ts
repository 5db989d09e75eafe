import { attempt, rehearse } from '../../../db/savepoint.ts';
import type { WriteHandle } from '../../../db/sql.ts';
import type { Study } from '../../../db/study.ts';
import { listUnassignedTurns } from '../../../db/tables/turns.ts';
import type { PeopleTable, TableRowOutcome } from '../../ipc/contract/tables.ts';
import { applyCompanyRow } from './apply-companies.ts';
import { applyParticipantRow } from './apply-participants.ts';
import { applySessionRow } from './apply-sessions.ts';
import type { Table, TableRow } from './csv-table.ts';
import { neededField } from './fields.ts';
import type { RowEffect } from './row-effect.ts';
import { readTranscriptsByName } from './transcripts-by-name.ts';

/** Applies one row. Throws with a sentence when it is refused. */
type RowApplier = (row: TableRow) => RowEffect;

/** What applies the rows of each table; what all rows are compared with is read once. */
const appliers: Record<PeopleTable, (write: WriteHandle) => RowApplier> = {
  companies: (write) => (row) => applyCompanyRow(write, row),
  participants: (write) => {
    const unassigned = listUnassignedTurns(write);
    return (row) => applyParticipantRow(write, row, unassigned);
  },
  sessions: (write) => {
    const transcripts = readTranscriptsByName(write);
    return (row) => applySessionRow(write, row, transcripts);
  },
};

/** Returns what applies the rows of a table of people, one after another. */
export function startRows(write: WriteHandle, name: PeopleTable): RowApplier {
  const apply = appliers[name](write);
  return (row) => {
    if (row.problem !== undefined) throw new Error(row.problem);
    return apply(row);
  };
}

/** Says what `applyTable` would do, row by row: by doing it and taking everything back. */
export function checkTable(study: Study, name: PeopleTable, table: Table): TableRowOutcome[] {
  return rehearse(study, (write) => applyRows(write, name, table));
}

/**
 * Applies the rows of a table that can be applied, as one undoable step, and says what was done, row by row. A row
 * that is refused leaves nothing behind.
 */
export function applyTable(
  study: Study,
  name: PeopleTable,
  table: Table,
  coderId: number | null,
): TableRowOutcome[] {
  const foreseen = checkTable(study, name, table);
  const label = describeStep(name, table.fileName, foreseen);
  if (label === undefined) return foreseen;
  return study.transact({ label, coderId }, (write) => applyRows(write, name, table));
}

function applyRows(write: WriteHandle, name: PeopleTable, table: Table): TableRowOutcome[] {
  const apply = startRows(write, name);
  return table.rows.map((row) => {
    try {
      return toOutcome(
        row,
        attempt(write, () => apply(row)),
      );
    } catch (error) {
      return toRefusal(name, row, error);
    }
  });
}

function toOutcome({ number }: TableRow, { about, isNew, changes, remarks }: RowEffect): TableRowOutcome {
  const outcome = isNew ? 'added' : changes.length > 0 ? 'changed' : 'same';
  return { row: number, outcome, about, message: shorten([...changes, ...remarks].join('; ')) };
}

function toRefusal(name: PeopleTable, row: TableRow, error: unknown): TableRowOutcome {
  // What the database itself refuses is no fault of a row.
  if (!(error instanceof Error) || 'code' in error) throw error;
  const words = shorten(error.message).replace(/\.$/, '');
  const message = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  const about =
    (row.cells.get(neededField(name)) ?? '').trim() ||
    ([...row.cells.values()].find((cell) => cell.trim()) ?? '');
  return { row: row.number, outcome: 'refused', about: about.trim().slice(0, 80), message };
}

/** A cell may hold a book; what is said of it is one row of a list. */
function shorten(text: string): string {
  return text.length <= 1_500 ? text : `${text.slice(0, 1_500).toWellFormed()}…`;
}

const nouns: Record<PeopleTable, [one: string, many: string]> = {
  companies: ['company', 'companies'],
  participants: ['person', 'people'],
  sessions: ['session', 'sessions'],
};

/** `Add 26 people from people.xlsx`, or undefined when there is nothing to do. */
function describeStep(
  name: PeopleTable,
  fileName: string,
  outcomes: readonly TableRowOutcome[],
): string | undefined {
  const count = (wanted: TableRowOutcome['outcome']) =>
    outcomes.filter(({ outcome }) => outcome === wanted).length;
  const [added, changed] = [count('added'), count('changed')];
  if (added + changed === 0) return undefined;
  const noun = nouns[name][(changed || added) === 1 ? 0 : 1];
  if (added === 0) return `Change ${changed} ${noun} from ${fileName}`;
  return changed === 0
    ? `Add ${added} ${noun} from ${fileName}`
    : `Add ${added} and change ${changed} ${noun} from ${fileName}`;
}
