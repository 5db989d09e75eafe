import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHits, findNearestHit, makeFindable, type Wanted } from '../../../renderer/reader/find-hits.ts';

const find = (text: string, words: string, how: Partial<Wanted> = {}) =>
  findHits(makeFindable(text), { words, isCaseMatched: false, isWholeWord: false, ...how }).map(
    ({ start, end }) => [start, text.slice(start, end)],
  );

describe('findHits', () => {
  it('folds case and accents, composed or not, and returns the stored characters with their marks', () => {
    expect(find('Café, CAFE\u0301 and cafe', 'cafe')).toEqual([
      [0, 'Café'],
      [6, 'CAFE\u0301'],
      [16, 'cafe'],
    ]);
    expect(find('naïve', 'naïve')).toEqual([[0, 'naïve']]);
  });

  it('takes case and accents as they are when case is matched, however they are composed', () => {
    expect(find('Café CAFE\u0301 cafe caf\u00e9', 'caf\u00e9', { isCaseMatched: true })).toEqual([
      [16, 'caf\u00e9'],
    ]);
    expect(find('cafe\u0301', 'caf\u00e9', { isCaseMatched: true })).toEqual([[0, 'cafe\u0301']]);
    expect(find('cafe\u0301', 'cafe', { isCaseMatched: true })).toEqual([]);
  });

  it('counts offsets in stored units behind astral characters, and never cuts one', () => {
    expect(find('😀😀 data 😀 data', 'data')).toEqual([
      [5, 'data'],
      [13, 'data'],
    ]);
    expect(find('a😀b', '😀')).toEqual([[1, '😀']]);
    expect(find('a😀b', '\ude00')).toEqual([]);
  });

  it('finds any white space where the words have a blank', () => {
    expect(find('data\u00a0set, data\nset', 'data set')).toEqual([
      [0, 'data\u00a0set'],
      [10, 'data\nset'],
    ]);
  });

  it('finds whole words only when that is wanted, by letters of every script', () => {
    expect(find('data, metadata, data_set, dátá; data', 'data', { isWholeWord: true })).toEqual([
      [0, 'data'],
      [26, 'dátá'],
      [32, 'data'],
    ]);
  });

  it('finds nothing for blanks, and takes signs of patterns as they are', () => {
    expect(find('a b', '  ')).toEqual([]);
    expect(find('a.c abc (x', '.c')).toEqual([[1, '.c']]);
    expect(find('a.c abc (x', '(x')).toEqual([[8, '(x']]);
  });

  it('returns hits in order that never overlap, each of which holds the words', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'A', 'á', 'e\u0301', '😀', ' ', '\n'),
      maxLength: 60,
    });
    const words = fc.string({ unit: fc.constantFrom('a', 'e', '😀', ' '), minLength: 1, maxLength: 3 });
    const fold = (some: string) =>
      some.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/\s/g, ' ');
    fc.assert(
      fc.property(text, words, (stored, wanted) => {
        let reached = 0;
        for (const [start, quote] of find(stored, wanted)) {
          expect(Number(start)).toBeGreaterThanOrEqual(reached);
          expect(fold(String(quote))).toBe(fold(wanted.trim()));
          reached = Number(start) + String(quote).length;
        }
      }),
    );
  });
});

describe('findNearestHit', () => {
  const hits = [
    { start: 2, end: 4 },
    { start: 10, end: 12 },
  ];

  it('begins where the reader stands, and at the first one behind the last', () => {
    expect(findNearestHit(hits, 3)).toBe(0);
    expect(findNearestHit(hits, 4)).toBe(1);
    expect(findNearestHit(hits, 99)).toBe(0);
    expect(findNearestHit([], 0)).toBe(-1);
  });
});
