import type { KeyboardEvent, RefObject } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { type BarAnswer, CodeBar } from './code-bar.tsx';
import type { CodingActions } from './coding-actions.ts';
import { CodingCard, cardWidth } from './coding-card.tsx';
import { Handles } from './handles.tsx';
import type { Lanes } from './lanes.ts';
import classes from './reader.module.css';
import { useReading } from './reading.ts';
import type { StripeMetrics } from './stripe-metrics.ts';
import type { TextMap } from './text-map.ts';
import { selectOnPage } from './use-selection.ts';
import type { CodingStripe } from './use-stripe-layout.ts';

type Props = {
  map: TextMap;
  sheet: RefObject<HTMLElement | null>;
  scroller: RefObject<HTMLElement | null>;
  transcript: Transcript;
  codes: readonly Code[];
  lanes: Lanes<CodingStripe>;
  metrics: StripeMetrics;
  textSize: string | null;
  studyGuid: string;
  actions: CodingActions;
  barKeys: RefObject<((event: KeyboardEvent) => BarAnswer) | null>;
};

/** What floats above the text: the code bar, the handles of the selected coding, the card of a stripe. */
export function Overlay(props: Props) {
  return (
    <>
      <PlacedHandles {...props} />
      <PlacedCard {...props} />
      <PlacedBar {...props} />
    </>
  );
}

function PlacedHandles({ map, sheet, transcript, actions, textSize }: Props) {
  const codingId = useReading((reading) => reading.codingId);
  const coding = transcript.codingList.find(({ id }) => id === codingId);
  if (!coding) return null;
  return <Handles {...{ map, sheet, coding, actions, textSize }} text={transcript.text} />;
}

function PlacedCard({ map, sheet, transcript, codes, lanes, metrics }: Props) {
  const hoveredId = useReading((reading) => reading.hoveredCodingId);
  const coding = transcript.codingList.find(({ id }) => id === hoveredId);
  const code = codes.find(({ id }) => id === coding?.codeId);
  const stripe = lanes.stripes.find(({ id }) => id === hoveredId);
  if (!coding || !code || !stripe) return null;
  const sheetBox = sheet.current?.getBoundingClientRect();
  if (!sheetBox) return null;
  const behindStripe = map.root.getBoundingClientRect().right + (stripe.lane + 1) * metrics.lane + 6;
  const left = Math.min(behindStripe, window.innerWidth - cardWidth - 8);
  const top = Math.max(sheetBox.top + stripe.start, 48);
  return <CodingCard coding={coding} code={code} top={top} left={left} />;
}

/** The greatest width of the bar, and its greatest height with a margin, in pixels. */
const barSize = { width: 380, height: 330 };

function PlacedBar({ map, sheet, scroller, transcript, codes, studyGuid, actions, barKeys }: Props) {
  const bar = useReading((reading) => reading.bar);
  const passage = useReading((reading) => reading.passage);
  const span = bar?.kind === 'change' ? transcript.codingList.find(({ id }) => id === bar.codingId) : passage;
  const sheetBox = sheet.current?.getBoundingClientRect();
  const view = scroller.current?.getBoundingClientRect();
  if (!bar || !span || !sheetBox || !view) return null;
  const first = map.measureEdge(span.start, 'start');
  const last = map.measureEdge(span.end, 'end');
  const isBelow = last.bottom + barSize.height < view.bottom || first.top - barSize.height < view.top;
  const width = Math.min(barSize.width, sheetBox.width - 16);
  const left = Math.max(8, Math.min(last.right - sheetBox.left - 60, sheetBox.width - width - 8));
  const style = isBelow
    ? {
        top: Math.min(last.bottom + 6, Math.max(view.bottom - barSize.height, view.top + 8)) - sheetBox.top,
        left,
        width,
      }
    : { bottom: sheetBox.bottom - first.top + 6, left, width };
  return (
    <div className={classes.bar} style={style}>
      <CodeBar
        key={`${bar.kind}-${span.start}-${span.end}`}
        task={bar}
        span={span}
        quote={transcript.text.slice(span.start, span.end)}
        codes={codes}
        studyGuid={studyGuid}
        actions={actions}
        keys={barKeys}
        onLeave={(isDone) => {
          map.root.focus({ preventScroll: true });
          selectOnPage(map, span, isDone);
        }}
      />
    </div>
  );
}
