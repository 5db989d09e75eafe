import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  composeReplacements,
  followTyping,
  joinPieces,
  slicePieces,
  splicePieces,
  takePieces,
  textOfPieces,
  toReplacements,
} from '../../../db/model/pieces.ts';
import { applyReplacements } from '../../../db/model/replacement.ts';
import { anyText, replacementsOf } from '../../support/edited-text.ts';

const whole = (text: string) => takePieces(text, 0, text.length);

describe('a text in pieces', () => {
  it('knows what became of the stored text, whatever was cut and joined', () => {
    const pieces = splicePieces(whole('one two three'), { start: 4, end: 7, text: '2' });
    expect(toReplacements(pieces, 13)).toEqual([{ start: 4, end: 7, text: '2' }]);
    expect(slicePieces(pieces, 3, 8)).toEqual([
      { text: ' ', from: 3 },
      { text: '2', from: null },
      { text: ' th', from: 7 },
    ]);
    expect(joinPieces(slicePieces(pieces, 0, 4), slicePieces(pieces, 4))).toEqual(pieces);
  });

  it('counts a passage that stands before an earlier one as written new', () => {
    const turned = [...takePieces('one two', 4, 7), ...takePieces('one two', 0, 3)];
    expect(toReplacements(turned, 7)).toEqual([
      { start: 0, end: 4, text: '' },
      { start: 7, end: 7, text: 'one' },
    ]);
  });

  it('composes edits into one that does the same as the two in turn', () => {
    const edits = anyText.chain((text) =>
      replacementsOf(text).chain((first) =>
        fc.record({
          text: fc.constant(text),
          first: fc.constant(first),
          second: replacementsOf(applyReplacements(text, first)),
        }),
      ),
    );
    fc.assert(
      fc.property(edits, ({ text, first, second }) => {
        const both = composeReplacements(text, first, second);
        expect(applyReplacements(text, both)).toBe(applyReplacements(applyReplacements(text, first), second));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('typing that is followed', () => {
  it.each([
    ['a letter that doubles the one before it', 'foobar', 'foobbar', 4, { start: 3, end: 3, text: 'b' }],
    ['a letter that doubles the one behind it', 'foobar', 'fooobar', 3, { start: 2, end: 2, text: 'o' }],
    ['one of two alike that was deleted', 'aaa', 'aa', 1, { start: 1, end: 2, text: '' }],
    ['a word written over', 'by hand now', 'by script now', 9, { start: 3, end: 7, text: 'script' }],
    ['a change away from the caret', 'colour', 'color', 0, { start: 4, end: 5, text: '' }],
  ])('finds %s', (_, former, later, caret, replacement) => {
    expect(toReplacements(followTyping(whole(former), later, caret), former.length)).toEqual([replacement]);
  });

  it('always makes the text that is there, from pieces of the stored one', () => {
    const typing = fc.tuple(anyText, fc.array(fc.tuple(anyText, fc.option(fc.nat({ max: 60 })))));
    fc.assert(
      fc.property(typing, ([text, changes]) => {
        let pieces = whole(text);
        for (const [later, caret] of changes) {
          pieces = followTyping(pieces, later, caret);
          expect(textOfPieces(pieces)).toBe(later);
          expect(applyReplacements(text, toReplacements(pieces, text.length))).toBe(later);
        }
      }),
    );
  });
});
