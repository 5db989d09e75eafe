import { describe, expect, it } from 'vitest';
import { fitToDisplays } from '../../electron/window-bounds.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 860 };
const wide = { x: 1440, y: -200, width: 2560, height: 1400 };

describe('the place of a window', () => {
  it('is where it was when that is on a display', () => {
    const before = { x: 1600, y: 100, width: 1500, height: 1000 };
    expect(fitToDisplays(before, [laptop, wide])).toEqual(before);
  });

  it('moves to the first display when the second one is gone', () => {
    const before = { x: 1600, y: 100, width: 1200, height: 800 };
    expect(fitToDisplays(before, [laptop])).toEqual({ x: 120, y: 30, width: 1200, height: 800 });
  });

  it('is never larger than the display', () => {
    const before = { x: 100, y: 50, width: 2400, height: 1300 };
    expect(fitToDisplays(before, [laptop])).toEqual({ x: 100, y: 50, width: 1440, height: 860 });
  });

  it('keeps the title bar within reach', () => {
    const above = { x: 200, y: -400, width: 1000, height: 700 };
    expect(fitToDisplays(above, [laptop]).y).toBeGreaterThanOrEqual(0);
    const farRight = { x: 1400, y: 10, width: 1000, height: 700 };
    expect(fitToDisplays(farRight, [laptop])).toEqual({ x: 220, y: 80, width: 1000, height: 700 });
  });

  it('is the middle of the display at the first start', () => {
    expect(fitToDisplays(null, [{ x: 0, y: 0, width: 1920, height: 1080 }])).toEqual({
      x: 240,
      y: 90,
      width: 1440,
      height: 900,
    });
  });
});
