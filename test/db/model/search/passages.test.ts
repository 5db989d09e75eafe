import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageExtents, toPassage } from '../../../../db/model/search/passages.ts';

const text = 'P1: We test. “Do you?” asks Dr. No.\n  Tests fail.\nP2: No.';
const turn = { start: 4, end: 50 };

function passageOf(hit: string, extent: (typeof passageExtents)[number]) {
  const start = text.indexOf(hit);
  const passage = toPassage(text, { start, end: start + hit.length }, turn, extent);
  return passage && text.slice(passage.start, passage.end);
}

describe('the passage of a hit', () => {
  it.each([
    ['test', 'hit', 'test'],
    ['test', 'sentence', 'We test.'],
    ['test. “Do', 'sentence', 'We test. “Do you?”'],
    ['Tests', 'sentence', 'Tests fail.'],
    ['test', 'paragraph', 'We test. “Do you?” asks Dr. No.'],
    ['No.\n  Tests', 'paragraph', 'We test. “Do you?” asks Dr. No.\n  Tests fail.'],
    ['Tests', 'turn', 'We test. “Do you?” asks Dr. No.\n  Tests fail.'],
  ] as const)('“%s” as its %s', (hit, extent, passage) => {
    expect(passageOf(hit, extent)).toBe(passage);
  });

  it('is none of blanks alone', () => {
    expect(toPassage('a  b', { start: 1, end: 3 }, { start: 0, end: 4 }, 'hit')).toBeUndefined();
  });

  it('holds the hit, without blanks at its ends and with whole characters', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), fc.constantFrom(...passageExtents), (body, one, two, extent) => {
        const start = one % body.length;
        const end = start + 1 + (two % (body.length - start));
        const passage = toPassage(body, { start, end }, { start: 0, end: body.length }, extent);
        if (body.slice(start, end).trim() !== '' && passage === undefined) throw new Error('It is lost.');
        if (passage === undefined) return;
        const quote = body.slice(passage.start, passage.end);
        expect(quote).toBe(quote.trim());
        expect(quote).toContain(body.slice(start, end).trim());
      }),
    );
  });
});
