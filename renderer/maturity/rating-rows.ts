import { type RatingValue, ratingNames } from '../../db/model/rating.ts';
import type { Precondition, Scheme, Stage } from '../../db/model/scheme.ts';
import type { Claim, Rating } from '../../electron/ipc/contract/maturity.ts';

/** A precondition in one company with what is known of it there. */
export type PreconditionRow = {
  precondition: Precondition;
  rating: Rating | undefined;
  claim: Claim | undefined;
};

export type StageRows = { stage: Stage; rows: PreconditionRow[] };

/** Returns the preconditions of all stages that have some, each with its rating and its claim in the company. */
export function listStageRows(
  scheme: Scheme,
  companyId: number,
  ratings: readonly Rating[],
  claims: readonly Claim[],
): StageRows[] {
  const ratingOf = new Map(
    ratings.filter((rating) => rating.companyId === companyId).map((rating) => [rating.itemRef, rating]),
  );
  const claimOf = new Map(
    claims.filter((claim) => claim.companyId === companyId).map((claim) => [claim.itemRef, claim]),
  );
  return scheme.stages
    .filter(({ preconditions }) => preconditions.length > 0)
    .map((stage) => ({
      stage,
      rows: stage.preconditions.map((precondition) => ({
        precondition,
        rating: ratingOf.get(precondition.id),
        claim: claimOf.get(precondition.id),
      })),
    }));
}

const ratingSigns: Partial<Record<RatingValue, string>> = { unknown: '?' };

/** Returns the sign of a rating in a list: its letter, `?` for unknown, `·` while nobody has rated. */
export function signOfRating(value: RatingValue | undefined): string {
  return value === undefined ? '·' : (ratingSigns[value] ?? value);
}

/** Returns a rating in words, and that it rests on no excerpt where that is so. */
export function describeRating(rating: Rating | undefined): string {
  if (!rating) return 'not rated';
  return restsOnNothing(rating) ? `${ratingNames[rating.value]}, on no excerpt` : ratingNames[rating.value];
}

/** Whether a rating claims some achievement without an excerpt beneath it. */
export function restsOnNothing({ value, excerptIds }: Pick<Rating, 'value' | 'excerptIds'>): boolean {
  return ['P', 'L', 'F'].includes(value) && excerptIds.length === 0;
}

/** Returns what share of achievement a rating stands for: `over 15 to 50 %`; undefined where it stands for none. */
export function describeBounds(value: RatingValue, bounds: Scheme['ratingBounds']): string | undefined {
  switch (value) {
    case 'N':
      return `0 to ${bounds.N} %`;
    case 'P':
      return `over ${bounds.N} to ${bounds.P} %`;
    case 'L':
      return `over ${bounds.P} to ${bounds.L} %`;
    case 'F':
      return `over ${bounds.L} to 100 %`;
    default:
      return undefined;
  }
}

const ratingKeys = { n: 'N', p: 'P', l: 'L', f: 'F', a: 'n/a', u: 'unknown' } as const satisfies Record<
  string,
  RatingValue
>;

/** Returns the rating a key stands for, or undefined. */
export function findRatingOfKey(key: string): RatingValue | undefined {
  const wanted = Object.entries(ratingKeys).find(([letter]) => letter === key.toLowerCase());
  return wanted?.[1];
}

/** Returns the key of a rating. */
export function keyOfRating(value: RatingValue): string {
  return Object.entries(ratingKeys).find(([, rating]) => rating === value)?.[0] ?? '';
}
