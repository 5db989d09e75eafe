import { expect, it } from 'vitest';
import { movePlace } from '../../../renderer/tables/grid-place.ts';

const size = { rows: 20, columns: 5 };
const from = { row: 3, column: 2 };

it.each<[key: string, isFar: boolean, row: number, column: number]>([
  ['ArrowUp', false, 2, 2],
  ['ArrowDown', false, 4, 2],
  ['ArrowLeft', false, 3, 1],
  ['ArrowRight', false, 3, 3],
  ['ArrowDown', true, 19, 2],
  ['ArrowRight', true, 3, 4],
  ['PageUp', false, 0, 2],
  ['PageDown', false, 13, 2],
  ['Home', false, 3, 0],
  ['End', false, 3, 4],
  ['Home', true, 0, 0],
  ['End', true, 19, 4],
])('%s (far: %s) leads to row %i, column %i', (key, isFar, row, column) => {
  expect(movePlace(from, key, isFar, size)).toEqual({ row, column });
});

it('stops at the borders and leaves other keys alone', () => {
  expect(movePlace({ row: 0, column: 4 }, 'ArrowUp', false, size)).toEqual({ row: 0, column: 4 });
  expect(movePlace({ row: 0, column: 4 }, 'ArrowRight', false, size)).toEqual({ row: 0, column: 4 });
  expect(movePlace(from, 'a', false, size)).toBeUndefined();
});
