import type { KeyboardEvent, RefObject } from 'react';
import type { Span } from '../../db/model/span.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { type BarAnswer, CodeBar } from './code-bar.tsx';
import type { CodingActions } from './coding-actions.ts';
import { CodingMenu } from './coding-menu.tsx';
import { CommentBox } from './comment-box.tsx';
import { findFloatingPlace } from './floating-place.ts';
import { Handles } from './handles.tsx';
import { HoverCard } from './hover-card.tsx';
import type { Lanes } from './lanes.ts';
import classes from './reader.module.css';
import { useReading } from './reading.ts';
import type { StripeMetrics } from './stripe-metrics.ts';
import type { TextMap } from './text-map.ts';
import { useContextMenu } from './use-context-menu.ts';
import { useOpenCodingKeys } from './use-open-coding-keys.ts';
import { selectOnPage } from './use-selection.ts';
import type { CodingStripe } from './use-stripe-layout.ts';
import { useTextHover } from './use-text-hover.ts';

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

/** What floats above the text: the code bar, the handles of the selected coding, the card and the menu of a coding. */
export function Overlay(props: Props) {
  const { map, sheet, transcript, codes, studyGuid, actions, lanes, metrics } = props;
  useContextMenu(map, sheet, transcript);
  useTextHover(map, transcript);
  useOpenCodingKeys(map, studyGuid);
  return (
    <>
      <PlacedHandles {...props} />
      <HoverCard {...{ map, sheet, transcript, codes, lanes, metrics }} />
      <PlacedBar {...props} />
      <PlacedComment {...props} />
      <CodingMenu desk={{ map, transcript, codes, studyGuid, actions }} />
    </>
  );
}

function PlacedHandles({ map, sheet, transcript, actions, textSize }: Props) {
  const codingId = useReading((reading) => reading.codingId);
  const coding = transcript.codingList.find(({ id }) => id === codingId);
  if (!coding) return null;
  return <Handles {...{ map, sheet, coding, actions, textSize }} text={transcript.text} />;
}

const barSize = { width: 380, height: 360 };
const commentSize = { width: 320, height: 150 };

function PlacedBar(props: Props) {
  const { map, transcript, codes, studyGuid, actions, barKeys } = props;
  const bar = useReading((reading) => reading.bar);
  const passage = useReading((reading) => reading.passage);
  const span = bar?.kind === 'change' ? transcript.codingList.find(({ id }) => id === bar.codingId) : passage;
  const style = bar && span ? findFloatingPlace(props, span, barSize) : undefined;
  if (!bar || !span || !style) return null;
  return (
    <div className={classes.bar} style={style}>
      <CodeBar
        key={`${bar.kind}-${span.start}-${span.end}`}
        task={bar}
        transcriptId={transcript.id}
        span={span}
        quote={transcript.text.slice(span.start, span.end)}
        codes={codes}
        studyGuid={studyGuid}
        actions={actions}
        keys={barKeys}
        onLeave={(isDone) => returnToText(map, span, isDone)}
      />
    </div>
  );
}

function PlacedComment(props: Props) {
  const { map, transcript, actions } = props;
  const commentId = useReading((reading) => reading.commentId);
  const coding = transcript.codingList.find(({ id }) => id === commentId);
  const style = coding ? findFloatingPlace(props, coding, commentSize) : undefined;
  if (!coding || !style) return null;
  return (
    <div className={classes.bar} style={style}>
      <CommentBox
        key={coding.id}
        coding={coding}
        actions={actions}
        onLeave={() => returnToText(map, coding, true)}
      />
    </div>
  );
}

function returnToText(map: TextMap, span: Span, isDone: boolean): void {
  map.root.focus({ preventScroll: true });
  selectOnPage(map, span, isDone);
}
