import { type CSSProperties, memo, useMemo } from 'react';
import { statusGlyphs } from '../../db/model/coding.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { colourOfCode, titleOfCode } from '../codes/code-branches.ts';
import type { Lanes, PlacedStripe } from './lanes.ts';
import { useReading } from './reading.ts';
import type { StripeMetrics } from './stripe-metrics.ts';
import classes from './stripes.module.css';
import type { CodingStripe } from './use-stripe-layout.ts';

type Props = {
  lanes: Lanes<CodingStripe>;
  metrics: StripeMetrics;
  codings: readonly Coding[];
  codes: ReadonlyMap<number, Code>;
  /** Part of the sheet to draw, in pixels from its top. */
  view: { top: number; bottom: number };
  /** Takes the focus to the text, where the keys for the coding that was just chosen are heard. */
  onChoose: () => void;
};

/** Codings beside the text. For people who see and point; the list of codings says the same in words. */
export function Stripes({ lanes, metrics, codings, codes, view, onChoose }: Props) {
  const byId = useMemo(() => new Map(codings.map((coding) => [coding.id, coding])), [codings]);
  const shown = lanes.stripes.filter(({ start, end }) => end > view.top && start < view.bottom);
  return (
    <section aria-label="Stripes" className={classes.stripes} style={{ width: metrics.total }}>
      {shown.map((stripe) => {
        const coding = byId.get(stripe.id);
        const code = coding && codes.get(coding.codeId);
        return code ? <StripeMark key={stripe.id} {...{ stripe, coding, code, metrics, onChoose }} /> : null;
      })}
    </section>
  );
}

type MarkProps = {
  stripe: PlacedStripe<CodingStripe>;
  coding: Coding;
  code: Code;
  metrics: StripeMetrics;
  onChoose: () => void;
};

const StripeMark = memo(function StripeMark({ stripe, coding, code, metrics, onChoose }: MarkProps) {
  const isSelected = useReading(({ codingId }) => codingId === coding.id);
  const { selectCoding, hoverCoding } = useReading.getState();
  const style: CSSProperties & Record<`--${string}`, string> = {
    top: stripe.start,
    height: stripe.end - stripe.start,
    insetInlineStart: stripe.lane * metrics.lane,
    '--stripe': colourOfCode(code),
    '--lane': `${metrics.lane}px`,
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.stripe}
      style={style}
      data-selected={isSelected || undefined}
      data-narrow={metrics.lane < 12 || undefined}
      aria-label={`${titleOfCode(code)}, ${coding.status}`}
      aria-pressed={isSelected}
      onPointerEnter={() => hoverCoding(coding.id)}
      onPointerLeave={() => hoverCoding(null)}
      onClick={() => {
        selectCoding(coding.id);
        onChoose();
      }}
    >
      <span className={classes.line} />
      {coding.status === 'not stated' ? null : (
        <span className={classes.status}>{statusGlyphs[coding.status]}</span>
      )}
      {stripe.hasLabel && metrics.label > 60 ? (
        <span className={classes.label}>{titleOfCode(code)}</span>
      ) : null}
    </button>
  );
});
