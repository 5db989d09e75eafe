import { describe, expect, it } from 'vitest';
import {
  dropGoneRows,
  findNextRow,
  noSelection,
  selectAll,
  selectRow,
} from '../../../renderer/importing/row-selection.ts';

const order = ['a', 'b', 'c', 'd'];
const second = selectRow(noSelection, order, 'b');

describe('selected rows', () => {
  it('are one after a click', () => {
    expect([...selectRow(second, order, 'c').paths]).toEqual(['c']);
  });

  it('reach from the first click to a click with Shift, in both directions', () => {
    const down = selectRow(second, order, 'd', { isRange: true });
    expect([...down.paths]).toEqual(['b', 'c', 'd']);
    expect([...selectRow(down, order, 'a', { isRange: true }).paths]).toEqual(['a', 'b']);
  });

  it('are added and taken away one by one', () => {
    const two = selectRow(second, order, 'd', { isToggle: true });
    expect([...two.paths]).toEqual(['b', 'd']);
    expect([...selectRow(two, order, 'b', { isToggle: true }).paths]).toEqual(['d']);
  });

  it('can be all, with the details where they were', () => {
    expect(selectAll(second, order)).toEqual({ paths: new Set(order), lead: 'b', anchor: 'b' });
  });

  it('are followed by the next row until the end', () => {
    expect(findNextRow(second, order, 1)).toBe('c');
    expect(findNextRow(selectRow(second, order, 'd'), order, 1)).toBeUndefined();
    expect(findNextRow(selectRow(second, order, 'a'), order, -1)).toBeUndefined();
    expect(findNextRow(noSelection, order, 1)).toBe('a');
  });

  it('forget rows that are gone, and never are none while there are rows', () => {
    expect(dropGoneRows(second, ['a', 'c'])).toMatchObject({ lead: 'a', paths: new Set(['a']) });
    expect(dropGoneRows(selectAll(second, order), ['c', 'd'])).toMatchObject({
      lead: 'c',
      paths: new Set(['c', 'd']),
    });
    expect(dropGoneRows(second, [])).toBe(noSelection);
    expect(dropGoneRows(second, order)).toBe(second);
  });
});
