import { type EvidenceType, findSide, type Status } from '../model/coding.ts';
import { isOverlapping } from '../model/span.ts';

/**
 * Triangulation of claims (product rule 2). A claim is what is said of one item in one company. Sources are
 * practitioners, never participant ids; an interviewer is no source.
 */

/** One coding as triangulation needs it; `speakers` holds everybody but the interviewer whose words it covers. */
export type ClaimCoding = {
  codingId: number;
  companyId: number;
  codeId: number;
  coderId: number;
  transcriptId: number;
  sessionId: number;
  technique: string;
  start: number;
  end: number;
  status: Status;
  evidence: EvidenceType;
  speakers: readonly ClaimSpeaker[];
};
export type ClaimSpeaker = { practitionerId: number; participant: string; role: string };

export type TechniqueShare = {
  technique: string;
  codings: number;
  persons: number;
  participants: string[];
  statuses: Status[];
};

export type ClaimStrength = {
  codings: number;
  persons: number;
  techniques: string[];
  roles: number;
  sessions: number;
  coders: number;
  data: boolean;
  method: boolean;
  independent: boolean;
  within: boolean;
  conflict: boolean;
  self: boolean;
  coderAgreement: boolean;
  degree: 0 | 1 | 2 | 3 | 4;
  reason: string;
  byTechnique: TechniqueShare[];
};

/** One practitioner's statement: a coding taken once for each of its speakers. */
type Statement = { coding: ClaimCoding; speaker: ClaimSpeaker };

/**
 * Returns how well a claim is supported by its codings, which must all be of one company and one item.
 * Codings without a stated status count in `codings` and in `byTechnique`, which tells who speaks of the item.
 */
export function triangulate(codings: readonly ClaimCoding[]): ClaimStrength {
  const stated = codings.filter(({ status }) => status !== 'not stated');
  const statements = stated.flatMap((coding) => coding.speakers.map((speaker) => ({ coding, speaker })));
  const persons = countDistinct(statements, ({ speaker }) => speaker.practitionerId);
  const techniques = listDistinct(statements, ({ coding }) => coding.technique);
  const data = persons >= 2;
  const method = techniques.length >= 2;
  const independent = isIndependent(statements);
  const hasArtefact = statements.some(({ coding }) => coding.evidence === 'artefact');
  const degree = gradeClaim({ persons, data, method, independent, hasArtefact });
  const strength = {
    codings: codings.length,
    persons,
    techniques,
    roles: countDistinct(
      statements.filter(({ speaker }) => speaker.role !== ''),
      ({ speaker }) => speaker.role.toLowerCase(),
    ),
    sessions: countDistinct(statements, ({ coding }) => coding.sessionId),
    coders: countDistinct(statements, ({ coding }) => coding.coderId),
    data,
    method,
    independent,
    within: method && persons === 1,
    ...findContradictions(statements),
    coderAgreement: hasCoderAgreement(stated),
    degree,
    byTechnique: shareByTechnique(codings),
  };
  return { ...strength, reason: explainDegree(strength, hasArtefact) };
}

function gradeClaim(claim: {
  persons: number;
  data: boolean;
  method: boolean;
  independent: boolean;
  hasArtefact: boolean;
}): ClaimStrength['degree'] {
  if (claim.persons === 0) return 0;
  if (claim.data && claim.independent) return claim.hasArtefact ? 4 : 3;
  return claim.data || claim.method ? 2 : 1;
}

/** Two statements that differ in technique and in practitioner. */
function isIndependent(statements: readonly Statement[]): boolean {
  const techniquesOf = new Map<number, Set<string>>();
  for (const { coding, speaker } of statements) {
    const techniques = techniquesOf.get(speaker.practitionerId) ?? new Set();
    techniquesOf.set(speaker.practitionerId, techniques.add(coding.technique));
  }
  const sets = [...techniquesOf.values()];
  // Not independent only when all persons were heard in one and the same single technique.
  return sets.some((left, index) =>
    sets.slice(index + 1).some((right) => left.size > 1 || right.size > 1 || !isSameSet(left, right)),
  );
}

/**
 * CONFLICT: one practitioner takes one side and another practitioner the other.
 * SELF: the same practitioner takes both.
 */
function findContradictions(statements: readonly Statement[]): { conflict: boolean; self: boolean } {
  const supporters = new Set<number>();
  const opponents = new Set<number>();
  for (const { coding, speaker } of statements) {
    const side = findSide(coding.status);
    if (side === 'for') supporters.add(speaker.practitionerId);
    if (side === 'against') opponents.add(speaker.practitionerId);
  }
  const self = [...supporters].some((person) => opponents.has(person));
  const conflict = [...supporters].some((person) => [...opponents].some((other) => other !== person));
  return { conflict, self };
}

/** Two coders coded overlapping text with this item and a status on the same side (`+i`). */
function hasCoderAgreement(stated: readonly ClaimCoding[]): boolean {
  return stated.some((left, index) =>
    stated
      .slice(index + 1)
      .some(
        (right) =>
          left.coderId !== right.coderId &&
          left.transcriptId === right.transcriptId &&
          findSide(left.status) === findSide(right.status) &&
          isOverlapping(left, right),
      ),
  );
}

function shareByTechnique(codings: readonly ClaimCoding[]): TechniqueShare[] {
  return listDistinct(codings, ({ technique }) => technique).map((technique) => {
    const ofTechnique = codings.filter((coding) => coding.technique === technique);
    const speakers = ofTechnique.flatMap((coding) => coding.speakers);
    return {
      technique,
      codings: ofTechnique.length,
      persons: countDistinct(speakers, ({ practitionerId }) => practitionerId),
      participants: listDistinct(speakers, ({ participant }) => participant),
      statuses: listDistinct(ofTechnique, ({ status }) => status),
    };
  });
}

function explainDegree(claim: Omit<ClaimStrength, 'reason'>, hasArtefact: boolean): string {
  const people = count(claim.persons, 'practitioner');
  const ways = count(claim.techniques.length, 'technique');
  if (claim.codings === 0) return 'Nobody speaks of it.';
  if (claim.degree === 0) return 'It is spoken of, but no practitioner states whether it is in place.';
  if (claim.degree === 1) return 'A single source: one practitioner in one technique.';
  if (claim.within) return `One practitioner in ${ways}: consistency within a person, not corroboration.`;
  if (claim.degree === 2) return `${people} in one technique: sources are triangulated, techniques are not.`;
  const base = `${people} in ${ways}, two of them independent in person and technique`;
  return hasArtefact ? `${base}, and an artefact.` : `${base}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function listDistinct<T, K>(items: readonly T[], keyOf: (item: T) => K): K[] {
  return [...new Set(items.map(keyOf))].sort();
}

function countDistinct<T, K>(items: readonly T[], keyOf: (item: T) => K): number {
  return new Set(items.map(keyOf)).size;
}

function isSameSet(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((value) => right.has(value));
}
