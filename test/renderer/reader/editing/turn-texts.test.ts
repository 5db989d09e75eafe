import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takePieces, textOfPieces, toReplacements } from '../../../../db/model/pieces.ts';
import { applyReplacements } from '../../../../db/model/replacement.ts';
import { followTurns, type TurnText } from '../../../../renderer/reader/editing/turn-texts.ts';
import { anyText } from '../../../support/edited-text.ts';

/** Turns whose words follow each other in a stored text without anything between; their keys are letters. */
function lay(...words: string[]): { text: string; turns: TurnText[] } {
  let text = '';
  const turns = words.map((said, at) => {
    const start = text.length;
    text += said;
    return { key: 'abcdefgh'.charAt(at), text: said, pieces: takePieces(text, start, text.length) };
  });
  return { text, turns };
}

const plain = (...turns: [key: string, text: string][]) => turns.map(([key, text]) => ({ key, text }));
const replacementsOf = (text: string, turns: readonly TurnText[]) =>
  toReplacements(
    turns.flatMap(({ pieces }) => pieces),
    text.length,
  );

describe('turns on the page whose changes are followed', () => {
  const { text, turns } = lay('One two.', 'Three four.', 'Five six.');

  it('stay the very same where nothing changed', () => {
    const later = followTurns(turns, plain(['a', 'One two.'], ['b', 'Three 4.'], ['c', 'Five six.']), null);
    expect(later[0]).toBe(turns[0]);
    expect(later[2]).toBe(turns[2]);
    expect(replacementsOf(text, later)).toEqual([{ start: 14, end: 18, text: '4' }]);
  });

  it('keep what they are made of when two are changed at once', () => {
    const later = followTurns(turns, plain(['a', 'Un two.'], ['b', 'Three four.'], ['c', 'Five 6.']), null);
    expect(replacementsOf(text, later)).toEqual([
      { start: 0, end: 3, text: 'Un' },
      { start: 24, end: 27, text: '6' },
    ]);
  });

  it('keep it when one is cut in two', () => {
    const wish = plain(['a', 'One two.'], ['b', 'Three'], ['x', 'four.'], ['c', 'Five six.']);
    const later = followTurns(turns, wish, { key: 'x', offset: 0 });
    expect(replacementsOf(text, later)).toEqual([{ start: 13, end: 14, text: '' }]);
    expect(later[2]?.pieces).toEqual([{ text: 'four.', from: 14 }]);
  });

  it('keep it when a selection across turns is deleted', () => {
    const later = followTurns(turns, plain(['a', 'One six.']), { key: 'a', offset: 4 });
    expect(replacementsOf(text, later)).toEqual([{ start: 4, end: 24, text: '' }]);
  });

  it('take it along when one goes', () => {
    const later = followTurns(turns, plain(['a', 'One two.'], ['c', 'Five six.']), { key: 'c', offset: 0 });
    expect(replacementsOf(text, later)).toEqual([{ start: 8, end: 19, text: '' }]);
  });

  it('always make the text that is on the page', () => {
    const page = fc.uniqueArray(fc.tuple(fc.constantFrom(...'abcdefxyz'), anyText), {
      selector: ([key]) => key,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), fc.array(page, { maxLength: 4 }), (words, pages) => {
        const stored = lay(...words);
        let followed: TurnText[] = stored.turns;
        for (const wish of pages) {
          followed = followTurns(followed, plain(...wish), { key: 'b', offset: 1 });
          const shown = wish.map(([, said]) => said);
          expect(followed.map((turn) => [turn.key, turn.text])).toEqual(wish);
          expect(followed.map(({ pieces }) => textOfPieces(pieces))).toEqual(shown);
          expect(applyReplacements(stored.text, replacementsOf(stored.text, followed))).toBe(shown.join(''));
        }
      }),
    );
  });
});
