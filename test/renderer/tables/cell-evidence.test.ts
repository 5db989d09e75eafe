import { describe, expect, it } from 'vitest';
import type { CrosstabChoice } from '../../../electron/ipc/contract/crosstabs.ts';
import { filterCell, nameColumn } from '../../../renderer/tables/cell-evidence.ts';
import { someCodes } from './codes-of-tables.ts';

const choice: CrosstabChoice = {
  kind: 'company',
  counts: 'excerpts',
  withSubCodes: false,
  codeIds: [1, 3],
};
const column = { id: 9, label: 'A', detail: 'Automotive', total: 1, index: 0 };

describe('the excerpts of a cell', () => {
  it('are those of its code in its column', () => {
    expect(filterCell(choice, someCodes, { codeId: 1, column })).toEqual({ codeIds: [1], companyId: 9 });
    expect(filterCell({ ...choice, kind: 'transcript' }, someCodes, { codeId: 1, column })).toEqual({
      codeIds: [1],
      transcriptId: 9,
    });
    expect(filterCell({ ...choice, kind: 'technique' }, someCodes, { codeId: 1, column })).toEqual({
      codeIds: [1],
      techniques: ['A'],
    });
  });

  it('are those of all chosen codes in a total, with sub-codes where they are counted', () => {
    expect(filterCell(choice, someCodes, {})).toEqual({ codeIds: [1, 3] });
    expect(filterCell({ ...choice, withSubCodes: true }, someCodes, { column })).toEqual({
      codeIds: [1, 4, 3, 5],
      companyId: 9,
    });
  });

  it('are spoken by a practitioner where those are counted or stand in the columns', () => {
    expect(filterCell({ ...choice, kind: 'role' }, someCodes, { codeId: 1 })).toEqual({
      codeIds: [1],
      isSpoken: true,
    });
    expect(filterCell({ ...choice, kind: 'practitioner' }, someCodes, { codeId: 1, column })).toEqual({
      codeIds: [1],
      practitionerId: 9,
      isSpoken: true,
    });
    expect(filterCell({ ...choice, counts: 'persons' }, someCodes, { codeId: 1 }).isSpoken).toBe(true);
  });

  it('are narrowed like the table', () => {
    const narrow = { ...choice, statuses: ['planned' as const], companyIds: [9] };
    expect(filterCell(narrow, someCodes, { codeId: 1 })).toEqual({
      codeIds: [1],
      statuses: ['planned'],
      companyIds: [9],
    });
  });
});

it('columns have names for sentences', () => {
  expect(nameColumn('company', column)).toBe('company A');
  expect(nameColumn('technique', { label: 'P', detail: 'Interview' })).toBe('interview');
  expect(nameColumn('role', { label: '', detail: '' })).toBe('no role');
});
