import { newGuid } from '../guid.ts';
import { integer, nullable, query, type ReadHandle, type RowOf, text, type WriteHandle } from '../sql.ts';

/** One interview, workshop, meeting or stand-up on one date. */
const columns = {
  id: integer,
  label: text,
  companyId: integer,
  company: text,
  techniqueId: integer,
  technique: text,
  date: nullable(text),
  durationMinutes: nullable(integer),
  interviewer: text,
  language: text,
  place: text,
};
export type SessionRow = RowOf<typeof columns>;

const select = `SELECT s.id, s.label, s.company_id AS companyId, c.label AS company, s.technique_id AS techniqueId,
  te.letter AS technique, s.date, s.duration_minutes AS durationMinutes, s.interviewer, s.language, s.place
  FROM sessions s JOIN companies c ON c.id = s.company_id JOIN techniques te ON te.id = s.technique_id`;
const allSessions = query(columns, `${select} ORDER BY c.position, c.label, te.position, s.date, s.label`);
const byLabel = query(columns, `${select} WHERE s.label = ?`);
const byId = query(columns, `${select} WHERE s.id = ?`);
const present = query(
  { sessionId: integer, id: integer, label: text },
  `SELECT sp.session_id AS sessionId, p.id, p.label FROM session_participants sp
   JOIN participants p ON p.id = sp.participant_id ORDER BY 1, length(p.label), p.label`,
);
const presentIn = query(
  { id: integer, label: text },
  `SELECT p.id, p.label FROM session_participants sp JOIN participants p ON p.id = sp.participant_id
   WHERE sp.session_id = ? ORDER BY length(p.label), p.label`,
);

/** Returns every session by company, technique and date. */
export function listSessions(read: ReadHandle): SessionRow[] {
  return read.all(allSessions);
}

/** Returns who was present, for all sessions. */
export function listPresence(read: ReadHandle): { sessionId: number; id: number; label: string }[] {
  return read.all(present);
}

/** Returns the session with this id, or undefined when it is not in the study. */
export function findSessionById(read: ReadHandle, id: number): SessionRow | undefined {
  return read.find(byId, id);
}

/** Returns the session with this id. Throws when there is none. */
export function getSession(read: ReadHandle, id: number): SessionRow {
  return read.get(byId, id);
}

/** Returns the session of this label, upper and lower case alike. */
export function findSession(read: ReadHandle, label: string): SessionRow | undefined {
  return read.find(byLabel, label);
}

export type SessionFields = {
  label: string;
  companyId: number;
  techniqueId: number;
  date: string | null;
  durationMinutes: number | null;
  interviewer: string;
  language: string;
  place: string;
};

/** Adds a session and returns its id. Throws when the label is taken. */
export function insertSession(
  write: WriteHandle,
  { place = '', ...fields }: Omit<SessionFields, 'place'> & { place?: string },
): number {
  return write.insert('sessions', {
    guid: newGuid(),
    label: fields.label,
    companyId: fields.companyId,
    techniqueId: fields.techniqueId,
    date: fields.date,
    durationMinutes: fields.durationMinutes,
    interviewer: fields.interviewer,
    language: fields.language,
    place,
  });
}

/** Changes a session. Throws when the label is taken. */
export function updateSession(write: WriteHandle, id: number, fields: SessionFields): void {
  write.run(
    `UPDATE sessions SET label = ?, company_id = ?, technique_id = ?, date = ?, duration_minutes = ?,
     interviewer = ?, language = ?, place = ? WHERE id = ?`,
    fields.label,
    fields.companyId,
    fields.techniqueId,
    fields.date,
    fields.durationMinutes,
    fields.interviewer,
    fields.language,
    fields.place,
    id,
  );
}

/** Returns who was present in one session. */
export function listPresentIn(read: ReadHandle, sessionId: number): { id: number; label: string }[] {
  return read.all(presentIn, sessionId);
}

/** Makes these participants the ones present; only what differs is written. */
export function setPresence(write: WriteHandle, sessionId: number, participantIds: readonly number[]): void {
  const wanted = new Set(participantIds);
  const former = new Set(listPresentIn(write, sessionId).map(({ id }) => id));
  for (const id of former) {
    if (wanted.has(id)) continue;
    write.run('DELETE FROM session_participants WHERE session_id = ? AND participant_id = ?', sessionId, id);
  }
  for (const participantId of wanted) {
    if (!former.has(participantId)) write.insert('session_participants', { sessionId, participantId });
  }
}

/** Notes that a participant was present; once is enough. */
export function addPresence(write: WriteHandle, sessionId: number, participantId: number): void {
  write.run(
    'INSERT OR IGNORE INTO session_participants (session_id, participant_id) VALUES (?, ?)',
    sessionId,
    participantId,
  );
}

/** Deletes a session with its transcripts. */
export function deleteSession(write: WriteHandle, id: number): void {
  write.run('DELETE FROM sessions WHERE id = ?', id);
}

/** Returns the wished label, or with a number behind it when another session has that label. */
export function toFreeSessionLabel(read: ReadHandle, wished: string): string {
  let label = wished;
  for (let number = 2; findSession(read, label); number++) label = `${wished} (${number})`;
  return label;
}
