import { areIds, parseIds } from '../../../db/model/participant-ids.ts';
import { toParticipantId } from '../../../db/model/speaker.ts';
import type { ReadHandle, WriteHandle } from '../../../db/sql.ts';
import { listAttributes, listValuesOf } from '../../../db/tables/attributes.ts';
import {
  countTurnsOf,
  ensureParticipant,
  findParticipant,
  isStandIn,
  listParticipantsOf,
  type ParticipantRow,
} from '../../../db/tables/participants.ts';
import {
  findPractitioner,
  getPractitioner,
  insertPractitioner,
  type PractitionerRow,
  updatePractitioner,
} from '../../../db/tables/practitioners.ts';
import { findTechnique } from '../../../db/tables/techniques.ts';
import { linkTurns } from '../../../db/tables/turns.ts';
import { applyAttributes } from './apply-attributes.ts';
import { ensureCompanyOf } from './apply-companies.ts';
import { getTechnique } from './apply-sessions.ts';
import { cellOf, type TableRow } from './csv-table.ts';
import { idsPrefix, saysNothing } from './fields.ts';
import { type Facts, listChanges, quote, type RowEffect, toLine } from './row-effect.ts';

/** An id that a row gives a person, and the technique where the letter of the id does not tell it. */
type GivenId = { label: string; technique?: string };

/**
 * Adds or changes a person: columns participant (one id or several) or one column of ids a technique, practitioner,
 * company, and if wanted company_name, role, seniority, technique, attributes. Rows with the same practitioner are one
 * person; without a name the ids say who it is. Turns that carry an id as their label and have no speaker yet, the
 * `unassigned` ones by their labels in small letters, get this one. An empty cell says nothing.
 */
export function applyParticipantRow(
  write: WriteHandle,
  row: TableRow,
  unassigned: ReadonlyMap<string, readonly number[]>,
): RowEffect {
  const ids = readIds(write, row);
  const name = toLine(cellOf(row, 'practitioner'), 'name');
  if (ids.length === 0 && (name === '' || hasIdColumn(row))) {
    throw new Error('the participant id is missing; write one such as P1');
  }
  const known = findPerson(write, name, ids);
  const before = known && readFacts(write, known.id);
  const { id, changes } = savePerson(write, row, known, name || (ids[0]?.label ?? ''), ids);
  for (const given of ids) {
    const participantId = ensureParticipant(write, { ...given, practitionerId: id });
    linkTurns(write, participantId, unassigned.get(given.label.toLowerCase()) ?? []);
  }
  applyAttributes(write, row, id);
  return {
    about: ids.map(({ label }) => label).join(', ') || name,
    isNew: !known,
    changes: [...listChanges(before, readFacts(write, id)), ...changes],
    remarks: [],
  };
}

function hasIdColumn(row: TableRow): boolean {
  return [...row.cells.keys()].some((field) => field === 'participant' || field.startsWith(idsPrefix));
}

function readIds(read: ReadHandle, row: TableRow): GivenId[] {
  const technique = cellOf(row, 'technique');
  if (technique !== '') getTechnique(read, technique);
  const written = cellOf(row, 'participant');
  const listed = saysNothing(written) ? [] : splitIds(written);
  const ids = listed.map((label): GivenId => {
    // P1 is an interview's whatever the technique of a row with several ids says.
    const isOwn = listed.length > 1 && findTechnique(read, label.replace(/\d+$/u, '')) !== undefined;
    return technique === '' || isOwn ? { label } : { label, technique };
  });
  const byTechnique = [...row.cells].flatMap(([field, cell]): GivenId[] => {
    if (!field.startsWith(idsPrefix) || saysNothing(cell)) return [];
    const letter = field.slice(idsPrefix.length);
    return parseIds(cell, letter).map((label) => ({ label, technique: letter }));
  });
  const all = new Map([...ids, ...byTechnique].map((id) => [id.label.toUpperCase(), id]));
  return [...all.values()].map((id) => ({ ...id, label: toLine(id.label, 'participant id', 40) }));
}

/** `P1 W1; S1` are three ids; what is no list of ids is one label as it is written, unless signs divide it. */
function splitIds(written: string): string[] {
  if (/^\p{L}+\d+$/u.test(written)) return [written];
  const single = toParticipantId(written);
  if (single !== undefined) return [single];
  if (areIds(written)) return parseIds(written);
  return written
    .split(/[;,\n]/)
    .map((label) => label.trim())
    .filter((label) => label !== '');
}

/**
 * Finds who a row is about. A name decides; without one the person who has one of the ids. A person whom an import
 * knew by an id alone becomes the person named.
 */
function findPerson(read: ReadHandle, name: string, ids: readonly GivenId[]): PractitionerRow | undefined {
  const named = name === '' ? undefined : findPractitioner(read, name);
  if (named) return named;
  const known = ids.map(({ label }) => findParticipant(read, label)).filter((one) => one !== undefined);
  const standIn = known.find(isStandIn);
  if (name !== '') return standIn && getPractitioner(read, standIn.practitionerId);
  const owner = findOwner(known) ?? standIn;
  if (owner) return getPractitioner(read, owner.practitionerId);
  return ids[0] && findPractitioner(read, ids[0].label);
}

function findOwner(known: readonly ParticipantRow[]): ParticipantRow | undefined {
  const owners = new Map(
    known.filter((one) => !isStandIn(one)).map((one) => [one.practitionerId, one] as const),
  );
  const [first, second] = [...owners.values()];
  if (first && second) {
    throw new Error(
      `${first.label} is ${first.practitioner} and ${second.label} is ${second.practitioner}; put their ids into two rows, or give the row a name if they are one person`,
    );
  }
  return first;
}

function savePerson(
  write: WriteHandle,
  row: TableRow,
  known: PractitionerRow | undefined,
  name: string,
  ids: readonly GivenId[],
): { id: number; changes: string[] } {
  const label = cellOf(row, 'company');
  const company = label === '' ? undefined : ensureCompanyOf(write, label, cellOf(row, 'company_name'));
  const companyId = company?.id ?? known?.companyId;
  if (companyId === undefined) throw new Error(`the company of ${quote(ids[0]?.label ?? name)} is missing`);
  const fields = {
    companyId,
    name: known && cellOf(row, 'practitioner') === '' ? known.name : name,
    role: toLine(cellOf(row, 'role'), 'role') || (known?.role ?? ''),
    seniority: toLine(cellOf(row, 'seniority'), 'seniority') || (known?.seniority ?? ''),
  };
  const changes = company?.changes ?? [];
  if (!known) return { id: insertPractitioner(write, fields), changes };
  updatePractitioner(write, known.id, fields);
  return { id: known.id, changes };
}

function readFacts(read: ReadHandle, id: number): Facts {
  const person = getPractitioner(read, id);
  const values = listValuesOf(read, id);
  const turns = countTurnsOf(read, id);
  return [
    ['name', person.name],
    ['company', person.company],
    ['role', person.role],
    ['seniority', person.seniority],
    ['ids', describeIds(listParticipantsOf(read, id))],
    ['turns', turns === 0 ? '' : String(turns)],
    ...listAttributes(read).map(
      ({ id: attributeId, name }) => [name, values.get(attributeId) ?? ''] as const,
    ),
  ];
}

const describeIds = (participants: readonly ParticipantRow[]) =>
  participants.map(({ label }) => label).join(', ');
