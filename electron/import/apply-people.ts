import type { WriteHandle } from '../../db/sql.ts';
import { ensureCompany, findCompany } from '../../db/tables/companies.ts';
import { ensureParticipant, findParticipant } from '../../db/tables/participants.ts';
import { findPractitioner, insertPractitioner, updatePractitioner } from '../../db/tables/practitioners.ts';
import {
  findSession,
  getSession,
  insertSession,
  type SessionRow,
  setPresence,
  updateSession,
} from '../../db/tables/sessions.ts';
import { findTechnique, type TechniqueRow } from '../../db/tables/techniques.ts';
import { listTranscriptNames, moveTranscript } from '../../db/tables/transcripts.ts';
import { linkUnassignedTurns } from '../../db/tables/turns.ts';
import { findNamed, type Mistakes } from './apply-mistakes.ts';
import { cellOf, hasColumn, isCalendarDay, listOf, type Table, type TableRow } from './csv-table.ts';

/**
 * Adds or changes participants: columns participant, practitioner, company, and if wanted company_name, role,
 * seniority, technique. Rows with the same practitioner are one person. Turns that carry the participant's id
 * as their label and have no speaker yet get this one.
 */
export function applyParticipants(write: WriteHandle, table: Table, mistakes: Mistakes): void {
  for (const row of table.rows) {
    mistakes.collect(table, row, () => {
      const label = cellOf(row, 'participant');
      if (label === '') throw new Error('the participant id is missing; write one such as P1');
      const practitionerId = ensurePractitionerOf(write, row, label);
      const technique = cellOf(row, 'technique');
      if (technique !== '') getTechnique(write, technique);
      const participantId = ensureParticipant(write, {
        label,
        practitionerId,
        ...(technique ? { technique } : {}),
      });
      linkUnassignedTurns(write, participantId, label);
    });
  }
}

/**
 * Adds or changes sessions: columns session, company, technique, and if wanted date, duration_minutes,
 * participants (separated by semicolons), interviewer, language, transcript (file or transcript name). A
 * transcript that is named moves into the session. A session keeps what the table has no column for.
 */
export function applySessions(write: WriteHandle, table: Table, mistakes: Mistakes): void {
  for (const row of table.rows) {
    mistakes.collect(table, row, () => applySession(write, row));
  }
}

function ensurePractitionerOf(write: WriteHandle, row: TableRow, label: string): number {
  const name = cellOf(row, 'practitioner') || label;
  const known = findPractitioner(write, name);
  const company = cellOf(row, 'company');
  if (company === '' && !known) throw new Error(`the company of “${label}” is missing`);
  const companyId =
    company === '' ? known?.companyId : ensureCompany(write, company, cellOf(row, 'company_name'));
  if (companyId === undefined) throw new Error(`the company of “${label}” is missing`);
  const fields = {
    companyId,
    name,
    role: cellOf(row, 'role') || (known?.role ?? ''),
    seniority: cellOf(row, 'seniority') || (known?.seniority ?? ''),
  };
  if (!known) return insertPractitioner(write, fields);
  updatePractitioner(write, known.id, fields);
  return known.id;
}

function applySession(write: WriteHandle, row: TableRow): void {
  const label = cellOf(row, 'session');
  const session = findSessionFor(write, label, cellOf(row, 'transcript'));
  const fields = readSession(write, row, label, session);
  if (session) updateSession(write, session.id, fields);
  const sessionId = session?.id ?? insertSession(write, fields);
  const participants = listOf(row, 'participants').map((id) => {
    const participant = findParticipant(write, id);
    if (!participant)
      throw new Error(`the participant “${id}” is not in the study; add it to the participants first`);
    return participant.id;
  });
  if (!session || participants.length > 0) setPresence(write, sessionId, participants);
  placeTranscript(write, cellOf(row, 'transcript'), sessionId);
}

function readSession(write: WriteHandle, row: TableRow, label: string, known?: SessionRow) {
  if (label === '') throw new Error('the session has no name');
  const company = cellOf(row, 'company');
  const technique = getTechnique(write, cellOf(row, 'technique'));
  const date = cellOf(row, 'date');
  const minutes = cellOf(row, 'duration_minutes');
  if (date !== '' && !isCalendarDay(date)) throw new Error(`“${date}” is no date; write it as 2021-02-03`);
  if (minutes !== '' && !/^[1-9]\d*$/.test(minutes)) throw new Error(`“${minutes}” is no number of minutes`);
  if (company === '') throw new Error('the company is missing');
  return {
    label,
    companyId: findCompany(write, company)?.id ?? ensureCompany(write, company),
    techniqueId: technique.id,
    date: hasColumn(row, 'date') ? date || null : (known?.date ?? null),
    durationMinutes: hasColumn(row, 'duration_minutes')
      ? Number(minutes) || null
      : (known?.durationMinutes ?? null),
    interviewer: hasColumn(row, 'interviewer') ? cellOf(row, 'interviewer') : (known?.interviewer ?? ''),
    language: hasColumn(row, 'language') ? cellOf(row, 'language') : (known?.language ?? ''),
  };
}

function getTechnique(write: WriteHandle, letterOrName: string): TechniqueRow {
  const technique = findTechnique(write, letterOrName);
  if (technique) return technique;
  throw new Error(`“${letterOrName}” is no technique of this study; write its letter, such as W`);
}

/** A transcript imported before has a session of its own already: that one takes the table's name and date. */
function findSessionFor(write: WriteHandle, label: string, transcript: string): SessionRow | undefined {
  const named = findSession(write, label);
  if (named || transcript === '') return named;
  const found = findNamed(listTranscriptNames(write), transcript);
  return found && getSession(write, found.sessionId);
}

function placeTranscript(write: WriteHandle, name: string, sessionId: number): void {
  const transcript = name === '' ? undefined : findNamed(listTranscriptNames(write), name);
  if (transcript) moveTranscript(write, transcript.id, sessionId);
}
