import { filterByCondition, type Passage, type ResolveCodes } from './analysis/retrieval.ts';
import { type EvidenceRow, listEvidence } from './evidence.ts';
import {
  type CodeChoice,
  type Condition,
  type Grouping,
  listParts,
  type Question,
  type RetrievalFilter,
} from './model/retrieval.ts';
import { type FoundCoding, listFiltered, listNeighbours } from './retrieval-codings.ts';
import { type FoundGroup, groupCodings } from './retrieval-groups.ts';
import type { ReadHandle } from './sql.ts';
import { listCodes } from './tables/codes.ts';
import { listParticipants, type ParticipantRow } from './tables/participants.ts';
import { listTranscriptPlaces } from './tables/transcripts.ts';
import { TurnIndex } from './turn-index.ts';

/** A question with how its answer is put together, and whose codings there are for whoever asks. */
export type RetrievalRequest = {
  question: Question;
  grouping: Grouping;
  /** The coders whose work is shown; everybody when undefined. Others' codings neither are found nor satisfy anything. */
  shownCoderIds?: readonly number[] | undefined;
};

/**
 * What was found: `codings` codings on `excerpts` passages of `transcripts` transcripts, in which `persons` practitioners
 * speak. `ids` are those of the codings, group by group, each group by company, technique, date and place in the text.
 */
export type Found = {
  codings: number;
  excerpts: number;
  transcripts: number;
  persons: number;
  groups: FoundGroup[];
  ids: number[];
};

/** Answers a question with ids only: the words are read for the page that is seen (`listFoundEvidence`). */
export function findCodings(
  read: ReadHandle,
  { question, grouping, shownCoderIds }: RetrievalRequest,
): Found {
  const { filter, condition } = question;
  const resolve = toCodeResolver(read);
  const participants = new Map(listParticipants(read).map((participant) => [participant.id, participant]));
  const participantIds = findWantedParticipants(filter, participants);
  const codeIds = filter.codes && [...resolve(filter.codes)];
  const filtered = listFiltered(read, filter, { codeIds, participantIds, shownCoderIds });
  const turns = new TurnIndex(read, listTranscriptIds(filtered));
  const findParticipants = (coding: FoundCoding) => turns.findParticipants(coding);
  const spoken = participantIds
    ? filtered.filter((coding) => findParticipants(coding).some((id) => participantIds.has(id)))
    : filtered;
  const satisfying = satisfy(read, spoken, condition, { resolve, turns, shownCoderIds });
  const places = listTranscriptPlaces(read, listTranscriptIds(satisfying));
  const found = sortByPlace(satisfying, [...places.keys()]);
  return {
    ...countFound(found, participants, findParticipants),
    ...groupCodings(found, grouping, { read, places, participants, findParticipants }),
  };
}

/** Returns codings with all that is shown of them, in the order of the ids; those that are gone are left out. */
export function listFoundEvidence(read: ReadHandle, ids: readonly number[]): EvidenceRow[] {
  const rows = new Map(listEvidence(read, { codingIds: ids }).map((row) => [row.id, row]));
  return ids.map((id) => rows.get(id)).filter((row) => row !== undefined);
}

/** Returns what gives the codes of a choice, with all that stand beneath them if wanted. */
export function toCodeResolver(read: ReadHandle): ResolveCodes {
  const childrenOf = Map.groupBy(listCodes(read), ({ parentId }) => parentId);
  const resolve = ({ ids, withSubCodes }: CodeChoice): Set<number> => {
    const chosen = new Set(ids);
    // A set that grows while it is gone through is gone through to its end.
    if (withSubCodes)
      for (const id of chosen) for (const child of childrenOf.get(id) ?? []) chosen.add(child.id);
    return chosen;
  };
  return resolve;
}

/** Returns the participants of whose words an excerpt must hold some; undefined when it may be anybody's. */
function findWantedParticipants(
  { practitionerIds, roles }: RetrievalFilter,
  participants: ReadonlyMap<number, ParticipantRow>,
): ReadonlySet<number> | undefined {
  if (practitionerIds === undefined && roles === undefined) return undefined;
  const wantedRoles = roles && new Set(roles.map((role) => role.toLowerCase()));
  const wanted = [...participants.values()]
    .filter(({ practitionerId }) => practitionerIds?.includes(practitionerId) ?? true)
    .filter(({ role }) => wantedRoles?.has(role.toLowerCase()) ?? true);
  return new Set(wanted.map(({ id }) => id));
}

const listTranscriptIds = (codings: readonly FoundCoding[]) => [
  ...new Set(codings.map(({ transcriptId }) => transcriptId)),
];

type Known = { resolve: ResolveCodes; turns: TurnIndex; shownCoderIds: readonly number[] | undefined };

function satisfy(
  read: ReadHandle,
  codings: FoundCoding[],
  condition: Condition | null,
  { resolve, turns, shownCoderIds }: Known,
): FoundCoding[] {
  if (condition === null) return codings;
  const codes = listTargetCodes(condition);
  const codeIds = codes?.flatMap((choice) => [...resolve(choice)]);
  const withTurns = <T extends FoundCoding>(coding: T): T & Passage => ({
    ...coding,
    ...turns.findTurns(coding),
  });
  const neighbours = listNeighbours(read, listTranscriptIds(codings), codeIds, shownCoderIds).map(withTurns);
  return filterByCondition(codings.map(withTurns), neighbours, condition, resolve);
}

/** Returns every choice of codes that a condition speaks of; undefined when it speaks of any code somewhere. */
function listTargetCodes(condition: Condition): CodeChoice[] | undefined {
  const choices: CodeChoice[] = [];
  const waiting = [condition];
  for (const part of waiting) {
    waiting.push(...listParts(part));
    if (!('target' in part)) continue;
    if (part.target.codes === null) return undefined;
    choices.push(part.target.codes);
  }
  return choices;
}

function sortByPlace(codings: readonly FoundCoding[], transcriptIds: readonly number[]): FoundCoding[] {
  const codingsOf = Map.groupBy(codings, ({ transcriptId }) => transcriptId);
  return transcriptIds.flatMap((id) =>
    (codingsOf.get(id) ?? []).toSorted((left, right) => left.start - right.start || left.id - right.id),
  );
}

function countFound(
  found: readonly FoundCoding[],
  participants: ReadonlyMap<number, ParticipantRow>,
  findParticipants: (coding: FoundCoding) => number[],
): Pick<Found, 'codings' | 'excerpts' | 'transcripts' | 'persons'> {
  const heard = new Set(found.flatMap(findParticipants));
  return {
    codings: found.length,
    excerpts: new Set(found.map(({ excerptId }) => excerptId)).size,
    transcripts: new Set(found.map(({ transcriptId }) => transcriptId)).size,
    persons: new Set([...heard].map((id) => participants.get(id)?.practitionerId)).size,
  };
}
