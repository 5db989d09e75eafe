import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toContext, toKeyAfter, toKeyBefore } from '../../../../db/model/search/kwic.ts';

const all = (text: string) => ({ start: 0, end: text.length });

function contextOf(text: string, hit: string) {
  const start = text.indexOf(hit);
  return toContext(text, { start, end: start + hit.length }, all(text));
}

describe('a key word in context', () => {
  it('stands on one line, with what is before and after in the order of reading', () => {
    expect(contextOf('We  deploy\non Fridays,\n\tnot later.', 'Fridays')).toEqual({
      before: 'We deploy on ',
      hit: 'Fridays',
      after: ', not later.',
      isRightToLeft: false,
    });
  });

  it('keeps to its turn', () => {
    const text = 'P1: We deploy.\nP2: No.';
    expect(toContext(text, { start: 7, end: 13 }, { start: 4, end: 15 })).toMatchObject({
      before: 'We ',
      after: '.',
    });
  });

  it('is mirrored in writing from right to left, also where the word itself is foreign', () => {
    expect(contextOf('אנחנו פורסים את המודל', 'את')).toMatchObject({
      before: 'אנחנו פורסים ',
      isRightToLeft: true,
    });
    expect(contextOf('אנחנו פורסים model כל שבוע', 'model').isRightToLeft).toBe(true);
    expect(contextOf('we say שבוע for a week', 'שבוע').isRightToLeft).toBe(false);
  });

  it('cuts a long hit, and no character in two', () => {
    const long = contextOf(`a ${'😀'.repeat(200)} b`, '😀'.repeat(200));
    expect(long.hit).toMatch(/^(?:😀)+ …$/u);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.nat(), fc.nat(), (text, one, two) => {
        const [start, end] = [one % (text.length + 1), two % (text.length + 1)].sort(
          (left, right) => left - right,
        );
        const isWhole = text.slice(0, start).isWellFormed() && text.slice(0, end).isWellFormed();
        if (start === undefined || end === undefined || !isWhole) return;
        const { before, hit, after } = toContext(text, { start, end }, all(text));
        expect([before, hit, after].every((part) => part.isWellFormed())).toBe(true);
        expect(text.replace(/\s+/gu, ' ')).toContain(before.trim());
      }),
    );
  });
});

describe('the order of a list', () => {
  it('by the left context is read leftwards word by word, without capitals and accents', () => {
    const text = 'Nobody likes the Déploy, ';
    expect(toKeyBefore(text, text.length, all(text))).toBe('deploy the likes nobody');
  });

  it('by the right context is read rightwards', () => {
    const text = ' – on Fridays; “Never” later';
    expect(toKeyAfter(text, 0, all(text))).toBe('on fridays never later');
  });

  it('takes each sign of a script without blanks as a word', () => {
    expect(toKeyBefore('我们每天', 4, { start: 0, end: 4 })).toBe('天 每 们 我');
    expect(toKeyAfter('データX1は', 0, { start: 0, end: 6 })).toBe('デ ー タ x1 は');
  });

  it('looks no further than the turn', () => {
    expect(toKeyBefore('P1: yes', 4, { start: 4, end: 7 })).toBe('');
  });
});
