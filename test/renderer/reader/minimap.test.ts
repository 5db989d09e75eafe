import { describe, expect, it } from 'vitest';
import { findSpanBetween, findTop } from '../../../renderer/reader/landmarks.ts';
import { listBars } from '../../../renderer/reader/minimap-bars.ts';

describe('listBars', () => {
  it('adds up what lies in a row by colour, the most frequent first', () => {
    const bars = listBars(
      [
        { top: 0, bottom: 100, colour: 'red' },
        { top: 0, bottom: 50, colour: 'blue' },
        { top: 50, bottom: 100, colour: 'red' },
      ],
      400,
      4,
    );
    expect(bars).toEqual([
      [
        { colour: 'red', depth: 1.5 },
        { colour: 'blue', depth: 0.5 },
      ],
      [],
      [],
      [],
    ]);
  });

  it('counts a stretch in every row it reaches into, and never beyond the sheet', () => {
    const bars = listBars([{ top: 150, bottom: 999, colour: 'red' }], 400, 4);
    expect(bars.map(([bar]) => bar?.depth ?? 0)).toEqual([0, 0.5, 1, 1]);
  });

  it('is empty while the sheet has no height', () => {
    expect(listBars([{ top: 0, bottom: 9, colour: 'red' }], 0, 2)).toEqual([[], []]);
  });
});

describe('landmarks', () => {
  const landmarks = [
    { offset: 10, top: 100 },
    { offset: 110, top: 300 },
    { offset: 210, top: 340 },
  ];

  it('give the height of an offset between them in proportion', () => {
    expect(findTop(landmarks, 10)).toBe(100);
    expect(findTop(landmarks, 60)).toBe(200);
    expect(findTop(landmarks, 999)).toBe(340);
    expect(findTop(landmarks, 0)).toBe(100);
    expect(findTop([], 5)).toBe(0);
  });

  it('tell what is between two heights: whole paragraphs', () => {
    expect(findSpanBetween(landmarks, 150, 200)).toEqual({ start: 10, end: 110 });
    expect(findSpanBetween(landmarks, 310, 320)).toEqual({ start: 110, end: 210 });
    expect(findSpanBetween(landmarks, -50, 5000)).toEqual({ start: 10, end: 210 });
    expect(findSpanBetween([], 0, 10)).toEqual({ start: 0, end: 0 });
  });
});
