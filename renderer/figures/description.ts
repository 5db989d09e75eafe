import { describePlacement } from '../../db/model/placement.ts';
import { nameCompany } from './crowd.ts';
import type { FigureCompany, PlacementFigureData } from './placement-data.ts';
import { isComputedElsewhere } from './seats.ts';

/** Tells the whole figure in sentences, for those who hear it instead of seeing it. */
export function describeFigure(data: PlacementFigureData): string {
  const stages = data.stages.map(({ number, name }) => `${number} ${name}`).join('; ');
  const companies = data.companies.map((company) => describeCompany(company, data.ruleName));
  return [`A staircase of ${data.stages.length} stages: ${stages}.`, ...companies].join(' ');
}

/** Returns the sentence for one company: where it is placed and, where that differs, what the rule computes. */
export function describeCompany(company: FigureCompany, ruleName: string): string {
  const place =
    company.placement === null
      ? 'has no placement'
      : `is placed ${toAdverb(describePlacement(company.placement))}`;
  const sentence = `${nameCompany(company)} ${place}`;
  if (!company.computed || !isComputedElsewhere(company)) return `${sentence}.`;
  const { low, high } = company.computed;
  const interval = low === high ? `stage ${low}` : `stages ${low} to ${high}`;
  return `${sentence}; the rule ${ruleName} computes ${interval}.`;
}

function toAdverb(place: string): string {
  return place.startsWith('stage') ? `on ${place}` : place;
}
