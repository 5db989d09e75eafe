import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSchemeFile } from '../../../electron/import/schemes/scheme-file.ts';
import { drawPlacement } from '../../../renderer/figures/placement.ts';
import { toPlacementFigureData } from '../../../renderer/figures/placement-data.ts';
import { toSvg } from '../../../renderer/figures/svg.ts';

const schemePath = resolve(import.meta.dirname, '../../../coding-schemes/mlops-maturity-2021.yaml');
const scheme = parseSchemeFile(readFileSync(schemePath, 'utf8'), 'mlops-maturity-2021.yaml');
const company = {
  companyId: 1,
  label: 'A',
  name: 'Telecommunications',
  placement: 1.5,
  computed: { low: 0, high: 0 },
  isRated: true,
};

describe('what the placement figure shows of a study', () => {
  it('is every company with its placement and computed interval', () => {
    expect(toPlacementFigureData(scheme, 'SCAMPI-like', [company]).companies).toEqual([
      { id: '1', label: 'A', name: 'Telecommunications', placement: 1.5, computed: { low: 0, high: 0 } },
    ]);
  });

  it('has no interval where nothing is rated, since it would say nothing', () => {
    const unrated = { ...company, computed: { low: 0, high: 4 }, isRated: false };
    expect(toPlacementFigureData(scheme, 'SCAMPI-like', [unrated]).companies[0]?.computed).toBeNull();
  });

  it('says a name that only repeats the label once', () => {
    const data = toPlacementFigureData(scheme, 'SCAMPI-like', [{ ...company, name: 'A' }]);
    const texts = [...toSvg(drawPlacement(data)).matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(texts).not.toContain('');
    // On its mark, and in the row of computed stages.
    expect(texts.filter((text) => text === 'A')).toHaveLength(2);
  });
});
