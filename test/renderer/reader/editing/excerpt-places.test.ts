import { describe, expect, it } from 'vitest';
import { fromDraft, splitTurn, toDraft } from '../../../../db/model/draft-turn.ts';
import { splicePieces } from '../../../../db/model/pieces.ts';
import { placeExcerpts, type ShownTurn } from '../../../../renderer/reader/editing/excerpt-places.ts';

const text = 'I: Who?\nP1: We do, by hand.\n';
const speaker = { participantId: null, isInterviewer: false, time: null, endTime: null };
const draft = toDraft(text, [
  { id: 1, start: 0, textStart: 3, end: 8, label: 'I', ...speaker },
  { id: 2, start: 8, textStart: 12, end: 28, label: 'P1', ...speaker },
]).map((turn, at) => ({ ...turn, key: String(at) }));
const spanOf = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });

const place = (turns: readonly ShownTurn[], ...quotes: string[]) =>
  placeExcerpts(quotes.map(spanOf), fromDraft(turns, text.length).replacements, turns);

describe('a coded passage in the editor', () => {
  it('stands at its words, counted from the start of those of its turn', () => {
    expect(place(draft, 'by hand', 'Who?\nP1: We').places).toEqual([
      { start: { key: '1', at: 1, offset: 7 }, end: { key: '1', at: 1, offset: 14 }, isTouched: false },
      { start: { key: '0', at: 0, offset: 0 }, end: { key: '1', at: 1, offset: 2 }, isTouched: false },
    ]);
  });

  it('is shown only as far as there are words where it also covers the label of a turn', () => {
    expect(place(draft, 'P1: We').places[0]?.start).toEqual({ key: '1', at: 1, offset: 0 });
  });

  it('moves with what is written before it, and is touched by what is written in it', () => {
    const [first, second] = draft;
    if (!first || !second) throw new Error('There are two turns.');
    const written = splicePieces(second.words, { start: 10, end: 10, text: 'own ' });
    const { places, changed } = place([first, { ...second, words: written }], 'We do', 'by hand');
    expect(places.map(({ isTouched, end }) => [isTouched, end.offset])).toEqual([
      [false, 5],
      [true, 18],
    ]);
    expect(changed).toBe(1);
  });

  it('goes along into the second part of its turn', () => {
    const [first, second] = draft;
    if (!first || !second) throw new Error('There are two turns.');
    const [before, behind] = splitTurn(second, 7);
    const turns = [first, { ...before, key: '1' }, { ...behind, key: '2' }];
    expect(place(turns, 'by hand').places[0]?.start).toEqual({ key: '2', at: 2, offset: 0 });
  });

  it('is counted as lost when nothing is left of it', () => {
    expect(place(draft.slice(1), 'Who', 'by hand')).toMatchObject({ lost: 1, changed: 0, places: [{}] });
  });
});
