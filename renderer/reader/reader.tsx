import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Span } from '../../db/model/span.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { findCodeOf } from '../codes/code-drag.ts';
import type { PaneSide } from '../state/desk.ts';
import { useDisplay } from '../state/display.ts';
import { Caret } from './caret.tsx';
import type { BarAnswer } from './code-bar.tsx';
import type { CodingActions } from './coding-actions.ts';
import type { Colours } from './colouring.ts';
import { FindBar } from './find-bar.tsx';
import { buildIntervalIndex, listOverlapping } from './interval-index.ts';
import { findSpanBetween } from './landmarks.ts';
import { Minimap } from './minimap.tsx';
import { Overlay } from './overlay.tsx';
import classes from './reader.module.css';
import { handleReaderKey } from './reader-keys.ts';
import { useReading } from './reading.ts';
import { findStripeMetrics, type StripeMetrics } from './stripe-metrics.ts';
import { Stripes } from './stripes.tsx';
import type { TextMap } from './text-map.ts';
import { TranscriptText } from './transcript-text.tsx';
import { useHighlights } from './use-highlights.ts';
import { usePlace } from './use-place.ts';
import { useSelection } from './use-selection.ts';
import { useLandmarks, useLaneRoom, useLanes, useStripeLayout, useTextSize } from './use-stripe-layout.ts';
import { useView } from './use-view.ts';

type Props = {
  side: PaneSide;
  /** Whether this is the transcript that is coded, when two are shown. */
  isActive: boolean;
  /** With the codings that are shown. */
  transcript: Transcript;
  codes: readonly Code[];
  colours: Colours;
  studyGuid: string;
  actions: CodingActions;
};

/** A transcript with its codings: text, highlights, stripes, and what is done to them. */
export function Reader({ side, isActive, transcript, codes, colours, studyGuid, actions }: Props) {
  const [map, setMap] = useState<TextMap | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const barKeys = useRef<((event: KeyboardEvent) => BarAnswer) | null>(null);
  const { codingList } = transcript;
  const textSize = useTextSize(map);
  const landmarks = useLandmarks(map, sheet, textSize);
  const allLanes = useLanes(transcript.text, codingList);
  const view = useView(scroller);
  const { start, end } = findSpanBetween(landmarks, view.top, view.bottom);
  const around = useMemo(() => ({ start, end }), [start, end]);
  const lanes = useStripeLayout({ map, sheet, textSize, around }, allLanes);
  const laneRoom = useLaneRoom(lanes.laneCount);
  const display = useDisplay();
  const metrics = useMemo(
    () => findStripeMetrics(laneRoom, view.width, display.areNamesShown),
    [laneRoom, view.width, display.areNamesShown],
  );
  const codesById = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes]);
  const { caret } = useSelection(map, transcript.text);
  usePlace({ map, scroller, transcriptId: transcript.id, textSize, isActive });
  const onClick = useHitTest(map, transcript);
  const focusText = useCallback(() => map?.root.focus({ preventScroll: true }), [map]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!map) return;
    const passToBar = (key: KeyboardEvent) => barKeys.current?.(key) ?? 'left';
    handleReaderKey(event, { map, scroller, transcript, codes, studyGuid, actions, passToBar });
  };

  return (
    <div className={classes.reader}>
      {isActive && map ? (
        <FindBar {...{ side, map, scroller, landmarks, around }} text={transcript.text} />
      ) : null}
      <div className={classes.body}>
        <div ref={scroller} className={classes.scroller} {...toDisplayProps(display)}>
          <div ref={sheet} className={classes.sheet} style={toSheetStyle(metrics, display.zoom)}>
            <TranscriptText
              transcript={transcript}
              onTexts={setMap}
              onKeyDown={onKeyDown}
              onClick={onClick}
              onDropCode={(event) => {
                const code = codesById.get(findCodeOf(event.dataTransfer) ?? 0);
                const { passage } = useReading.getState();
                if (!code || !passage) return;
                event.preventDefault();
                void actions.apply(code, passage);
              }}
            />
            <Stripes
              {...{ lanes, metrics, colours }}
              codings={codingList}
              codes={codesById}
              onChoose={focusText}
            />
            <Highlights {...{ side, isActive, map, around, transcript, colours }} />
            {map && caret !== null ? (
              <Caret map={map} sheet={sheet} offset={caret} textSize={textSize} />
            ) : null}
            {map && isActive ? (
              <Overlay
                {...{
                  map,
                  sheet,
                  scroller,
                  transcript,
                  codes,
                  lanes,
                  metrics,
                  textSize,
                  studyGuid,
                  actions,
                  barKeys,
                }}
              />
            ) : null}
          </div>
        </div>
        <Minimap {...{ scroller, landmarks, colours }} codings={codingList} />
      </div>
    </div>
  );
}

const toDisplayProps = ({ width, face, numbering }: ReturnType<typeof useDisplay.getState>) => ({
  'data-width': width,
  'data-face': face,
  'data-numbering': numbering,
});

function toSheetStyle({ total }: StripeMetrics, zoom: number): CSSProperties {
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--stripes-width': `${total}px`,
    '--zoom': String(zoom / 100),
  };
  return style;
}

type Painted = Pick<Props, 'side' | 'isActive' | 'transcript' | 'colours'> & {
  map: TextMap | null;
  around: Span;
};

/** Apart from the reader, so that pointing at a stripe repaints a highlight and nothing else. */
function Highlights({ side, isActive, map, around, transcript, colours }: Painted) {
  useHighlights({ side, isActive, map, around }, transcript.codingList, colours);
  return null;
}

/** A click selects the shortest coding beneath it; a click at the same spot the next longer one. */
function useHitTest(map: TextMap | null, transcript: Transcript): (event: MouseEvent) => void {
  const index = useMemo(() => buildIntervalIndex(transcript.codingList), [transcript.codingList]);
  return useCallback(
    (event) => {
      if (!map || document.getSelection()?.isCollapsed === false) return;
      const offset = map.findOffsetAt(event.clientX, event.clientY);
      const hits = offset === undefined ? [] : listOverlapping(index, offset, offset + 1);
      const byLength = hits.toSorted((a, b) => a.end - a.start - (b.end - b.start) || a.id - b.id);
      const { codingId, selectCoding } = useReading.getState();
      const at = byLength.findIndex(({ id }) => id === codingId);
      selectCoding(byLength[(at + 1) % Math.max(byLength.length, 1)]?.id ?? null);
    },
    [map, index],
  );
}
