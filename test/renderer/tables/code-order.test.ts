import { expect, it } from 'vitest';
import { listWithSubCodes, orderCodes } from '../../../renderer/tables/code-order.ts';
import { listFrameworkRows } from '../../../renderer/tables/framework-rows.ts';
import { someCodes } from './codes-of-tables.ts';

it('codes stand in the order of the tree, sub-codes beneath theirs', () => {
  expect(orderCodes(someCodes).map(({ code, level, group }) => [code.name, level, group])).toEqual([
    ['Collect', 0, 'Data'],
    ['By hand', 1, 'Data'],
    ['Manual', 0, 'Stage 0: Manual'],
    ['Trust', 0, 'Open codes'],
    ['Distrust', 1, 'Open codes'],
  ]);
});

it('a code comes with all beneath it', () => {
  expect(listWithSubCodes(someCodes, 3)).toEqual([3, 5]);
  expect(listWithSubCodes(someCodes, 2)).toEqual([2]);
});

it('a folded group of the framework matrix keeps its head and hides its items', () => {
  const rows = (folded: string[]) =>
    listFrameworkRows(orderCodes(someCodes), 'activity', folded).map((row) =>
      row.kind === 'group' ? `${row.title} ${row.codeIds.length}` : row.code.name,
    );
  expect(rows([])).toEqual(['Data 2', 'Collect', 'By hand']);
  expect(rows(['Data'])).toEqual(['Data 2']);
});
