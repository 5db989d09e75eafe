import type { Session } from '../../electron/ipc/contract/people.ts';

/** A session as it is saved: everything that can be changed about it. */
export type SessionFields = {
  id?: number;
  label: string;
  companyId: number;
  techniqueId: number;
  date: string | null;
  durationMinutes: number | null;
  interviewer: string;
  language: string;
  participantIds: number[];
};

/** Returns a session with some of its fields changed, ready to be saved. */
export function toSessionFields(session: Session, change: Partial<SessionFields>): SessionFields {
  const { id, label, companyId, techniqueId, date, durationMinutes, interviewer, language, participants } =
    session;
  const participantIds = participants.map((participant) => participant.id);
  return {
    ...{ id, label, companyId, techniqueId, date, durationMinutes, interviewer, language, participantIds },
    ...change,
  };
}

/**
 * Returns the minutes a text means (`45`, `45 min`, `0:45`, `1:30`, `1 h 30`), or null when it is empty. Throws
 * with a sentence for anything else.
 */
export function parseMinutes(text: string): number | null {
  const written = text.trim().toLowerCase();
  if (written === '') return null;
  const minutes = /^(\d{1,4})\s*(?:m|min|mins|minutes?)?$/.exec(written);
  const hours = /^(\d{1,2})\s*(?::|h)\s*(\d{1,2})?\s*(?:m|min|minutes?)?$/.exec(written);
  const total = minutes ? Number(minutes[1]) : hours ? Number(hours[1]) * 60 + Number(hours[2] ?? 0) : 0;
  if (total <= 0) throw new Error(`“${text.trim()}” is no duration. Write minutes, such as 45.`);
  return total;
}
