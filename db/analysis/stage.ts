import type { StageInterval } from '../model/placement.ts';
import type { RatingLevel, RatingValue } from '../model/rating.ts';
import type { Scheme, Stage, StageRule } from '../model/scheme.ts';

/**
 * Stage rules (product rule 5). A stage is reached when a sufficient share of its own preconditions and of
 * those of every lower stage have a rating that suffices. `n/a` suffices always. An unknown rating is read as
 * N for the lowest stage and as F for the highest.
 */
export type RatingsByItem = ReadonlyMap<string, RatingValue>;

/** Returns the interval of stages that the ratings allow under the rule. Items without a rating are unknown. */
export function computeStageInterval(scheme: Scheme, rule: StageRule, ratings: RatingsByItem): StageInterval {
  return {
    low: findStage(scheme, rule, ratings, 'N'),
    high: findStage(scheme, rule, ratings, 'F'),
  };
}

/**
 * Returns the unknown preconditions on which the interval depends: once all of them are known it is one stage. A stage
 * that is satisfied whatever its unknown preconditions are, as under a rule of majority, has none of them.
 */
export function listNarrowing(scheme: Scheme, rule: StageRule, ratings: RatingsByItem): string[] {
  const { low, high } = computeStageInterval(scheme, rule, ratings);
  if (low === high) return [];
  const stages = orderedStages(scheme).filter((stage) => stage.number <= high);
  const highest = stages.at(-1);
  return stages
    .filter((stage) => !isStageSatisfied(stage, levelsFor(rule, stage, highest), rule, ratings, 'N'))
    .flatMap((stage) => stage.preconditions)
    .filter(({ id }) => isUnknown(ratings.get(id)))
    .map(({ id }) => id);
}

/**
 * Returns the preconditions whose known rating keeps the company below the stage after `high`. A stage that a
 * sufficient share of its preconditions satisfies keeps nobody back.
 */
export function listBlocking(scheme: Scheme, rule: StageRule, ratings: RatingsByItem): string[] {
  const { high } = computeStageInterval(scheme, rule, ratings);
  const next = orderedStages(scheme).find((stage) => stage.number > high);
  if (!next) return [];
  return orderedStages(scheme)
    .filter((stage) => stage.number <= next.number)
    .filter((stage) => !isStageSatisfied(stage, levelsFor(rule, stage, next), rule, ratings, 'F'))
    .flatMap((stage) =>
      stage.preconditions.filter(
        ({ id }) => !isSatisfied(ratings.get(id), levelsFor(rule, stage, next), 'F'),
      ),
    )
    .map(({ id }) => id);
}

/** Returns, stage by stage, how many preconditions have each rating; a missing one is counted as unknown. */
export function profileStages(
  scheme: Scheme,
  ratings: RatingsByItem,
): { stage: number; counts: Partial<Record<RatingValue, number>> }[] {
  return orderedStages(scheme)
    .filter((stage) => stage.preconditions.length > 0)
    .map((stage) => {
      const counts: Partial<Record<RatingValue, number>> = {};
      for (const { id } of stage.preconditions) {
        const value = ratings.get(id) ?? 'unknown';
        counts[value] = (counts[value] ?? 0) + 1;
      }
      return { stage: stage.number, counts };
    });
}

/** The highest stage such that its own preconditions and those of every stage below it are satisfied. */
function findStage(scheme: Scheme, rule: StageRule, ratings: RatingsByItem, unknownAs: RatingLevel): number {
  const stages = orderedStages(scheme);
  let reached = stages[0]?.number ?? 0;
  for (const [index, candidate] of stages.entries()) {
    const isReached = stages
      .slice(0, index + 1)
      .every((stage) => isStageSatisfied(stage, levelsFor(rule, stage, candidate), rule, ratings, unknownAs));
    if (isReached) reached = candidate.number;
  }
  return reached;
}

function levelsFor(rule: StageRule, stage: Stage, candidate: Stage | undefined): readonly RatingLevel[] {
  return stage.number === candidate?.number ? rule.own : rule.lower;
}

function isStageSatisfied(
  { preconditions }: Stage,
  levels: readonly RatingLevel[],
  rule: StageRule,
  ratings: RatingsByItem,
  unknownAs: RatingLevel,
): boolean {
  if (preconditions.length === 0) return true;
  const satisfied = preconditions.filter(({ id }) => isSatisfied(ratings.get(id), levels, unknownAs)).length;
  // 0.55 of 20 is 11.000000000000002 in binary fractions; eleven of twenty are 0.55 all the same.
  return satisfied >= rule.share * preconditions.length - 1e-9;
}

function isSatisfied(
  rating: RatingValue | undefined,
  levels: readonly RatingLevel[],
  unknownAs: RatingLevel,
): boolean {
  if (rating === 'n/a') return true;
  return levels.includes(rating === undefined || rating === 'unknown' ? unknownAs : rating);
}

function isUnknown(rating: RatingValue | undefined): boolean {
  return rating === undefined || rating === 'unknown';
}

function orderedStages(scheme: Scheme): Stage[] {
  return [...scheme.stages].sort((left, right) => left.number - right.number);
}
