import { describe, expect, it } from 'vitest';
import { parseMinutes } from '../../../db/model/minutes.ts';

describe('a duration', () => {
  it.each([
    ['45', 45],
    ['45 min', 45],
    ['0:45', 45],
    ['1:30', 90],
    ['1 h 30', 90],
    ['2h', 120],
    ['1.5 h', 90],
    ['1,5 Std.', 90],
    ['45 Minuten', 45],
    ['45.0', 45],
    ['0:44:50', 45],
    ['', null],
  ])('typed as “%s” is %s minutes', (typed, minutes) => {
    expect(parseMinutes(typed)).toBe(minutes);
  });

  it.each(['long', '0', '-5', '1.5'])('typed as “%s” is refused with a sentence', (typed) => {
    expect(() => parseMinutes(typed)).toThrow(`“${typed}” is no duration`);
  });
});
