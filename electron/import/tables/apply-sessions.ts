import { parseMinutes } from '../../../db/model/minutes.ts';
import { parseIds } from '../../../db/model/participant-ids.ts';
import type { ReadHandle, WriteHandle } from '../../../db/sql.ts';
import { listAskedIn, setAsked } from '../../../db/tables/asked.ts';
import { findParticipant, type ParticipantRow } from '../../../db/tables/participants.ts';
import { getScheme } from '../../../db/tables/schemes.ts';
import {
  findSession,
  getSession,
  insertSession,
  listPresentIn,
  type SessionRow,
  setPresence,
  updateSession,
} from '../../../db/tables/sessions.ts';
import { findTechnique, type TechniqueRow } from '../../../db/tables/techniques.ts';
import { getTranscript, listTranscriptNamesIn, moveTranscript } from '../../../db/tables/transcripts.ts';
import { ensureCompanyOf } from './apply-companies.ts';
import { parseAsked } from './asked-items.ts';
import { cellOf, hasColumn, type TableRow } from './csv-table.ts';
import { parseDay } from './days.ts';
import { saysNothing } from './fields.ts';
import { type Facts, listChanges, quote, type RowEffect, toLine } from './row-effect.ts';
import { findTranscripts, type TranscriptsByName } from './transcripts-by-name.ts';

/**
 * Adds or changes a session: columns session, company, technique, and if wanted date, duration_minutes, participants,
 * interviewer, language, place, asked (items of the scheme), transcript (name or file name). A transcript that is named
 * moves into the session. A session keeps what the table has no column for; company and technique of a new one may
 * also be told by its participants.
 */
export function applySessionRow(
  write: WriteHandle,
  row: TableRow,
  transcriptsByName: TranscriptsByName,
): RowEffect {
  const label = toLine(cellOf(row, 'session'), 'name of the session');
  const transcripts = findTranscripts(transcriptsByName, cellOf(row, 'transcript'));
  const known = findSessionFor(write, label, transcripts.found[0]);
  const before = known && readFacts(write, known.id);
  const participants = findParticipants(write, cellOf(row, 'participants'));
  const { fields, changes } = readFields(write, row, known, participants);
  const asked = hasColumn(row, 'asked') ? parseAsked(getScheme(write), cellOf(row, 'asked')) : undefined;
  const id = known?.id ?? insertSession(write, fields);
  if (known) updateSession(write, id, fields);
  if (!known || participants.length > 0)
    setPresence(
      write,
      id,
      participants.map((one) => one.id),
    );
  if (asked !== undefined) setAsked(write, id, asked);
  for (const transcriptId of transcripts.found) moveTranscript(write, transcriptId, id);
  return {
    about: fields.label,
    isNew: !known,
    changes: [...listChanges(before, readFacts(write, id)), ...changes],
    remarks: transcripts.missing.map((name) => `the transcript ${quote(name)} is not in the study yet`),
  };
}

/** Returns the technique with this letter or name. Throws with a sentence when the study has none. */
export function getTechnique(read: ReadHandle, letterOrName: string): TechniqueRow {
  const technique =
    findTechnique(read, letterOrName) ?? findTechnique(read, letterOrName.trim().replace(/s$/i, ''));
  if (technique) return technique;
  throw new Error(`“${letterOrName}” is no technique of this study; write its letter, such as W`);
}

function readFields(
  write: WriteHandle,
  row: TableRow,
  known: SessionRow | undefined,
  participants: readonly ParticipantRow[],
) {
  const label = toLine(cellOf(row, 'session'), 'name of the session') || known?.label;
  if (label === undefined) throw new Error('the session has no name');
  const technique = findTechniqueOf(write, row, known, participants);
  const date = cellOf(row, 'date');
  const minutes = readMinutes(cellOf(row, 'duration_minutes'));
  const day = date === '' ? null : parseDay(date);
  const company = findCompanyOf(write, row, known, participants);
  const text = (column: 'interviewer' | 'language' | 'place', longest?: number) =>
    hasColumn(row, column) ? toLine(cellOf(row, column), column, longest) : (known?.[column] ?? '');
  return {
    changes: company.changes,
    fields: {
      label,
      companyId: company.id,
      techniqueId: technique,
      date: hasColumn(row, 'date') ? day : (known?.date ?? null),
      durationMinutes: hasColumn(row, 'duration_minutes') ? minutes : (known?.durationMinutes ?? null),
      interviewer: text('interviewer'),
      language: text('language', 40),
      place: text('place'),
    },
  };
}

/** Written in the cell, as before, or the one technique under which all participants have their ids. */
function findTechniqueOf(
  read: ReadHandle,
  row: TableRow,
  known: SessionRow | undefined,
  participants: readonly ParticipantRow[],
): number {
  const written = cellOf(row, 'technique');
  if (written !== '') return getTechnique(read, written).id;
  const told = new Set(participants.map(({ techniqueId }) => techniqueId));
  const id = known?.techniqueId ?? (told.size === 1 ? [...told][0] : undefined);
  if (id === undefined) throw new Error('the technique is missing; write its letter, such as W');
  return id;
}

function findCompanyOf(
  write: WriteHandle,
  row: TableRow,
  known: SessionRow | undefined,
  participants: readonly ParticipantRow[],
): { id: number; changes: string[] } {
  const written = cellOf(row, 'company');
  if (written !== '') return ensureCompanyOf(write, written, '');
  const told = new Set(participants.map(({ companyId }) => companyId));
  const id = known?.companyId ?? (told.size === 1 ? [...told][0] : undefined);
  if (id === undefined) throw new Error('the company is missing');
  return { id, changes: [] };
}

function readMinutes(written: string): number | null {
  try {
    return parseMinutes(written);
  } catch {
    throw new Error(`“${written}” is no number of minutes; write it as 45 or 0:45`);
  }
}

function findParticipants(read: ReadHandle, written: string): ParticipantRow[] {
  if (saysNothing(written)) return [];
  return listLabels(read, written).map((label) => {
    const participant = findParticipant(read, label);
    if (participant) return participant;
    throw new Error(`the participant “${label}” is not in the study; add it to the participants first`);
  });
}

/** Labels that are no ids, such as `Speaker 1`, are divided by semicolons, commas or line ends alone. */
function listLabels(read: ReadHandle, written: string): string[] {
  const labels = written
    .split(/[;,\n]/)
    .map((label) => label.trim())
    .filter((label) => label !== '');
  return [...new Set(labels.flatMap((label) => (findParticipant(read, label) ? [label] : parseIds(label))))];
}

/** A transcript imported before has a session of its own already: that one takes the table's name and date. */
function findSessionFor(
  read: ReadHandle,
  label: string,
  transcriptId: number | undefined,
): SessionRow | undefined {
  const named = label === '' ? undefined : findSession(read, label);
  if (named || transcriptId === undefined) return named;
  return getSession(read, getTranscript(read, transcriptId).sessionId);
}

function readFacts(read: ReadHandle, id: number): Facts {
  const session = getSession(read, id);
  return [
    ['name', session.label],
    ['company', session.company],
    ['technique', session.technique],
    ['date', session.date ?? ''],
    ['minutes', session.durationMinutes === null ? '' : String(session.durationMinutes)],
    [
      'participants',
      listPresentIn(read, id)
        .map(({ label }) => label)
        .join(', '),
    ],
    ['interviewer', session.interviewer],
    ['language', session.language],
    ['place', session.place],
    ['asked', listAskedIn(read, id).join(', ')],
    ['transcripts', listTranscriptNamesIn(read, id).join(', ')],
  ];
}
