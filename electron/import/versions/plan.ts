import type { Span } from '../../../db/model/span.ts';
import { moveSpan, type TextEdit } from '../../../db/model/text-edit.ts';
import type { ExcerptMove, ExcerptUse } from '../../../db/tables/excerpts.ts';
import { findEdits } from './text-diff.ts';

/**
 * What becomes of a transcript's excerpts when a corrected text takes the place of its text: `kept` keep their words,
 * `changed` get other words, `lost` have no place in the new text. Offsets are UTF-16 units of the new text.
 */
export type VersionPlan = {
  kept: ExcerptMove[];
  changed: { excerpt: ExcerptUse; move: ExcerptMove }[];
  lost: ExcerptUse[];
};

/** An excerpt of which less is left than this share of its letters is no longer what somebody coded. */
const leastKept = 0.5;

/** Plans where each excerpt goes. An excerpt cut away is looked for elsewhere, as a passage may have been moved. */
export function planVersion(before: string, after: string, excerpts: readonly ExcerptUse[]): VersionPlan {
  const edits = before === after ? [] : findEdits(before, after);
  const plan: VersionPlan = { kept: [], changed: [], lost: [] };
  const taken = new Map<string, ExcerptUse[]>();
  for (const excerpt of excerpts) {
    const span = findPlace(excerpt, edits, { before, after });
    const there = span && (taken.get(`${span.start} ${span.end}`) ?? []);
    if (span === undefined || there === undefined || there.some((other) => isContradicting(excerpt, other))) {
      plan.lost.push(excerpt);
      continue;
    }
    taken.set(`${span.start} ${span.end}`, [...there, excerpt]);
    const move = { id: excerpt.id, ...span, quote: after.slice(span.start, span.end) };
    if (move.quote === before.slice(excerpt.start, excerpt.end)) plan.kept.push(move);
    else plan.changed.push({ excerpt, move });
  }
  return plan;
}

/**
 * Two excerpts that come to stand in one place become one, and so does the same code by the same coder on both: with
 * different statuses, one of them would be gone without a word.
 */
function isContradicting({ says }: ExcerptUse, other: ExcerptUse): boolean {
  return [...says].some(([coding, status]) => (other.says.get(coding) ?? status) !== status);
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
