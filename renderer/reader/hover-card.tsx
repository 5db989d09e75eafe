import type { RefObject } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { pathOfCode } from '../codes/code-branches.ts';
import { CodingCard, cardSize } from './coding-card.tsx';
import type { Lanes } from './lanes.ts';
import { useReading } from './reading.ts';
import type { StripeMetrics } from './stripe-metrics.ts';
import type { TextMap } from './text-map.ts';
import type { CodingStripe } from './use-stripe-layout.ts';

type Props = {
  map: TextMap;
  sheet: RefObject<HTMLElement | null>;
  transcript: Transcript;
  codes: readonly Code[];
  lanes: Lanes<CodingStripe>;
  metrics: StripeMetrics;
};

/** The card of the coding that is pointed at: beside its stripe, so that it never lies on the words that are read. */
export function HoverCard({ map, sheet, transcript, codes, lanes, metrics }: Props) {
  const hoveredId = useReading((reading) => reading.hoveredCodingId);
  const hoverTop = useReading((reading) => reading.hoverTop);
  const coding = transcript.codingList.find(({ id }) => id === hoveredId);
  const code = codes.find(({ id }) => id === coding?.codeId);
  const stripe = lanes.stripes.find(({ id }) => id === hoveredId);
  const sheetBox = sheet.current?.getBoundingClientRect();
  if (!coding || !code || !stripe || !sheetBox) return null;
  const behindStripe = map.root.getBoundingClientRect().right + (stripe.lane + 1) * metrics.lane + 6;
  const left = Math.min(behindStripe, window.innerWidth - cardSize.width - 8);
  const lowest = window.innerHeight - cardSize.height;
  const top = Math.max(Math.min(hoverTop ?? sheetBox.top + stripe.start, lowest), 48);
  const path = pathOfCode(code);
  return <CodingCard {...{ coding, code, path, top, left }} />;
}
