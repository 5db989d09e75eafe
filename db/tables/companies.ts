import { newGuid } from '../guid.ts';
import { integer, query, type ReadHandle, type RowOf, text, type WriteHandle } from '../sql.ts';

/** The case companies. */
const columns = {
  id: integer,
  label: text,
  name: text,
  definition: text,
  transcripts: integer,
  practitioners: integer,
};
export type CompanyRow = RowOf<typeof columns>;

const select = `SELECT c.id, c.label, c.name, c.definition,
  (SELECT count(*) FROM transcripts t JOIN sessions s ON s.id = t.session_id WHERE s.company_id = c.id) AS transcripts,
  (SELECT count(*) FROM practitioners p WHERE p.company_id = c.id) AS practitioners FROM companies c`;
const allCompanies = query(columns, `${select} ORDER BY c.position, c.label`);
const byId = query(columns, `${select} WHERE c.id = ?`);
const byLabel = query(
  { id: integer, label: text, name: text },
  `SELECT id, label, name FROM companies WHERE label = ? OR name = ? COLLATE NOCASE
   ORDER BY label = ? DESC, position LIMIT 1`,
);
const lastPosition = query({ last: integer }, 'SELECT coalesce(max(position), -1) AS last FROM companies');

/** Returns every company in the order of the study. */
export function listCompanies(read: ReadHandle): CompanyRow[] {
  return read.all(allCompanies);
}

/** Returns the company with this id. Throws when there is none. */
export function getCompany(read: ReadHandle, id: number): CompanyRow {
  return read.get(byId, id);
}

/** Returns the company with this label, or else with this name, upper and lower case alike. */
export function findCompany(
  read: ReadHandle,
  labelOrName: string,
): { id: number; label: string; name: string } | undefined {
  return read.find(byLabel, labelOrName, labelOrName, labelOrName);
}

/** Adds a company and returns its id. Throws when the label is taken. */
export function insertCompany(
  write: WriteHandle,
  company: { label: string; name: string; definition?: string },
): number {
  const position = write.get(lastPosition).last + 1;
  const { label, name, definition = '' } = company;
  return write.insert('companies', { guid: newGuid(), label, name, definition, position });
}

/** Returns the id of the company with this label; adds it when it is new, named by its label unless a name is given. */
export function ensureCompany(write: WriteHandle, label: string, name = ''): number {
  const known = findCompany(write, label);
  if (!known) return insertCompany(write, { label, name: name || label });
  if (name && known.name === known.label && name !== known.name) {
    write.run('UPDATE companies SET name = ? WHERE id = ?', name, known.id);
  }
  return known.id;
}

/** Changes a company. Throws when the label is taken. */
export function updateCompany(
  write: WriteHandle,
  { id, label, name, definition }: { id: number; label: string; name: string; definition: string },
): void {
  write.run(
    'UPDATE companies SET label = ?, name = ?, definition = ? WHERE id = ?',
    label,
    name,
    definition,
    id,
  );
}

/** Deletes a company with its practitioners, sessions, transcripts, ratings and placement. */
export function deleteCompany(write: WriteHandle, id: number): void {
  write.run('DELETE FROM companies WHERE id = ?', id);
}
