import { expect, it } from 'vitest';
import { formatPlacementTable } from '../../../electron/setup/placement-table.mjs';

it('shows placements in columns, with what is missing named', () => {
  const companies = [
    { label: 'A', name: 'North', placement: 1.5, computed: { low: 1, high: 2 } },
    { label: 'B', name: 'Southern', placement: null, computed: { low: 3, high: 3 } },
    { label: 'C', name: 'East', placement: 0, computed: null },
  ];
  expect(formatPlacementTable({ companies }).split('\n')).toEqual([
    '   company   placement  computed by the rule',
    'A  North     1.5        1 to 2',
    'B  Southern  none yet   3',
    'C  East      0',
  ]);
});
