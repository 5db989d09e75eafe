import { expect, it } from 'vitest';
import { nextZoom } from '../../../renderer/state/display.ts';

it('the text grows and shrinks in steps, and stays at both ends', () => {
  expect([nextZoom(100, 1), nextZoom(100, -1)]).toEqual([115, 90]);
  expect([nextZoom(200, 1), nextZoom(70, -1)]).toEqual([200, 70]);
  expect(nextZoom(108, 1)).toBe(115);
});
