import type { FigureCompany, FigureStage } from './placement-data.ts';

/** Who stands where: on step `i`, on the edge between steps `i` and `i + 1`, or nowhere on the staircase. */
export type Seats = { onStep: FigureCompany[][]; onEdge: FigureCompany[][]; unplaced: FigureCompany[] };

/** Seats every company once. A placement outside the stages has no place on them and counts as none here. */
export function seatCompanies(stages: FigureStage[], companies: FigureCompany[]): Seats {
  const seats: Seats = { onStep: stages.map(() => []), onEdge: stages.slice(1).map(() => []), unplaced: [] };
  for (const company of companies) {
    const index = findPosition(stages, company.placement);
    const bench = Number.isInteger(index) ? seats.onStep[index] : seats.onEdge[Math.floor(index)];
    (bench ?? seats.unplaced).push(company);
  }
  return seats;
}

/** Returns the index of a stage number among the stages, a half for a value between two, NaN outside them. */
export function findPosition(stages: FigureStage[], value: number | null): number {
  if (value === null) return Number.NaN;
  const exact = stages.findIndex((stage) => stage.number === value);
  if (exact >= 0) return exact;
  const above = stages.findIndex((stage) => stage.number > value);
  return above > 0 ? above - 0.5 : Number.NaN;
}

/**
 * Returns whether the computed interval says something else than the placement. A company between two stages
 * agrees with the interval of just these two.
 */
export function isComputedElsewhere({ placement, computed }: FigureCompany): boolean {
  if (!computed) return false;
  if (placement === null) return true;
  return computed.low !== Math.floor(placement) || computed.high !== Math.ceil(placement);
}
