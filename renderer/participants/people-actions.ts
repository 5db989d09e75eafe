import type { Company, Practitioner, Session } from '../../electron/ipc/contract/people.ts';
import { getStudyApi, type StudyApi } from '../api.ts';
import { invalidateTables } from '../state/queries.ts';
import { type SessionFields, toSessionFields } from './session-fields.ts';

/** A technique of the study with its row id. */
export type TechniqueRow = Awaited<ReturnType<StudyApi['technique']['list']>>[number];

/**
 * Writes, then waits until what is on screen has been read anew, so that a cell that closes shows what the study
 * holds and not for a moment what it held before.
 */
async function write<T>(tables: readonly string[], action: (api: StudyApi) => Promise<T>): Promise<T> {
  const answer = await action(getStudyApi());
  await invalidateTables(tables);
  return answer;
}

export const savePractitioner = (practitioner: Practitioner, participants?: string[]) =>
  write(['practitioners', 'participants'], (api) =>
    api.practitioner.save({
      id: practitioner.id,
      companyId: practitioner.companyId,
      name: practitioner.name,
      role: practitioner.role,
      seniority: practitioner.seniority,
      participants: participants ?? practitioner.participants.map(({ label }) => label),
    }),
  );

export const addPractitioner = (fields: Parameters<StudyApi['practitioner']['save']>[0]) =>
  write(['practitioners', 'participants'], (api) => api.practitioner.save(fields));

export const deletePractitioner = (id: number) =>
  write(['practitioners', 'participants'], (api) => api.practitioner.delete({ id }));

export const saveCompany = ({
  id,
  label,
  name,
  definition,
}: Pick<Company, 'label' | 'name' | 'definition'> & { id?: number }) =>
  write(['companies'], (api) =>
    api.company.save({ ...(id === undefined ? {} : { id }), label, name, definition }),
  );

export const deleteCompany = (id: number) =>
  write(['companies', 'practitioners', 'sessions'], (api) => api.company.delete({ id }));

export const saveTechnique = (technique: { id?: number; letter: string; name: string }) =>
  write(['techniques'], (api) => api.technique.save(technique));

export const changeSession = (session: Session, change: Partial<SessionFields>) =>
  addSession(toSessionFields(session, change));

export const addSession = (fields: SessionFields) =>
  write(['sessions', 'session_participants'], (api) => api.session.save(fields));

export const deleteSession = (id: number) =>
  write(['sessions', 'session_participants'], (api) => api.session.delete({ id }));
