import { describe, expect, it } from 'vitest';
import { describePlacement, isPlacement } from '../../../db/model/placement.ts';

describe('a placement', () => {
  it('is a whole or a half from 0 to the highest stage', () => {
    for (const value of [0, 0.5, 1, 1.5, 2, 3.5, 4]) expect(isPlacement(value, 4)).toBe(true);
    for (const value of [-0.5, 0.25, 4.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(isPlacement(value, 4)).toBe(false);
  });

  it('at a half lies between two stages', () => {
    expect(describePlacement(1)).toBe('stage 1');
    expect(describePlacement(1.5)).toBe('between stages 1 and 2');
    expect(describePlacement(0.5)).toBe('between stages 0 and 1');
  });
});
