import { describePlacement } from '../../db/model/placement.ts';
import type { Scheme } from '../../db/model/scheme.ts';
import type { CompanyPlacement } from '../../electron/ipc/contract/maturity.ts';
import type { EvidenceRequest } from '../state/desk.ts';

/** What a keyed group of the placement figure stands for, in words, and the evidence behind it. */
export type FigureTarget = {
  words: string;
  companyId: number | null;
  /** Null for a stage without preconditions: where everybody starts there is nothing to support. */
  evidence: EvidenceRequest | null;
};

/** Returns what a key of the figure (`company:3`, `stage:1`) stands for, or undefined for another key. */
export function findFigureTarget(
  key: string,
  scheme: Scheme,
  placements: readonly CompanyPlacement[],
): FigureTarget | undefined {
  const company = placements.find(({ companyId }) => key === `company:${companyId}`);
  if (company) return describeCompany(company, scheme);
  const stage = scheme.stages.find(({ number }) => key === `stage:${number}`);
  if (!stage) return undefined;
  const title = `Stage ${stage.number} ${stage.name}`;
  const itemRefs = stage.preconditions.map(({ id }) => id);
  if (itemRefs.length === 0)
    return { words: `${title}: show the placements`, companyId: null, evidence: null };
  return {
    words: `${title}: open the evidence on its preconditions`,
    companyId: null,
    evidence: { title, filter: { itemRefs } },
  };
}

function describeCompany(
  { companyId, label, name, placement }: CompanyPlacement,
  scheme: Scheme,
): FigureTarget {
  const itemRefs = scheme.stages.flatMap(({ preconditions }) => preconditions.map(({ id }) => id));
  const place = placement === null ? 'not placed' : describePlacement(placement);
  return {
    words: `Company ${label} ${name === label ? '' : name}, ${place}: open its ratings and evidence`.replace(
      ' ,',
      ',',
    ),
    companyId,
    evidence: { title: `Company ${label}: evidence on its preconditions`, filter: { companyId, itemRefs } },
  };
}
