import { describe, expect, it } from 'vitest';
import {
  findPassage,
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

  it('never empties an excerpt and never leaves the text', () => {
    expect(moveBoundary(text, { start: 3, end: 10 }, 'end', -1)).toBeUndefined();
    expect(moveBoundary(text, { start: 3, end: 10 }, 'start', 1)).toBeUndefined();
    expect(moveBoundary(text, { start: 0, end: 10 }, 'start', -1)).toBeUndefined();
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
