import { NumberInput, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { getStageRule } from '../../db/model/scheme.ts';
import type { CompanyPlacement } from '../../electron/ipc/contract/maturity.ts';
import type { StudySummary } from '../../electron/ipc/contract/study.ts';
import { drawPlacement } from '../figures/placement.ts';
import { figureDefaults, toPlacementFigureData } from '../figures/placement-data.ts';
import { useDesk } from '../state/desk.ts';
import { SceneView } from '../widgets/scene-view.tsx';
import { CompanyRatings } from './company-ratings.tsx';
import { ExportMenus } from './export-menus.tsx';
import classes from './figure-part.module.css';
import { findFigureTarget } from './figure-target.ts';
import { useMaturityDesk } from './maturity-desk.ts';

type Props = { study: StudySummary; placements: readonly CompanyPlacement[] };
type Palette = 'colour' | 'grey';

/** Widths in millimetres that a printed page usually offers, and the bounds of what can be drawn. */
const narrowest = 60;
const widest = 420;

/** The placement figure as it is printed; each company on it leads to its ratings and its evidence. */
export function FigurePart({ study, placements }: Props) {
  const { scheme, ruleId } = study;
  const [palette, setPalette] = useState<Palette>('colour');
  const [widthMm, setWidth] = useState(figureDefaults.widthMm);
  const [chosen, setChosen] = useState<number | null>(null);
  const showPart = useMaturityDesk((desk) => desk.showPart);
  const showEvidence = useDesk((desk) => desk.showEvidence);
  const scene = useMemo(() => {
    const data = toPlacementFigureData(scheme, getStageRule(scheme, ruleId).name, placements);
    return drawPlacement(data, { palette, widthMm });
  }, [scheme, ruleId, placements, palette, widthMm]);
  const company = placements.find(({ companyId }) => companyId === chosen);

  const open = (key: string) => {
    const target = findFigureTarget(key, scheme, placements);
    if (!target) return;
    if (target.companyId !== null) setChosen(target.companyId);
    if (target.evidence) showEvidence(target.evidence);
    else showPart('placement');
  };

  return (
    <section className={classes.part} aria-label="Figure">
      <div className={classes.options}>
        <SegmentedControl
          size="xs"
          aria-label="Palette"
          data={[
            { value: 'colour', label: 'Colour' },
            { value: 'grey', label: 'Grey' },
          ]}
          value={palette}
          onChange={(value) => setPalette(value === 'grey' ? 'grey' : 'colour')}
        />
        <WidthField widthMm={widthMm} onChoose={setWidth} />
        <ExportMenus palette={palette} widthMm={widthMm} />
      </div>
      <div className={classes.paper} style={{ maxWidth: `${Math.round(widthMm * 5)}px` }}>
        <SceneView
          scene={scene}
          onActivate={open}
          describe={(key) => findFigureTarget(key, scheme, placements)?.words}
        />
      </div>
      {company && <CompanyRatings company={company} scheme={scheme} />}
    </section>
  );
}

function WidthField({ widthMm, onChoose }: { widthMm: number; onChoose: (widthMm: number) => void }) {
  return (
    <NumberInput
      size="xs"
      aria-label="Width in millimetres"
      className={classes.width ?? ''}
      value={widthMm}
      min={narrowest}
      max={widest}
      step={1}
      decimalScale={1}
      suffix=" mm"
      onChange={(value) => {
        const width = Number(value);
        if (width >= narrowest && width <= widest) onChoose(width);
      }}
    />
  );
}
