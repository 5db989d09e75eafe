import { parseIds } from '../../db/model/participant-ids.ts';
import type { Practitioner } from '../../electron/ipc/contract/people.ts';

/** A participant id as a table shows it: the id and the turns heard under it. */
export type ShownId = Practitioner['participants'][number];

/** Returns a practitioner's participants in the technique with this letter, in the order of their numbers. */
export function listIdsOf(practitioner: Practitioner, letter: string): ShownId[] {
  return practitioner.participants
    .filter(({ technique }) => technique === letter)
    .toSorted((left, right) => left.label.localeCompare(right.label, 'en', { numeric: true }));
}

/** Returns all participant ids of a practitioner after those of one technique were replaced by what was typed. */
export function replaceIds(practitioner: Practitioner, letter: string, typed: string): string[] {
  const others = practitioner.participants.filter(({ technique }) => technique !== letter);
  return [...new Set([...others.map(({ label }) => label), ...parseIds(typed, letter)])];
}

/** Returns the turns heard of a practitioner under all ids. */
export function countTurns(practitioner: Practitioner): number {
  return practitioner.participants.reduce((sum, { turns }) => sum + turns, 0);
}

/** Returns the row ids of the participants named in a text. Throws with a sentence when one is not in the study. */
export function findParticipantIds(practitioners: readonly Practitioner[], typed: string): number[] {
  const known = new Map(
    practitioners.flatMap(({ participants }) =>
      participants.map(({ id, label }) => [label.toUpperCase(), id]),
    ),
  );
  return parseIds(typed).map((label) => {
    const id = known.get(label.toUpperCase());
    if (id === undefined) throw new Error(`Nobody has the id “${label}”. Add it under Practitioners first.`);
    return id;
  });
}
