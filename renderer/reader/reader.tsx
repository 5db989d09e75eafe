import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { findCodeOf } from '../codes/code-drag.ts';
import { Caret } from './caret.tsx';
import type { BarAnswer } from './code-bar.tsx';
import type { CodingActions } from './coding-actions.ts';
import { buildIntervalIndex, listOverlapping } from './interval-index.ts';
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
import { useLaneRoom, useStripeLayout, useTextSize } from './use-stripe-layout.ts';
import { useView } from './use-view.ts';

type Props = { transcript: Transcript; codes: readonly Code[]; studyGuid: string; actions: CodingActions };

/** A transcript with its codings: text, highlights, stripes, and what is done to them. */
export function Reader({ transcript, codes, studyGuid, actions }: Props) {
  const [map, setMap] = useState<TextMap | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const barKeys = useRef<((event: KeyboardEvent) => BarAnswer) | null>(null);
  const { codingList } = transcript;
  const textSize = useTextSize(map);
  const lanes = useStripeLayout(map, sheet, codingList, textSize);
  const laneRoom = useLaneRoom(lanes.laneCount);
  const view = useView(scroller);
  const metrics = useMemo(() => findStripeMetrics(laneRoom, view.width), [laneRoom, view.width]);
  const codesById = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes]);
  const { caret } = useSelection(map, transcript.text);
  useEffect(() => useReading.getState().leaveTranscript, []);
  usePlace(map, scroller, transcript.id, textSize);
  const onClick = useHitTest(map, transcript);
  const focusText = useCallback(() => map?.root.focus({ preventScroll: true }), [map]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!map) return;
    const passToBar = (key: KeyboardEvent) => barKeys.current?.(key) ?? 'left';
    handleReaderKey(event, { map, scroller, transcript, codes, studyGuid, actions, passToBar });
  };

  return (
    <div ref={scroller} className={classes.scroller}>
      <div ref={sheet} className={classes.sheet} style={toSheetStyle(metrics)}>
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
        <Stripes {...{ lanes, metrics, view }} codings={codingList} codes={codesById} onChoose={focusText} />
        <Highlights map={map} transcript={transcript} codes={codes} />
        {map && caret !== null ? <Caret map={map} sheet={sheet} offset={caret} textSize={textSize} /> : null}
        {map ? (
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
  );
}

function toSheetStyle({ total }: StripeMetrics): CSSProperties {
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--stripes-width': `${total}px`,
  };
  return style;
}

/** Apart from the reader, so that pointing at a stripe repaints a highlight and nothing else. */
function Highlights({
  map,
  transcript,
  codes,
}: {
  map: TextMap | null;
  transcript: Transcript;
  codes: readonly Code[];
}) {
  useHighlights(map, transcript.codingList, codes);
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
