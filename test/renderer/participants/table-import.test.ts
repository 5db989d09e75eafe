import { describe, expect, it } from 'vitest';
import type { TableLook } from '../../../electron/ipc/contract/tables.ts';
import {
  assignField,
  countOutcomes,
  describeApplied,
  describeApply,
  explainOutcomes,
  listFieldGroups,
} from '../../../renderer/participants/table-import.ts';

const look: TableLook = {
  fileName: 'people.xlsx',
  sheets: [],
  sheet: null,
  hasHeads: true,
  columns: ['ID', 'Town', 'attribute: Years'],
  sample: [],
  rows: 2,
  gaps: [false, false, false],
  fields: [
    { field: 'participant', name: 'Participant ids', isNeeded: true, hint: '' },
    { field: 'role', name: 'Role', isNeeded: false, hint: '' },
    { field: 'ids:P', name: 'Interview ids (P)', isNeeded: false, hint: '' },
    { field: 'attribute:Level', name: 'Level', isNeeded: false, hint: '' },
  ],
  proposed: ['participant', null, 'new attribute:Years'],
};
const counts = (change: Partial<ReturnType<typeof countOutcomes>>) => ({
  ...countOutcomes([]),
  ...change,
});

describe('the button that applies a table', () => {
  it('says what it does', () => {
    expect(describeApply('participants', counts({ added: 14, changed: 3 }))).toBe('Add 14 people, change 3');
    expect(describeApply('sessions', counts({ added: 1 }))).toBe('Add 1 session');
    expect(describeApply('companies', counts({ changed: 2, refused: 1 }))).toBe('Change 2 companies');
    expect(describeApply('companies', counts({ same: 2 }))).toBe('Apply');
  });

  it('has a reason beside it when there is nothing to do or something is left out', () => {
    const fields = ['participant', null, null];
    expect(explainOutcomes(look, fields, counts({ same: 9 }))).toBe(
      'Nothing to do: the study holds all of it already.',
    );
    expect(explainOutcomes(look, fields, counts({ added: 2, refused: 1 }))).toBe(
      '1 row is refused and left out.',
    );
    expect(explainOutcomes(look, fields, counts({ refused: 2 }))).toBe(
      'Every row is refused; the list says why.',
    );
    expect(explainOutcomes(look, [null, null, null], counts({ refused: 2 }))).toBe(
      'Choose which column holds: participant ids.',
    );
    expect(explainOutcomes(look, fields, counts({}))).toBe('The table has heads and no rows.');
    expect(explainOutcomes(look, fields, counts({ added: 2 }))).toBeUndefined();
  });

  it('is followed by what was done', () => {
    expect(describeApplied('participants', counts({ added: 3, changed: 1 }))).toBe(
      '3 people were added, 1 person was changed.',
    );
  });
});

describe('the fields of columns', () => {
  it('are each held by one column alone', () => {
    expect(assignField(['participant', 'role', null], 2, 'role')).toEqual(['participant', null, 'role']);
    expect(assignField(['participant', 'role', null], 0, null)).toEqual([null, 'role', null]);
  });

  it('are offered in groups, with a new attribute of the column’s own name', () => {
    const groups = listFieldGroups('participants', look, 1);
    expect(groups.map(({ group, items }) => [group, items.map(({ value }) => value)])).toEqual([
      ['Participants', ['participant', 'role']],
      ['Ids of one technique', ['ids:P']],
      ['Attributes', ['attribute:Level', 'new attribute:Town']],
    ]);
    expect(listFieldGroups('participants', look, 2).at(-1)?.items.at(-1)).toEqual({
      value: 'new attribute:Years',
      label: 'New attribute “Years”',
    });
    expect(listFieldGroups('sessions', look, 1).flatMap(({ items }) => items)).not.toContainEqual(
      expect.objectContaining({ value: 'new attribute:Town' }),
    );
  });
});
