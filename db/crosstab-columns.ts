import type { CrosstabKind } from './model/crosstab.ts';
import { integer, nullable, query, type ReadHandle, text } from './sql.ts';
import { listCompanies } from './tables/companies.ts';
import { listTechniques } from './tables/techniques.ts';

/** The columns of a table of codes, and what stands in which of them. */

const transcripts = query(
  {
    id: integer,
    name: text,
    companyId: integer,
    company: text,
    techniqueId: integer,
    technique: text,
    date: nullable(text),
  },
  `SELECT tr.id, tr.name, c.id AS companyId, c.label AS company, te.id AS techniqueId, te.letter AS technique, s.date
   FROM transcripts tr JOIN sessions s ON s.id = tr.session_id JOIN companies c ON c.id = s.company_id
   JOIN techniques te ON te.id = s.technique_id ORDER BY c.position, c.label, te.position, s.date, tr.name`,
);

const practitioners = query(
  { id: integer, name: text, role: text, companyId: integer, company: text, participants: nullable(text) },
  `SELECT pr.id, pr.name, pr.role, c.id AS companyId, c.label AS company,
     (SELECT group_concat(label, ' ') FROM (SELECT pa.label FROM participants pa JOIN techniques te ON te.id = pa.technique_id
       WHERE pa.practitioner_id = pr.id ORDER BY te.position, length(pa.label), pa.label)) AS participants
   FROM practitioners pr JOIN companies c ON c.id = pr.company_id ORDER BY c.position, c.label, pr.id`,
);

export type PlacedColumn = { id: number; label: string; detail: string };

export type PlacedColumns = {
  list: PlacedColumn[];
  columnsOfTranscript: ReadonlyMap<number, readonly number[]>;
  columnsOfPerson: ReadonlyMap<number, readonly number[]> | undefined;
};

type Wish = { kind: CrosstabKind; companyIds?: readonly number[] | undefined };

/**
 * Returns the columns in the order of the study, narrowed to some companies where they are of one. A practitioner of another
 * company who is heard there (`heard`, by practitioner) has a column too. Roles that differ only in upper and lower
 * case are one; who has none stands under “no role”.
 */
export function listCrosstabColumns(
  read: ReadHandle,
  { kind, companyIds }: Wish,
  heard: ReadonlySet<number>,
): PlacedColumns {
  const isWanted = (companyId: number) => companyIds === undefined || companyIds.includes(companyId);
  if (kind === 'practitioner' || kind === 'role') {
    const people = read
      .all(practitioners)
      .filter(({ id, companyId }) => isWanted(companyId) || heard.has(id));
    return kind === 'role' ? placeRoles(people) : placePractitioners(people);
  }
  const texts = read.all(transcripts).filter(({ companyId }) => isWanted(companyId));
  if (kind === 'transcript') {
    const list = texts.map(({ id, name, company, technique, date }) => ({
      id,
      label: name,
      detail: [`company ${company}`, technique, date].filter(Boolean).join(', '),
    }));
    return placeTranscripts(list, texts, ({ id }) => id);
  }
  if (kind === 'company') {
    const list = listCompanies(read)
      .filter(({ id }) => isWanted(id))
      .map(({ id, label, name }) => ({ id, label, detail: name }));
    return placeTranscripts(list, texts, ({ companyId }) => companyId);
  }
  const list = listTechniques(read).map(({ id, letter, name }) => ({ id, label: letter, detail: name }));
  return placeTranscripts(list, texts, ({ techniqueId }) => techniqueId);
}

type Text = { id: number; companyId: number; techniqueId: number };

function placeTranscripts(
  list: PlacedColumn[],
  texts: readonly Text[],
  idOf: (transcript: Text) => number,
): PlacedColumns {
  const columnOf = new Map(list.map(({ id }, column) => [id, [column]]));
  return {
    list,
    columnsOfTranscript: new Map(texts.map((one) => [one.id, columnOf.get(idOf(one)) ?? []])),
    columnsOfPerson: undefined,
  };
}

type Person = { id: number; name: string; role: string; company: string; participants: string | null };

function placePractitioners(people: readonly Person[]): PlacedColumns {
  return {
    list: people.map(({ id, name, role, company, participants }) => ({
      id,
      label: participants ?? name,
      detail: [name, role, `company ${company}`].filter(Boolean).join(', '),
    })),
    columnsOfTranscript: new Map(),
    columnsOfPerson: new Map(people.map(({ id }, column) => [id, [column]])),
  };
}

function placeRoles(people: readonly Person[]): PlacedColumns {
  const byRole = Map.groupBy(people, ({ role }) => role.toLowerCase());
  const roles = [...byRole.keys()].sort((left, right) =>
    left === '' ? 1 : right === '' ? -1 : left.localeCompare(right),
  );
  const columnOf = new Map(roles.map((role, column) => [role, [column]]));
  return {
    list: roles.map((role, id) => ({
      id,
      label: byRole.get(role)?.[0]?.role ?? '',
      detail: role === '' ? 'practitioners without a role' : 'role',
    })),
    columnsOfTranscript: new Map(),
    columnsOfPerson: new Map(people.map(({ id, role }) => [id, columnOf.get(role.toLowerCase()) ?? []])),
  };
}
