import { describe, expect, it } from 'vitest';
import type { Branch } from '../../../renderer/codes/code-branches.ts';
import { buildBranches, openCodesId, toCodeRowId } from '../../../renderer/codes/code-branches.ts';
import { type DropZone, findDropPlace, findZone } from '../../../renderer/codes/code-drop.ts';
import { makeCode } from '../../support/codes.ts';

const codes = [
  makeCode({
    id: 1,
    kind: 'activity',
    itemRef: 'D1',
    name: 'Collect',
    group: 'Data',
    groupIndex: 0,
    trail: ['Data'],
  }),
  makeCode({ id: 2, kind: 'open', name: 'culture' }),
  makeCode({ id: 3, kind: 'open', name: 'fear', parentId: 2, trail: ['Open codes', 'culture'] }),
  makeCode({ id: 4, kind: 'open', name: 'tools' }),
];
const branches = buildBranches(codes, '');
const rowOf = (rowId: string): Branch => {
  const row = branches.get(rowId);
  if (!row) throw new Error(`There is no row ${rowId}.`);
  return row;
};
const drop = (dragged: number[], rowId: string, zone: DropZone, isExpanded = false) =>
  findDropPlace(codes, dragged, { rowId, row: rowOf(rowId), zone, isExpanded });

describe('dropping codes in the tree', () => {
  it('has three zones on an open code and one on an item or heading', () => {
    const zones = (rowId: string) => [1, 13, 25].map((y) => findZone(rowOf(rowId), y, 26));
    expect(zones(toCodeRowId(4))).toEqual(['before', 'into', 'behind']);
    expect(zones(toCodeRowId(1))).toEqual(['into', 'into', 'into']);
    expect(zones(openCodesId)).toEqual(['into', 'into', 'into']);
  });

  it('puts a code before, into or behind another one', () => {
    expect(drop([4], toCodeRowId(2), 'before')).toEqual({ parentId: null, beforeId: 2 });
    expect(drop([4], toCodeRowId(2), 'into')).toEqual({ parentId: 2, beforeId: null });
    expect(drop([3], toCodeRowId(2), 'behind')).toEqual({ parentId: null, beforeId: 4 });
    expect(drop([3], toCodeRowId(4), 'behind')).toEqual({ parentId: null, beforeId: null });
    expect(drop([4], toCodeRowId(2), 'behind', true)).toEqual({ parentId: 2, beforeId: 3 });
  });

  it('puts a code beneath an item, or at the top of the open codes', () => {
    expect(drop([2], toCodeRowId(1), 'into')).toEqual({ parentId: 1, beforeId: null });
    expect(drop([3], openCodesId, 'into')).toEqual({ parentId: null, beforeId: null });
  });

  it('is not offered beneath itself, on a pipeline, nor for an item', () => {
    expect(drop([2], toCodeRowId(3), 'into')).toBeUndefined();
    expect(drop([2], toCodeRowId(2), 'into')).toBeUndefined();
    expect(drop([2], 'pipelines:0', 'into')).toBeUndefined();
    expect(drop([1], toCodeRowId(2), 'into')).toBeUndefined();
    expect(drop([], toCodeRowId(2), 'into')).toBeUndefined();
  });
});
