import { describe, expect, it } from 'vitest';
import { findTechniqueLetter, shippedTechniques } from '../../../db/model/technique.ts';

describe('a technique', () => {
  it('is read off a participant id', () => {
    expect(['P1', ' w12 ', 'FG3', 'Ü2'].map(findTechniqueLetter)).toEqual(['P', 'W', 'FG', 'Ü']);
  });

  it('is not read off anything else', () => {
    for (const label of ['', 'P', '1', 'P 1', 'P1a', 'Anna', 'P-1'])
      expect(findTechniqueLetter(label)).toBeUndefined();
  });

  it('ships as interview, workshop, meeting and stand-up', () => {
    expect(shippedTechniques.map(({ letter, name }) => `${letter} ${name}`)).toEqual([
      'P Interview',
      'W Workshop',
      'M Meeting',
      'S Stand-up',
    ]);
  });
});
