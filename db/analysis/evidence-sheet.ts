import { type EvidenceType, findSide, type Status } from '../model/coding.ts';
import type { RatingLevel } from '../model/rating.ts';

/**
 * The evidence sheet of one precondition in one company (product rule 4): what speaks for it, what weakens it,
 * who contradicts whom, and what a reading in the manner of SCAMPI would allow. The reading is a hint to the
 * researcher; nothing here sets a rating.
 */

/** One coding as the sheet needs it; `practitionerIds` names everybody but the interviewer whose words it covers. */
export type SheetCoding = { status: Status; evidence: EvidenceType; practitionerIds: readonly number[] };

/** The statuses that weaken a claim; a statement of one of them is a weakness whatever it rests on. */
export const weaknessStatuses = ['partly', 'planned', 'not in place'] as const satisfies readonly Status[];

/**
 * The codings of one item in one company, each in exactly one group, in the order in which they were given.
 * `unattributed` are those in which no practitioner speaks: they are shown, but they are no source.
 */
export type EvidenceSheet<T extends SheetCoding> = {
  artefacts: T[];
  indirectArtefacts: T[];
  affirmations: T[];
  weaknesses: { status: (typeof weaknessStatuses)[number]; codings: T[] }[];
  notStated: T[];
  unattributed: T[];
};

/** What the evidence would allow at most, and the sentence that says why. */
export type EvidenceReading = { allows: RatingLevel; sentence: string };

/** Sorts the codings of one item in one company into the groups of the sheet; empty weakness groups are left out. */
export function groupEvidence<T extends SheetCoding>(codings: readonly T[]): EvidenceSheet<T> {
  const spoken = codings.filter(isSpoken);
  const inPlace = (type: EvidenceType) =>
    spoken.filter(({ status, evidence }) => status === 'in place' && evidence === type);
  return {
    artefacts: inPlace('artefact'),
    indirectArtefacts: inPlace('indirect artefact'),
    affirmations: inPlace('affirmation'),
    weaknesses: weaknessStatuses
      .map((wanted) => ({ status: wanted, codings: spoken.filter(({ status }) => status === wanted) }))
      .filter((group) => group.codings.length > 0),
    notStated: spoken.filter(({ status }) => status === 'not stated'),
    unattributed: codings.filter((coding) => !isSpoken(coding)),
  };
}

/**
 * Returns what the evidence allows at most, read in the manner of SCAMPI (SCAMPI A v1.3, rules for characterising
 * practices): an artefact with a confirmation and no weakness allows F, the same with a weakness L, words alone P,
 * nothing N. Artefact and confirmation must speak for the item (in place or partly); a confirmation is an
 * affirmation or an indirect artefact. An artefact that nobody confirms counts no more than words.
 */
export function readEvidence(codings: readonly SheetCoding[]): EvidenceReading {
  const stated = codings.filter((coding) => isSpoken(coding) && coding.status !== 'not stated');
  const supporting = stated.filter(({ status }) => findSide(status) === 'for');
  if (stated.length === 0) {
    return {
      allows: 'N',
      sentence: 'Nobody states anything; while that is so, “unknown” says more than “not”.',
    };
  }
  if (supporting.length === 0) return { allows: 'N', sentence: 'Nothing speaks for it.' };
  const hasArtefact = supporting.some(({ evidence }) => evidence === 'artefact');
  const hasConfirmation = supporting.some(({ evidence }) => evidence !== 'artefact');
  if (!hasArtefact) return { allows: 'P', sentence: 'Words or indirect traces alone, without an artefact.' };
  if (!hasConfirmation) return { allows: 'P', sentence: 'An artefact that nobody confirms.' };
  const hasWeakness = stated.some(({ status }) => status !== 'in place');
  return hasWeakness
    ? { allows: 'L', sentence: 'An artefact with a confirmation, and a weakness.' }
    : { allows: 'F', sentence: 'An artefact with a confirmation, and no weakness.' };
}

function isSpoken({ practitionerIds }: SheetCoding): boolean {
  return practitionerIds.length > 0;
}
