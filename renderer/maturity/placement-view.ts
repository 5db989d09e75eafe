import { describeInterval, describePlacement, isOutsideInterval } from '../../db/model/placement.ts';
import type { RatingValue } from '../../db/model/rating.ts';
import type { Stage } from '../../db/model/scheme.ts';
import type { CompanyPlacement, Rating } from '../../electron/ipc/contract/maturity.ts';

/** Returns every place a company can be put: 0, 0.5, 1 … up to the highest stage. */
export function listPlaces(highestStage: number): number[] {
  return Array.from({ length: highestStage * 2 + 1 }, (_, index) => index / 2);
}

/** Returns what the researcher still owes a placement, in a sentence, or null. */
export function findPlacementRemark(company: CompanyPlacement): string | null {
  const { placement, computed, rationale } = company;
  if (placement === null || rationale.trim() !== '') return null;
  if (!isOutsideInterval(placement, computed)) return 'This placement has no rationale yet.';
  const place = describePlacement(placement);
  return `Placed ${place.startsWith('stage') ? `on ${place}` : place}, but the rule computes ${describeInterval(computed)}. Say why in the rationale.`;
}

/** Preconditions of one stage in one company that have the same rating. */
export type ProfilePart = { value: RatingValue; itemRefs: string[]; excerptIds: number[] };

/** Returns the ratings of a stage's preconditions from F down to unknown; values that do not occur are left out. */
export function profileStage(stage: Stage, companyId: number, ratings: readonly Rating[]): ProfilePart[] {
  const ofCompany = new Map(
    ratings.filter((rating) => rating.companyId === companyId).map((rating) => [rating.itemRef, rating]),
  );
  return profileOrder
    .map((value) => {
      const itemRefs = stage.preconditions
        .map(({ id }) => id)
        .filter((id) => (ofCompany.get(id)?.value ?? 'unknown') === value);
      const excerptIds = itemRefs.flatMap((id) => ofCompany.get(id)?.excerptIds ?? []);
      return { value, itemRefs, excerptIds: [...new Set(excerptIds)] };
    })
    .filter(({ itemRefs }) => itemRefs.length > 0);
}

const profileOrder: readonly RatingValue[] = ['F', 'L', 'P', 'N', 'n/a', 'unknown'];
