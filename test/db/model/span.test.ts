import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOverlapping, toWholeCharacters } from '../../../db/model/span.ts';

describe('a span', () => {
  it('overlaps another one when they share a code unit, and not when they only touch', () => {
    expect(isOverlapping({ start: 0, end: 5 }, { start: 4, end: 9 })).toBe(true);
    expect(isOverlapping({ start: 0, end: 9 }, { start: 3, end: 4 })).toBe(true);
    expect(isOverlapping({ start: 0, end: 5 }, { start: 5, end: 9 })).toBe(false);
    expect(isOverlapping({ start: 5, end: 9 }, { start: 0, end: 5 })).toBe(false);
  });

  it('grows so that it cuts no emoji in two', () => {
    const text = 'a😀b';
    expect(toWholeCharacters(text, { start: 2, end: 4 })).toEqual({ start: 1, end: 4 });
    expect(toWholeCharacters(text, { start: 0, end: 2 })).toEqual({ start: 0, end: 3 });
    expect(toWholeCharacters(text, { start: 1, end: 3 })).toEqual({ start: 1, end: 3 });
  });

  it('leaves the half characters of a text alone, since they belong to no pair', () => {
    const text = 'a\ud83db\ude00c';
    expect(toWholeCharacters(text, { start: 2, end: 3 })).toEqual({ start: 2, end: 3 });
  });

  it.each([
    [0, 0],
    [3, 2],
    [-1, 2],
    [0, 4],
    [0.5, 2],
    [Number.NaN, 2],
  ])('from %d to %d does not lie in a text of three units', (start, end) => {
    expect(() => toWholeCharacters('abc', { start, end })).toThrow(RangeError);
  });

  it('made whole holds the wished passage and is well-formed text', () => {
    const place = fc
      .tuple(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat())
      .map(([text, from, length]) => ({ text, start: from % text.length, length }));
    fc.assert(
      fc.property(place, ({ text, start, length }) => {
        const end = start + 1 + (length % (text.length - start));
        const whole = toWholeCharacters(text, { start, end });
        expect(whole.start).toBeLessThanOrEqual(start);
        expect(whole.end).toBeGreaterThanOrEqual(end);
        const quote = text.slice(whole.start, whole.end);
        expect(new TextDecoder().decode(new TextEncoder().encode(quote))).toBe(quote);
        expect(toWholeCharacters(text, whole)).toEqual(whole);
      }),
    );
  });
});
