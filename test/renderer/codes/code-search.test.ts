import { describe, expect, it } from 'vitest';
import { findCodeByName, rankCodes } from '../../../renderer/codes/code-search.ts';

const codes = [
  { id: 1, itemRef: 'D1', name: 'Collect and aggregate data', group: 'Data pipeline' },
  { id: 2, itemRef: 'D10', name: 'Archive', group: 'Data pipeline' },
  { id: 3, itemRef: 'M3', name: 'Version models', group: 'Model pipeline' },
  { id: 4, itemRef: '2.1', name: 'Data versioning', group: 'Semi-automated' },
  { id: 5, itemRef: null, name: 'Données privées', group: null },
];
const find = (query: string) => rankCodes(codes, query).map(({ id }) => id);

describe('rankCodes', () => {
  it('puts the exact id before ids that begin with it', () => {
    expect(find('d1')).toEqual([1, 2]);
  });

  it('puts a name that begins with the query before one with a later word that does', () => {
    expect(find('version')).toEqual([3, 4]);
  });

  it('wants every word of the query, in any order', () => {
    expect(find('data collect')).toEqual([1]);
    expect(find('data nothing')).toEqual([]);
  });

  it('finds by pipeline or stage after all names', () => {
    expect(find('data')).toEqual([4, 1, 2]);
    expect(find('open')).toEqual([5]);
  });

  it('does not mind accents and case', () => {
    expect(find('DONNEES')).toEqual([5]);
  });

  it('returns all codes in their order for an empty query', () => {
    expect(find('  ')).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('findCodeByName', () => {
  it('knows a code by its name or its id', () => {
    expect(findCodeByName(codes, 'donnees PRIVÉES')?.id).toBe(5);
    expect(findCodeByName(codes, '2.1')?.id).toBe(4);
    expect(findCodeByName(codes, 'data')).toBeUndefined();
  });
});
