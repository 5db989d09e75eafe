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

  it('are followed by the row to which a key leads, and no further than the ends', () => {
    const last = selectRow(second, order, 'd');
    expect(findNextRow(second, order, 'ArrowDown')).toBe('c');
    expect(findNextRow(last, order, 'ArrowDown')).toBe('d');
    expect(findNextRow(last, order, 'Home')).toBe('a');
    expect(findNextRow(second, order, 'PageDown')).toBe('d');
    expect(findNextRow(noSelection, order, 'ArrowDown')).toBe('a');
    expect(findNextRow(second, order, 'x')).toBeUndefined();
    expect(findNextRow(noSelection, [], 'End')).toBeUndefined();
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
