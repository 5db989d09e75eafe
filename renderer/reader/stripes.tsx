import { type CSSProperties, memo, useMemo } from 'react';
import { type Status, statusGlyphs } from '../../db/model/coding.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { titleOfCode } from '../codes/code-branches.ts';
import type { Colours } from './colouring.ts';
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
  colours: Colours;
  /** Takes the focus to the text, where the keys for the coding that was just chosen are heard. */
  onChoose: () => void;
};

/** Codings beside the text. For people who see and point; the list of codings says the same in words. */
export const Stripes = memo(function Stripes({ lanes, metrics, codings, codes, colours, onChoose }: Props) {
  const byId = useMemo(() => new Map(codings.map((coding) => [coding.id, coding])), [codings]);
  return (
    <section aria-label="Stripes" className={classes.stripes} style={{ width: metrics.total }}>
      {lanes.stripes.map((stripe) => {
        const coding = byId.get(stripe.id);
        const code = coding && codes.get(coding.codeId);
        return code ? (
          <StripeMark
            key={stripe.id}
            {...stripe}
            name={titleOfCode(code)}
            status={coding.status}
            colour={colours.colourOf(coding)}
            initials={colours.initialsOf(coding)}
            metrics={metrics}
            onChoose={onChoose}
          />
        ) : null;
      })}
    </section>
  );
});

/** In words and numbers, so that a mark is drawn anew only when something of it changes. */
type MarkProps = PlacedStripe<CodingStripe> & {
  name: string;
  status: Status;
  colour: string;
  initials: string | undefined;
  metrics: StripeMetrics;
  onChoose: () => void;
};

const StripeMark = memo(function StripeMark(props: MarkProps) {
  const { id, start, end, lane, hasLabel, name, status, colour, initials, metrics, onChoose } = props;
  const isSelected = useReading(({ codingId }) => codingId === id);
  const { selectCoding, hoverCoding } = useReading.getState();
  const style: CSSProperties & Record<`--${string}`, string> = {
    top: start,
    height: end - start,
    insetInlineStart: lane * metrics.lane,
    '--stripe': colour,
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
      aria-label={`${name}, ${status}`}
      aria-pressed={isSelected}
      onPointerEnter={() => hoverCoding(id)}
      onPointerLeave={() => hoverCoding(null)}
      onClick={() => {
        selectCoding(id);
        onChoose();
      }}
    >
      <span className={classes.line} />
      <Sign status={status} initials={initials} />
      {hasLabel && metrics.label > 60 ? <span className={classes.label}>{name}</span> : null}
    </button>
  );
});

/** What tells in words or by a glyph what the colour tells: the coder's initials, or the status. */
function Sign({ status, initials }: { status: Status; initials: string | undefined }) {
  if (initials !== undefined) return <span className={classes.initials}>{initials}</span>;
  if (status === 'not stated') return null;
  return <span className={classes.status}>{statusGlyphs[status]}</span>;
}
