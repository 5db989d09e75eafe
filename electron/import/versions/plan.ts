import { type ExcerptMoves, planMoves } from '../../../db/analysis/excerpt-moves.ts';
import type { Span } from '../../../db/model/span.ts';
import { moveSpan, type TextEdit } from '../../../db/model/text-edit.ts';
import type { ExcerptUse } from '../../../db/tables/excerpts.ts';
import { findEdits } from './text-diff.ts';

/** What becomes of a transcript's excerpts when a corrected text takes the place of its text. */
export type VersionPlan = ExcerptMoves<ExcerptUse>;

/** An excerpt of which less is left than this share of its letters is no longer what somebody coded. */
const leastKept = 0.5;

/** Plans where each excerpt goes. An excerpt cut away is looked for elsewhere, as a passage may have been moved. */
export function planVersion(before: string, after: string, excerpts: readonly ExcerptUse[]): VersionPlan {
  const edits = before === after ? [] : findEdits(before, after);
  return planMoves({ before, after }, excerpts, (excerpt) => findPlace(excerpt, edits, { before, after }));
}

function findPlace(
  { start, end }: Span,
  edits: readonly TextEdit[],
  { before, after }: { before: string; after: string },
): Span | undefined {
  const moved = moveSpan({ start, end }, edits);
  const length = end - start;
  if (moved && moved.keptUnits === length && moved.end - moved.start === length) {
    return { start: moved.start, end: moved.end };
  }
  const elsewhere = findOnce(after, before.slice(start, end));
  if (elsewhere !== undefined) return { start: elsewhere, end: elsewhere + length };
  if (!moved || moved.keptUnits < length * leastKept) return undefined;
  return { start: moved.start, end: moved.end };
}

/** A few letters stand anywhere; a passage of some length that stands once is the same passage. */
const longEnough = 20;

function findOnce(text: string, passage: string): number | undefined {
  if (passage.length < longEnough) return undefined;
  const first = text.indexOf(passage);
  return first === -1 || text.includes(passage, first + 1) ? undefined : first;
}
