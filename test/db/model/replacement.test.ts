import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGraphemeBoundary } from '../../../db/model/grapheme.ts';
import {
  applyReplacements,
  followSpan,
  toTextEdits,
  toWholeReplacements,
} from '../../../db/model/replacement.ts';
import { editedText } from '../../support/edited-text.ts';

const edit = (text: string, ...replacements: [start: number, end: number, text: string][]) => {
  const whole = toWholeReplacements(
    text,
    replacements.map(([start, end, written]) => ({ start, end, text: written })),
  );
  const after = applyReplacements(text, whole);
  const quote = (start: number, end: number) => {
    const span = followSpan({ start, end }, toTextEdits(whole));
    return span && after.slice(span.start, span.end);
  };
  return { whole, after, quote };
};

describe('an excerpt while the text around it is edited', () => {
  it('grows by what is written inside, and not by what is written at its edges', () => {
    const { quote, after } = edit('We deploy by hand.', [10, 10, 'it '], [13, 13, 'the '], [17, 17, 'le']);
    expect(after).toBe('We deploy it by the handle.');
    expect(quote(10, 17)).toBe('by the hand');
  });

  it('shrinks by what is taken out of it, and is lost with its last letter', () => {
    const { quote } = edit('We deploy by hand.', [5, 13, '']);
    expect(quote(3, 17)).toBe('dehand');
    expect(quote(10, 12)).toBeUndefined();
  });

  it('is what was written in its very place', () => {
    expect(edit('a cat sat', [2, 5, 'dog']).quote(2, 5)).toBe('dog');
    expect(edit('a cat sat', [2, 9, 'dog stood']).quote(2, 5)).toBeUndefined();
  });

  it('takes in a mark that was put on its last letter, which would otherwise be cut from it', () => {
    const { whole, quote } = edit('cafe!', [4, 4, '\u0301']);
    expect(whole).toEqual([{ start: 3, end: 4, text: 'e\u0301' }]);
    expect(quote(0, 4)).toBe('cafe\u0301');
  });

  it('never keeps half of a pair', () => {
    // Both emoji begin with the same unit; an editor that compares units sees only the second one change.
    expect(edit('😀', [1, 2, '😁'.charAt(1)]).whole).toEqual([{ start: 0, end: 2, text: '😁' }]);
  });

  it('takes letters that come to stand before a mark for changed', () => {
    expect(edit('abx\u0301', [2, 3, '']).whole).toEqual([{ start: 1, end: 4, text: 'b\u0301' }]);
  });

  it('is untouched by what was typed again', () => {
    expect(edit('old data', [0, 8, 'old Data']).whole).toEqual([{ start: 4, end: 5, text: 'D' }]);
    expect(edit('old data', [2, 5, 'd d']).whole).toEqual([]);
  });

  it('refuses replacements that overlap or lie outside', () => {
    expect(() => edit('abc', [0, 2, ''], [1, 3, ''])).toThrow(RangeError);
    expect(() => edit('abc', [0, 4, ''])).toThrow(RangeError);
  });
});

describe('whatever is edited and coded', () => {
  it('makes the same text when the replacements are made whole, and cuts no character of either text', () => {
    fc.assert(
      fc.property(editedText, ({ text, replacements }) => {
        const whole = toWholeReplacements(text, replacements);
        const after = applyReplacements(text, whole);
        expect(after).toBe(applyReplacements(text, replacements));
        let shift = 0;
        for (const { start, end, text: written } of whole) {
          const place = start + shift;
          expect(isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end)).toBe(true);
          expect(isGraphemeBoundary(after, place) && isGraphemeBoundary(after, place + written.length)).toBe(
            true,
          );
          shift += written.length - (end - start);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the very quote of what no edit touches, and puts no end of an excerpt within a character', () => {
    fc.assert(
      fc.property(editedText, ({ text, replacements, passages }) => {
        const whole = toWholeReplacements(text, replacements);
        const after = applyReplacements(text, whole);
        for (const passage of passages) {
          const span = followSpan(passage, toTextEdits(whole));
          const isTouched = whole.some(({ start, end }) => start < passage.end && end > passage.start);
          if (!isTouched) {
            expect(span && after.slice(span.start, span.end)).toBe(text.slice(passage.start, passage.end));
          }
          if (!span) continue;
          expect(span.start < span.end && span.end <= after.length).toBe(true);
          expect(isGraphemeBoundary(after, span.start) && isGraphemeBoundary(after, span.end)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('knows the same places for cutting as the whole text does', () => {
    fc.assert(
      fc.property(editedText, ({ text }) => {
        const cuts = new Set([...new Intl.Segmenter().segment(text)].map(({ index }) => index));
        for (let offset = 1; offset < text.length; offset += 1) {
          expect(isGraphemeBoundary(text, offset)).toBe(cuts.has(offset));
        }
      }),
    );
  });
});
