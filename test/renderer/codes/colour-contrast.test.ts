import { describe, expect, it } from 'vitest';
import { openCodeColour } from '../../../db/model/colour.ts';
import { contrast, findContrastProblem, swatches } from '../../../renderer/codes/colour-contrast.ts';

describe('the contrast of colours', () => {
  it('is 21 between black and white, and 1 for the same', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#777777')).toBe(1);
    // The example of WebAIM's contrast checker.
    expect(contrast('#0000ff', '#ffffff')).toBeCloseTo(8.59, 2);
  });

  it('is told when a colour is hard to see in one of the themes', () => {
    expect(findContrastProblem('#ffe066')).toBe('Hard to see in the light theme; take a darker one.');
    expect(findContrastProblem('#1a1a40')).toBe('Hard to see in the dark theme; take a lighter one.');
  });

  it('is enough in both themes for the palette and for the colours that new codes get', () => {
    const given = Array.from({ length: 7 }, (_, index) => openCodeColour(index));
    expect([...swatches, ...given].filter((colour) => findContrastProblem(colour) !== undefined)).toEqual([]);
  });
});
