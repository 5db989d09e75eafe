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
  place: string;
  asked: string[];
  participantIds: number[];
};

/** Returns a session with some of its fields changed, ready to be saved. */
export function toSessionFields(session: Session, change: Partial<SessionFields>): SessionFields {
  const {
    company: _company,
    technique: _technique,
    transcripts: _transcripts,
    participants,
    ...fields
  } = session;
  return { ...fields, participantIds: participants.map(({ id }) => id), ...change };
}
