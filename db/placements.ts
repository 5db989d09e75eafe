import { computeStageInterval, listBlocking, listNarrowing, profileStages } from './analysis/stage.ts';
import type { StageInterval } from './model/placement.ts';
import type { RatingValue } from './model/rating.ts';
import { getStageRule, type StageRule } from './model/scheme.ts';
import type { ReadHandle } from './sql.ts';
import { listCompanies } from './tables/companies.ts';
import { listPlacements } from './tables/placements.ts';
import { mapRatings } from './tables/ratings.ts';
import { getScheme } from './tables/schemes.ts';
import { getStudyRow } from './tables/studies.ts';

export type CompanyPlacement = {
  companyId: number;
  label: string;
  name: string;
  placement: number | null;
  rationale: string;
  date: string | null;
  computed: StageInterval;
  isRated: boolean;
  byRule: { ruleId: string; name: string; low: number; high: number }[];
  narrowing: string[];
  blocking: string[];
  profile: { stage: number; counts: Partial<Record<RatingValue, number>> }[];
};

/** Returns the rule that the study follows: the chosen one, else the scheme's default. */
export function getChosenRule(read: ReadHandle): StageRule {
  return getStageRule(getScheme(read), getStudyRow(read).ruleId);
}

/** Returns for each company the researcher's placement and what each rule computes from the ratings. */
export function listCompanyPlacements(read: ReadHandle): CompanyPlacement[] {
  const scheme = getScheme(read);
  const rule = getChosenRule(read);
  const ratingsOf = mapRatings(read);
  const placementOf = new Map(listPlacements(read).map((placement) => [placement.companyId, placement]));
  return listCompanies(read).map(({ id, label, name }) => {
    const ratings = ratingsOf.get(id) ?? new Map<string, RatingValue>();
    const placement = placementOf.get(id);
    return {
      companyId: id,
      label,
      name,
      placement: placement?.value ?? null,
      rationale: placement?.rationale ?? '',
      date: placement?.date ?? null,
      computed: computeStageInterval(scheme, rule, ratings),
      isRated: [...ratings.values()].some((value) => value !== 'unknown'),
      byRule: scheme.rules.map((one) => ({
        ruleId: one.id,
        name: one.name,
        ...computeStageInterval(scheme, one, ratings),
      })),
      narrowing: listNarrowing(scheme, rule, ratings),
      blocking: listBlocking(scheme, rule, ratings),
      profile: profileStages(scheme, ratings),
    };
  });
}
