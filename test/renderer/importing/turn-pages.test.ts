import { describe, expect, it } from 'vitest';
import { listPages } from '../../../renderer/importing/turn-pages.ts';

describe('the pages of turns that are asked for', () => {
  it('are those in which the turns in view stand', () => {
    expect(listPages(0, 12)).toEqual([0]);
    expect(listPages(199, 200)).toEqual([0, 1]);
    expect(listPages(99_990, 99_999)).toEqual([499]);
    expect(listPages(0, 0)).toEqual([0]);
  });
});
