import { type DraftTurn, listWords } from '../../../db/model/draft-turn.ts';
import { followSpan, type Replacement, toTextEdits } from '../../../db/model/replacement.ts';
import type { Span } from '../../../db/model/span.ts';
import { countWhile } from '../piece-offsets.ts';

/** A turn that is edited, with the key of what shows it. */
export type ShownTurn = DraftTurn & { key: string };

/** A place on the page: UTF-16 units from the start of the words of a turn; `at` counts the turns from 0. */
export type WordPlace = { key: string; at: number; offset: number };

/** Where a coded passage stands while the text is edited; `isTouched` when something was written in it or taken out. */
export type ExcerptPlace = { start: WordPlace; end: WordPlace; isTouched: boolean };

/** Where coded passages stand; of those that are `lost` nothing is left. */
export type ExcerptPlaces = { places: ExcerptPlace[]; changed: number; lost: number };

/** Finds the places of coded passages, given in offsets of the stored text. */
export function placeExcerpts(
  spans: readonly Span[],
  replacements: readonly Replacement[],
  turns: readonly ShownTurn[],
): ExcerptPlaces {
  const edits = toTextEdits(replacements);
  const words = listWords(turns.map((turn, at) => ({ ...turn, at }))).filter(({ start, end }) => start < end);
  const found: ExcerptPlaces = { places: [], changed: 0, lost: 0 };
  for (const span of spans) {
    const moved = followSpan(span, edits);
    if (!moved) {
      found.lost += 1;
      continue;
    }
    const next = edits[countWhile(edits, ({ end }) => end <= span.start)];
    const isTouched = next !== undefined && next.start < span.end;
    if (isTouched) found.changed += 1;
    const first = words[countWhile(words, ({ end }) => end <= moved.start)];
    const last = words[countWhile(words, ({ start }) => start < moved.end) - 1];
    if (!first || !last || first.start > last.start) continue;
    found.places.push({
      start: { key: first.turn.key, at: first.turn.at, offset: Math.max(moved.start - first.start, 0) },
      end: { key: last.turn.key, at: last.turn.at, offset: Math.min(moved.end, last.end) - last.start },
      isTouched,
    });
  }
  return found;
}
