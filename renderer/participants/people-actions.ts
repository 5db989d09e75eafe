import type { Attribute, Company, Practitioner, Session } from '../../electron/ipc/contract/people.ts';
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

const ofPractitioners = ['practitioners', 'participants', 'attribute_values'];

export const savePractitioner = (practitioner: Practitioner, participants?: string[]) =>
  write(ofPractitioners, (api) => api.practitioner.save(toPractitionerFields(practitioner, participants)));

/** Sets the value of one attribute; an empty one takes it out. */
export const setAttribute = (practitioner: Practitioner, attributeId: number, value: string) =>
  write(ofPractitioners, (api) =>
    api.practitioner.save({ ...toPractitionerFields(practitioner), attributes: { [attributeId]: value } }),
  );

function toPractitionerFields(
  { id, companyId, name, role, seniority, participants: present }: Practitioner,
  participants = present.map(({ label }) => label),
) {
  return { id, companyId, name, role, seniority, participants };
}

export const addPractitioner = (fields: Parameters<StudyApi['practitioner']['save']>[0]) =>
  write(ofPractitioners, (api) => api.practitioner.save(fields));

export const deletePractitioner = (id: number) =>
  write(ofPractitioners, (api) => api.practitioner.delete({ id }));

export type AttributeFields = Pick<Attribute, 'name' | 'kind' | 'choices'> & { id?: number };

export const saveAttribute = (fields: AttributeFields) =>
  write(['attributes', 'attribute_values'], (api) => api.attribute.save(fields));

export const orderAttributes = (ids: number[]) =>
  write(['attributes'], (api) => api.attribute.order({ ids }));

export const deleteAttribute = (id: number) =>
  write(['attributes', 'attribute_values'], (api) => api.attribute.delete({ id }));

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
  write(['sessions', 'session_participants', 'asked'], (api) => api.session.save(fields));

export const deleteSession = (id: number) =>
  write(['sessions', 'session_participants'], (api) => api.session.delete({ id }));
