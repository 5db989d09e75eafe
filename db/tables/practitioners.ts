import { newGuid } from '../guid.ts';
import { integer, query, type ReadHandle, type RowOf, text, type WriteHandle } from '../sql.ts';

/** The persons heard. */
const columns = { id: integer, companyId: integer, company: text, name: text, role: text, seniority: text };
export type PractitionerRow = RowOf<typeof columns>;

const select = `SELECT p.id, p.company_id AS companyId, c.label AS company, p.name, p.role, p.seniority
  FROM practitioners p JOIN companies c ON c.id = p.company_id`;
const allPractitioners = query(columns, `${select} ORDER BY c.position, c.label, p.id`);
const byId = query(columns, `${select} WHERE p.id = ?`);
const byName = query(columns, `${select} WHERE p.name = ?`);

/** Returns every practitioner by company, in the order in which they were added. */
export function listPractitioners(read: ReadHandle): PractitionerRow[] {
  return read.all(allPractitioners);
}

/** Returns the practitioner with this id. Throws when there is none. */
export function getPractitioner(read: ReadHandle, id: number): PractitionerRow {
  return read.get(byId, id);
}

/** Returns the practitioner of this name, upper and lower case alike. */
export function findPractitioner(read: ReadHandle, name: string): PractitionerRow | undefined {
  return read.find(byName, name);
}

export type PractitionerFields = { companyId: number; name: string; role: string; seniority: string };

/** Adds a practitioner and returns the id. Throws when the name is taken. */
export function insertPractitioner(
  write: WriteHandle,
  { companyId, name, role, seniority }: PractitionerFields,
): number {
  return write.insert('practitioners', { guid: newGuid(), companyId, name, role, seniority });
}

/** Changes a practitioner. Throws when the name is taken. */
export function updatePractitioner(write: WriteHandle, id: number, person: PractitionerFields): void {
  write.run(
    'UPDATE practitioners SET company_id = ?, name = ?, role = ?, seniority = ? WHERE id = ?',
    person.companyId,
    person.name,
    person.role,
    person.seniority,
    id,
  );
}

/** Deletes a practitioner with the participant ids; the turns stay and lose their speaker. */
export function deletePractitioner(write: WriteHandle, id: number): void {
  write.run('DELETE FROM practitioners WHERE id = ?', id);
}
