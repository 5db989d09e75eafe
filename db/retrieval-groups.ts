import { statuses } from './model/coding.ts';
import type { Grouping } from './model/retrieval.ts';
import type { FoundCoding } from './retrieval-codings.ts';
import type { ReadHandle } from './sql.ts';
import { listCoders } from './tables/coders.ts';
import { listCodes } from './tables/codes.ts';
import type { ParticipantRow } from './tables/participants.ts';
import type { TranscriptPlace } from './tables/transcripts.ts';

/** A part of the results: its key is steady, its title is for people, `count` codings stand under it. */
export type FoundGroup = { key: string; title: string; count: number };

/** What codings are put together by; filled once for each question. */
export type GroupingContext = {
  read: ReadHandle;
  places: ReadonlyMap<number, TranscriptPlace>;
  participants: ReadonlyMap<number, ParticipantRow>;
  findParticipants: (coding: FoundCoding) => number[];
};

/** The groups that there may be, in their order, and those to which a coding belongs. */
type Groups = { all: Map<string, string>; keysOf: (coding: FoundCoding) => string[] };

/**
 * Returns the codings group by group, keeping their order within each; groups without codings are left out. A coding
 * with the words of two practitioners stands under both, so that each person's list is whole.
 */
export function groupCodings(
  codings: readonly FoundCoding[],
  grouping: Grouping,
  context: GroupingContext,
): { groups: FoundGroup[]; ids: number[] } {
  if (grouping === 'none') return { groups: [], ids: codings.map(({ id }) => id) };
  const { all, keysOf } = makers[grouping](context);
  const members = new Map<string, number[]>([...all.keys()].map((key) => [key, []]));
  for (const coding of codings) for (const key of keysOf(coding)) members.get(key)?.push(coding.id);
  const used = [...members].filter(([, ids]) => ids.length > 0);
  return {
    groups: used.map(([key, ids]) => ({ key, title: all.get(key) ?? key, count: ids.length })),
    ids: used.flatMap(([, ids]) => ids),
  };
}

const makers: Record<Exclude<Grouping, 'none'>, (context: GroupingContext) => Groups> = {
  company: ({ places }) => ({
    all: new Map(
      [...places.values()].map(({ companyId, company }) => [`${companyId}`, `Company ${company}`]),
    ),
    keysOf: ({ transcriptId }) => [`${places.get(transcriptId)?.companyId}`],
  }),
  technique: ({ places }) => ({
    all: new Map(
      listTechniquesInOrder(places).map(({ technique, techniqueName }) => [
        technique,
        `${technique} ${techniqueName}`,
      ]),
    ),
    keysOf: ({ transcriptId }) => [places.get(transcriptId)?.technique ?? ''],
  }),
  transcript: ({ places }) => ({
    all: new Map([...places].map(([id, { name }]) => [`${id}`, name])),
    keysOf: ({ transcriptId }) => [`${transcriptId}`],
  }),
  practitioner: ({ participants, findParticipants }) => ({
    all: new Map([
      ...[...participants.values()].map((person): [string, string] => [
        `${person.practitionerId}`,
        [person.practitioner, person.role, `company ${person.company}`].filter(Boolean).join(' · '),
      ]),
      [nobody, 'No practitioner'],
    ]),
    keysOf: (coding) => {
      const persons = findParticipants(coding).map((id) => `${participants.get(id)?.practitionerId}`);
      return persons.length === 0 ? [nobody] : [...new Set(persons)];
    },
  }),
  code: ({ read }) => ({
    all: new Map(
      listCodes(read).map(({ id, itemRef, name }) => [
        `${id}`,
        itemRef === null ? name : `${itemRef} ${name}`,
      ]),
    ),
    keysOf: ({ codeId }) => [`${codeId}`],
  }),
  status: () => ({
    all: new Map(statuses.map((status) => [status, status])),
    keysOf: ({ status }) => [status],
  }),
  coder: ({ read }) => ({
    all: new Map(listCoders(read).map(({ id, name }) => [`${id}`, `Coded by ${name}`])),
    keysOf: ({ coderId }) => [`${coderId}`],
  }),
};

const nobody = 'nobody';

function listTechniquesInOrder(places: ReadonlyMap<number, TranscriptPlace>): TranscriptPlace[] {
  return [...places.values()].toSorted((left, right) => left.techniquePosition - right.techniquePosition);
}
