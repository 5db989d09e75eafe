import { describe, expect, it } from 'vitest';
import { buildBranches } from '../../../renderer/codes/code-branches.ts';
import { type Countable, readCounts } from '../../../renderer/codes/counting.ts';
import { makeCode } from '../../support/codes.ts';

const codes = [
  makeCode({ id: 4, kind: 'open', name: 'culture', excerpts: 2, transcripts: 2, persons: 1 }),
  makeCode({ id: 5, kind: 'open', name: 'fear', parentId: 4, excerpts: 3, transcripts: 1, persons: 1 }),
];
const branches = buildBranches(codes, '');
const numbers = (rowId: string, reader: ReturnType<typeof readCounts>) => {
  const row = branches.get(rowId);
  const all: Countable[] = ['excerpts', 'transcripts', 'persons'];
  return row && all.map((what) => reader.ofRow(row, what));
};

describe('the numbers of the tree', () => {
  it('add excerpts up for a heading, and never persons or transcripts', () => {
    expect(numbers('code:5', readCounts(undefined))).toEqual([3, 1, 1]);
    expect(numbers('heading:open', readCounts(undefined))).toEqual([5, null, null]);
  });

  it('are those of the service once they were asked for, and nothing for what is not in its answer', () => {
    const reader = readCounts({
      codes: [{ codeId: 4, codings: 6, excerpts: 5, transcripts: 2, persons: 1 }],
      groups: [{ group: 'open', codings: 6, excerpts: 5, transcripts: 2, persons: 1 }],
    });
    expect(numbers('code:4', reader)).toEqual([5, 2, 1]);
    expect(numbers('heading:open', reader)).toEqual([5, 2, 1]);
    expect(numbers('code:5', reader)).toEqual([0, 0, 0]);
  });
});
