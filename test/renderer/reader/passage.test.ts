import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithinPair } from '../../../db/model/span.ts';
import {
  findPassage,
  findSplitPoint,
  findWordBoundary,
  moveBoundary,
  nameInVivo,
  snapToWord,
} from '../../../renderer/reader/passage.ts';

describe('findPassage', () => {
  it('leaves out white space at both ends', () => {
    expect(findPassage('one  two three', { start: 3, end: 9 })).toEqual({ start: 5, end: 8 });
  });

  it('takes a selection made backwards', () => {
    expect(findPassage('one two', { start: 7, end: 4 })).toEqual({ start: 4, end: 7 });
  });

  it('widens a cut emoji to the whole character', () => {
    expect(findPassage('a 😀 b', { start: 3, end: 5 })).toEqual({ start: 2, end: 4 });
  });

  it('is nothing when only white space is selected', () => {
    expect(findPassage('one \n two', { start: 3, end: 6 })).toBeUndefined();
  });
});

describe('findWordBoundary', () => {
  const text = 'We version data, with DVC.';

  it('goes forwards to the end of the next word', () => {
    expect(findWordBoundary(text, 2, 1)).toBe(10);
    expect(findWordBoundary(text, 10, 1)).toBe(15);
    expect(findWordBoundary(text, 15, 1)).toBe(21);
  });

  it('goes backwards to the start of the word before', () => {
    expect(findWordBoundary(text, 21, -1)).toBe(17);
    expect(findWordBoundary(text, 17, -1)).toBe(11);
  });

  it('finds words in a script without blanks', () => {
    const chinese = '我们使用模型';
    const first = findWordBoundary(chinese, 0, 1);
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(chinese.length);
  });

  it('stops at the ends of the text', () => {
    expect(findWordBoundary(text, text.length, 1)).toBe(text.length);
    expect(findWordBoundary(text, 0, -1)).toBe(0);
  });
});

describe('snapToWord', () => {
  const text = 'We version data.';

  it('goes to the nearer end of the word', () => {
    expect(snapToWord(text, 5)).toBe(3);
    expect(snapToWord(text, 8)).toBe(10);
  });

  it('stays where it is between words and behind the last', () => {
    expect(snapToWord(text, 2)).toBe(2);
    expect(snapToWord(text, text.length)).toBe(text.length);
  });
});

describe('moveBoundary', () => {
  const text = 'We version data with DVC';

  it('moves the end by a word and keeps the start', () => {
    expect(moveBoundary(text, { start: 3, end: 10 }, 'end', 1)).toEqual({ start: 3, end: 15 });
    expect(moveBoundary(text, { start: 3, end: 15 }, 'end', -1)).toEqual({ start: 3, end: 10 });
  });

  it('moves the start by a word and keeps the end', () => {
    expect(moveBoundary(text, { start: 3, end: 15 }, 'start', -1)).toEqual({ start: 0, end: 15 });
    expect(moveBoundary(text, { start: 3, end: 15 }, 'start', 1)).toEqual({ start: 11, end: 15 });
  });

  it('never begins an excerpt with a comma', () => {
    const listed = 'We version data, with DVC';
    expect(moveBoundary(listed, { start: 11, end: 25 }, 'start', 1)).toEqual({ start: 17, end: 25 });
  });

  it('never empties an excerpt and never leaves the text', () => {
    expect(moveBoundary(text, { start: 3, end: 10 }, 'end', -1)).toBeUndefined();
    expect(moveBoundary(text, { start: 3, end: 10 }, 'start', 1)).toBeUndefined();
    expect(moveBoundary(text, { start: 0, end: 10 }, 'start', -1)).toBeUndefined();
  });
});

describe('moveBoundary across turns', () => {
  const text = 'P1: We do.\nI: And then?\nP1: Nothing.\n';
  const heads = ['P1: We', 'I: And', 'P1: Nothing'].map((line) => {
    const start = text.indexOf(line);
    return { start, textOffset: text.indexOf(' ', start) + 1 };
  });
  const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

  it('takes the first word of the next turn, not its label', () => {
    const moved = moveBoundary(text, span('We do.'), 'end', 1, heads);
    expect(moved && text.slice(moved.start, moved.end)).toBe('We do.\nI: And');
  });

  it('takes the last word of the turn before, not the label of its own', () => {
    const moved = moveBoundary(text, span('Nothing'), 'start', -1, heads);
    expect(moved && text.slice(moved.start, moved.end)).toBe('then?\nP1: Nothing');
  });

  it('shrinks back over a label in one step', () => {
    const back = moveBoundary(text, span('We do.\nI: And'), 'end', -1, heads);
    expect(back && text.slice(back.start, back.end)).toBe('We do.');
    const on = moveBoundary(text, span('then?\nP1: Nothing'), 'start', 1, heads);
    expect(on && text.slice(on.start, on.end)).toBe('Nothing');
  });

  it('stops at the first and the last word of the text', () => {
    expect(moveBoundary(text, span('We do.'), 'start', -1, heads)).toBeUndefined();
    expect(moveBoundary(text, span('Nothing.'), 'end', 1, heads)).toBeUndefined();
    const silent = `${text}I: `;
    const all = [...heads, { start: text.length, textOffset: silent.length }];
    expect(moveBoundary(silent, span('Nothing.'), 'end', 1, all)).toBeUndefined();
  });
});

/** Words of several scripts, with astral characters, combining marks and right-to-left text between. */
const sentence = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'data',
        'naïve',
        'e\u0301te\u0301',
        '😀',
        '👩‍💻',
        '我们使用模型',
        'שלום',
        'مرحبا',
        '𝒜𝒷',
        '—',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
    ),
    { minLength: 2, maxLength: 12 },
  )
  .map((words) => words.join(' '))
  .filter((text) => text.trim().length > 1);

describe('any text', () => {
  it('lets boundaries move only to whole characters, within the text, and never past each other', () => {
    fc.assert(
      fc.property(
        sentence,
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        fc.boolean(),
        (text, from, to, isStart, isOn) => {
          const [one, two] = [from % (text.length + 1), to % (text.length + 1)];
          const span = findPassage(text, { start: one, end: two });
          fc.pre(span !== undefined);
          const moved = moveBoundary(text, span, isStart ? 'start' : 'end', isOn ? 1 : -1);
          if (!moved) return;
          expect(moved.start).toBeGreaterThanOrEqual(0);
          expect(moved.end).toBeLessThanOrEqual(text.length);
          expect(moved.start).toBeLessThan(moved.end);
          expect(isWithinPair(text, moved.start) || isWithinPair(text, moved.end)).toBe(false);
        },
      ),
    );
  });

  it('is split inside the coding and between whole characters, or not at all', () => {
    fc.assert(
      fc.property(sentence, fc.nat(), fc.nat(), fc.nat(), (text, from, to, at) => {
        const span = findPassage(text, { start: from % (text.length + 1), end: to % (text.length + 1) });
        fc.pre(span !== undefined);
        const point = findSplitPoint(text, span, span.start + (at % (span.end - span.start)));
        if (point === undefined) return;
        expect(point).toBeGreaterThan(span.start);
        expect(point).toBeLessThan(span.end);
        expect(isWithinPair(text, point)).toBe(false);
      }),
    );
  });
});

describe('findSplitPoint', () => {
  const text = 'We version every data set.';
  const span = { start: 3, end: text.length };

  it('is the beginning of the nearest word, so that none is cut', () => {
    expect(findSplitPoint(text, span, text.indexOf('every') + 1)).toBe(text.indexOf('every'));
    expect(findSplitPoint(text, span, text.indexOf('every') + 4)).toBe(text.indexOf('data'));
  });

  it('is never an end of the coding', () => {
    expect(findSplitPoint(text, span, 3)).toBe(text.indexOf('every'));
    expect(findSplitPoint(text, { start: 3, end: 10 }, 5)).toBeUndefined();
  });
});

describe('nameInVivo', () => {
  it('takes a short quote as it is, on one line', () => {
    expect(nameInVivo('we retrain\n by hand')).toBe('we retrain by hand');
  });

  it('cuts a long quote between words, at no more than 60 characters', () => {
    const name = nameInVivo(
      'every model that goes into production has to be approved by two people of the team',
    );
    expect(name).toBe('every model that goes into production has to be approved…');
    expect(Array.from(name).length).toBeLessThanOrEqual(60);
  });

  it('does not cut an emoji in two', () => {
    const name = nameInVivo('😀'.repeat(80));
    expect(name).toBe(`${'😀'.repeat(59)}…`);
  });
});
