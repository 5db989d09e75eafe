import type { StageInterval } from '../../db/model/placement.ts';
import type { Scheme } from '../../db/model/scheme.ts';

/** A step of the staircase; `becomes` says in a few words what is automatic from here on. */
export type FigureStage = { number: number; name: string; becomes: string };

/**
 * A company of the figure. `label` is the short sign on its mark (`A`), `name` what stands beside it; `placement` is
 * the researcher's, null while there is none; `computed` is the interval the rule gives, null when it gives none.
 */
export type FigureCompany = {
  id: string;
  label: string;
  name: string;
  placement: number | null;
  computed: StageInterval | null;
};

/** All that the placement figure shows. Stages are given from the lowest to the highest. */
export type PlacementFigureData = {
  title?: string;
  stages: FigureStage[];
  aspects: Scheme['aspects'];
  companies: FigureCompany[];
  ruleName: string;
};

/** How the figure is drawn: width in millimetres, smallest text in points, palette, and what else is shown. */
export type FigureOptions = {
  widthMm: number;
  minimumFontPt: number;
  palette: 'colour' | 'grey';
  legend: boolean;
  background: 'white' | 'transparent';
};

/** An IEEE double column; one column is 88.9 mm wide. */
export const figureDefaults: FigureOptions = {
  widthMm: 181,
  minimumFontPt: 6,
  palette: 'colour',
  legend: true,
  background: 'white',
};

/** A company as the study knows it, with its placement and the interval that the chosen rule computes. */
export type PlacedCompany = Omit<FigureCompany, 'id'> & {
  companyId: number;
  /** Whether any precondition of the company is rated: without ratings an interval says nothing. */
  isRated: boolean;
};

/**
 * Returns what the placement figure shows of a study. The window and the export draw the same from it. A name
 * that only repeats the label is left out.
 */
export function toPlacementFigureData(
  scheme: Scheme,
  ruleName: string,
  companies: readonly PlacedCompany[],
): PlacementFigureData {
  return {
    stages: scheme.stages.map(({ number, name, becomes }) => ({ number, name, becomes })),
    aspects: scheme.aspects,
    ruleName,
    companies: companies.map(({ companyId, label, name, placement, computed, isRated }) => ({
      id: String(companyId),
      label,
      name: name === label ? '' : name,
      placement,
      computed: isRated ? computed : null,
    })),
  };
}
