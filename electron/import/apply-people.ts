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
import { listTranscriptNames } from '../../db/tables/transcripts.ts';
import { findNamed, type Mistakes } from './apply-mistakes.ts';
import { cellOf, hasColumn, isDate, listOf, type Table, type TableRow } from './csv-table.ts';

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
      linkTurns(write, participantId, label);
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

function linkTurns(write: WriteHandle, participantId: number, label: string): void {
  write.run(
    `INSERT OR IGNORE INTO session_participants (session_id, participant_id)
     SELECT DISTINCT tr.session_id, ? FROM turns t JOIN transcripts tr ON tr.id = t.transcript_id
     WHERE t.label = ? COLLATE NOCASE AND t.participant_id IS NULL AND t.is_interviewer = 0`,
    participantId,
    label,
  );
  write.run(
    `UPDATE turns SET participant_id = ? WHERE label = ? COLLATE NOCASE AND participant_id IS NULL
     AND is_interviewer = 0`,
    participantId,
    label,
  );
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
  moveTranscript(write, cellOf(row, 'transcript'), sessionId);
}

function readSession(write: WriteHandle, row: TableRow, label: string, known?: SessionRow) {
  if (label === '') throw new Error('the session has no name');
  const company = cellOf(row, 'company');
  const technique = getTechnique(write, cellOf(row, 'technique'));
  const date = cellOf(row, 'date');
  const minutes = cellOf(row, 'duration_minutes');
  if (date !== '' && !isDate(date)) throw new Error(`“${date}” is no date; write it as 2021-02-03`);
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

function moveTranscript(write: WriteHandle, name: string, sessionId: number): void {
  const transcript = name === '' ? undefined : findNamed(listTranscriptNames(write), name);
  if (!transcript || transcript.sessionId === sessionId) return;
  write.run('UPDATE transcripts SET session_id = ? WHERE id = ?', sessionId, transcript.id);
  write.run(
    'DELETE FROM sessions WHERE id = ? AND id NOT IN (SELECT session_id FROM transcripts)',
    transcript.sessionId,
  );
}
