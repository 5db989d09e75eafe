import { newGuid } from '../guid.ts';
import { findTechniqueLetter } from '../model/technique.ts';
import { integer, query, type ReadHandle, type RowOf, text, type WriteHandle } from '../sql.ts';
import { findTechnique } from './techniques.ts';

/** A practitioner in one technique, with an id such as `P1`. */
const columns = {
  id: integer,
  label: text,
  techniqueId: integer,
  technique: text,
  practitionerId: integer,
  practitioner: text,
  role: text,
  companyId: integer,
  company: text,
};
export type ParticipantRow = RowOf<typeof columns>;

const select = `SELECT pa.id, pa.label, te.id AS techniqueId, te.letter AS technique, pr.id AS practitionerId,
  pr.name AS practitioner, pr.role, c.id AS companyId, c.label AS company
  FROM participants pa JOIN techniques te ON te.id = pa.technique_id
  JOIN practitioners pr ON pr.id = pa.practitioner_id JOIN companies c ON c.id = pr.company_id`;
const allParticipants = query(columns, `${select} ORDER BY pr.id, te.position, length(pa.label), pa.label`);
const byLabel = query(columns, `${select} WHERE pa.label = ?`);
const byId = query(columns, `${select} WHERE pa.id = ?`);
const ofPractitioner = query(
  columns,
  `${select} WHERE pr.id = ? ORDER BY te.position, length(pa.label), pa.label`,
);
const turnsOf = query(
  { turns: integer },
  `SELECT count(*) AS turns FROM participants pa JOIN turns t ON t.participant_id = pa.id
   WHERE pa.practitioner_id = ?`,
);
const turnCounts = query(
  { participantId: integer, turns: integer },
  'SELECT participant_id AS participantId, count(*) AS turns FROM turns WHERE participant_id IS NOT NULL GROUP BY 1',
);

/** Thrown when a participant id cannot be given: it is another person's, or its letters name no technique. */
export class ParticipantError extends Error {}

/** Returns every participant with person, technique and company. */
export function listParticipants(read: ReadHandle): ParticipantRow[] {
  return read.all(allParticipants);
}

/** Returns the participants of one practitioner by technique, in the order of their numbers. */
export function listParticipantsOf(read: ReadHandle, practitionerId: number): ParticipantRow[] {
  return read.all(ofPractitioner, practitionerId);
}

/** Returns how many turns a practitioner has under all ids. */
export function countTurnsOf(read: ReadHandle, practitionerId: number): number {
  return read.get(turnsOf, practitionerId).turns;
}

/** Returns how many turns each participant has; those without turns are not in it. */
export function countTurnsByParticipant(read: ReadHandle): Map<number, number> {
  return new Map(read.all(turnCounts).map(({ participantId, turns }) => [participantId, turns]));
}

/** Returns the participant with this id, upper and lower case alike. */
export function findParticipant(read: ReadHandle, label: string): ParticipantRow | undefined {
  return read.find(byLabel, label);
}

/** Returns the participant with this row id. */
export function findParticipantById(read: ReadHandle, id: number): ParticipantRow | undefined {
  return read.find(byId, id);
}

/**
 * Gives a practitioner a participant id and returns the participant's row id. The technique is named, or read
 * off the letters of the id. An id that stands for nobody but itself moves to the practitioner. Throws a
 * ParticipantError with a sentence for people.
 */
export function ensureParticipant(
  write: WriteHandle,
  { label, practitionerId, technique }: { label: string; practitionerId: number; technique?: string },
): number {
  const known = findParticipant(write, label);
  if (known && known.practitionerId !== practitionerId && isStandIn(known)) {
    return takeOver(write, known, practitionerId);
  }
  if (known && known.practitionerId !== practitionerId) {
    throw new ParticipantError(
      `The participant id “${label}” is ${known.practitioner}'s already. Give this person another id.`,
    );
  }
  if (known) return known.id;
  const letter = technique || findTechniqueLetter(label);
  const row = letter ? findTechnique(write, letter) : undefined;
  if (!row) {
    throw new ParticipantError(
      `“${label}” does not begin with the letter of a technique, such as P in P1. Change the id, or add the technique first.`,
    );
  }
  return write.insert('participants', { guid: newGuid(), practitionerId, techniqueId: row.id, label });
}

/** An import that met P1 before anybody said who that is made a practitioner of that name: a stand-in. */
export function isStandIn({ practitioner, label }: Pick<ParticipantRow, 'practitioner' | 'label'>): boolean {
  return practitioner.toLowerCase() === label.toLowerCase();
}

/** The participant moves, with all turns, to the person it is now said to be; a stand-in without ids goes. */
function takeOver(
  write: WriteHandle,
  { id, practitionerId: standIn }: ParticipantRow,
  practitionerId: number,
): number {
  write.run('UPDATE participants SET practitioner_id = ? WHERE id = ?', practitionerId, id);
  write.run(
    'DELETE FROM practitioners WHERE id = ? AND id NOT IN (SELECT practitioner_id FROM participants)',
    standIn,
  );
  return id;
}

/** Makes these the practitioner's participant ids: adds the new ones, removes those left out. */
export function setParticipants(write: WriteHandle, practitionerId: number, labels: readonly string[]): void {
  const wanted = new Set(labels.map((label) => label.toLowerCase()));
  for (const { id, label } of listParticipantsOf(write, practitionerId)) {
    if (!wanted.has(label.toLowerCase())) write.run('DELETE FROM participants WHERE id = ?', id);
  }
  for (const label of labels) ensureParticipant(write, { label, practitionerId });
}
