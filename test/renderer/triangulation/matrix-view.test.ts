import { describe, expect, it } from 'vitest';
import { triangulate } from '../../../db/analysis/triangulation.ts';
import type { Code } from '../../../electron/ipc/contract/codes.ts';
import type { Claim, TriangulationMatrix } from '../../../electron/ipc/contract/maturity.ts';
import {
  describeCell,
  describeColumnHead,
  sortStatuses,
} from '../../../renderer/triangulation/cell-words.ts';
import { movePlace } from '../../../renderer/triangulation/grid-place.ts';
import {
  countSpokenOf,
  countTriangulated,
  indexClaims,
  listColumns,
  listMatrixGroups,
  listRows,
  readTechniqueCell,
} from '../../../renderer/triangulation/matrix-view.ts';

const code = (id: number, kind: Code['kind'], groupIndex: number | null, itemRef: string | null): Code => ({
  id,
  kind,
  itemRef,
  parentId: null,
  group: groupIndex === null ? null : `Group ${groupIndex}`,
  groupIndex,
  name: `name ${id}`,
  definition: '',
  whenToUse: '',
  trail: [],
  excerpts: 0,
  colour: '#000000',
  codings: 0,
  transcripts: 0,
  persons: 0,
});

const codes = [
  code(1, 'activity', 0, 'D1'),
  code(2, 'activity', 0, 'D2'),
  code(3, 'activity', 1, 'M1'),
  code(4, 'precondition', 1, '1.1'),
  code(5, 'precondition', 2, '2.1'),
  code(6, 'open', null, null),
];

const coding = (
  codeId: number,
  technique: string,
  practitionerId: number,
  status: 'in place' | 'not in place',
) => ({
  codingId: practitionerId,
  companyId: 1,
  codeId,
  coderId: 1,
  transcriptId: 1,
  sessionId: 1,
  technique,
  start: practitionerId * 10,
  end: practitionerId * 10 + 5,
  status,
  evidence: 'affirmation' as const,
  speakers: [{ practitionerId, participant: `${technique}${practitionerId}`, role: 'engineer' }],
});

const claim = (codeId: number, itemRef: string, ...codings: Parameters<typeof triangulate>[0]): Claim => ({
  companyId: 1,
  codeId,
  itemRef,
  ...triangulate(codings),
});

const matrix: TriangulationMatrix = {
  companies: [
    { id: 1, label: 'A', name: 'Telecommunications', techniques: ['P', 'W'] },
    { id: 2, label: 'B', name: 'Automotive', techniques: ['W'] },
  ],
  techniques: [
    { letter: 'P', name: 'Interview' },
    { letter: 'W', name: 'Workshop' },
    { letter: 'M', name: 'Meeting' },
  ],
  claims: [
    claim(1, 'D1', coding(1, 'P', 1, 'in place'), coding(1, 'W', 2, 'not in place')),
    claim(2, 'D2', coding(2, 'P', 1, 'in place')),
  ],
};

const columns = listColumns(matrix);
const groups = listMatrixGroups(codes, 'activity');
const index = indexClaims(matrix.claims);
const itemRow = listRows(groups, new Set())[1];
const cellAt = (column: number) => {
  const found = columns[column];
  if (!itemRow || !found) throw new Error('There is no such cell.');
  return describeCell(itemRow, found, index);
};

describe('the rows of the matrix', () => {
  it('are the items of one kind, by pipeline or stage in the order of the scheme', () => {
    expect(groups.map(({ title, codes: members }) => [title, members.map(({ itemRef }) => itemRef)])).toEqual(
      [
        ['Group 0', ['D1', 'D2']],
        ['Group 1', ['M1']],
      ],
    );
    expect(listMatrixGroups(codes, 'precondition').map(({ title }) => title)).toEqual([
      'Stage 1: Group 1',
      'Stage 2: Group 2',
    ]);
    expect(listMatrixGroups(codes, 'open').map(({ codes: members }) => members.length)).toEqual([1]);
  });

  it('leave out the items of a folded group and keep its head', () => {
    const rows = listRows(groups, new Set(['activity:0']));
    expect(rows.map((row) => (row.kind === 'group' ? row.group.title : row.code.itemRef))).toEqual([
      'Group 0',
      'Group 1',
      'M1',
    ]);
  });
});

describe('a cell of the matrix', () => {
  const d1 = matrix.claims[0];

  it('tells a technique that was not studied from one that is silent', () => {
    expect(readTechniqueCell(d1, 'M', false).kind).toBe('not studied');
    expect(readTechniqueCell(matrix.claims[1], 'W', true).kind).toBe('silent');
    expect(readTechniqueCell(undefined, 'P', true).kind).toBe('silent');
    expect(readTechniqueCell(d1, 'P', true)).toMatchObject({ kind: 'heard', share: { persons: 1 } });
  });

  it('opens the codings of its company, item and technique, and says how many practitioners it counts', () => {
    expect(cellAt(2)).toMatchObject({
      label: 'Company A, D1 name 1, Interview: 1 practitioner, in place',
      evidence: { filter: { companyId: 1, codeIds: [1], techniques: ['P'] } },
    });
  });

  it('has nothing to open where the technique was not studied', () => {
    expect(cellAt(4)).toMatchObject({ label: 'Company A, D1 name 1, Meeting: not studied', evidence: null });
  });

  it('gives the degree with its reason and names the contradiction', () => {
    expect(cellAt(1).label).toContain('degree 3. 2 practitioners in 2 techniques');
    expect(cellAt(1).label).toContain('CONFLICT');
    expect(cellAt(1).evidence?.filter).toEqual({ companyId: 1, codeIds: [1] });
  });

  it('opens everything of a company from its head and everything of an item from the head of its row', () => {
    const head = columns[1];
    expect(head?.kind === 'degree' && describeColumnHead(head, [1, 2, 3]).evidence?.filter).toEqual({
      companyId: 1,
      codeIds: [1, 2, 3],
    });
    expect(cellAt(0).evidence?.filter).toEqual({ codeIds: [1] });
  });

  it('names statuses in their fixed order', () => {
    expect(sortStatuses(['not in place', 'in place', 'partly'])).toEqual([
      'in place',
      'partly',
      'not in place',
    ]);
  });
});

describe('the summary of a group', () => {
  const [data, modeling] = groups;

  it('counts the items spoken of, in one technique or in any', () => {
    expect(data && countSpokenOf(data, index, 1)).toEqual({ spokenOf: 2, items: 2 });
    expect(data && countSpokenOf(data, index, 1, 'W')).toEqual({ spokenOf: 1, items: 2 });
    expect(modeling && countSpokenOf(modeling, index, 1)).toEqual({ spokenOf: 0, items: 1 });
    expect(data && countSpokenOf(data, index, 2)).toEqual({ spokenOf: 0, items: 2 });
  });

  it('counts the items that are triangulated', () => {
    expect(data && countTriangulated(data, index, 1)).toBe(1);
  });
});

describe('a key in the matrix', () => {
  // Columns: item, A degree, A P, A W, A M (not studied), B degree, B P (not studied), B W, B M (not studied).
  const move = (row: number, column: number, key: string, isFar = false) =>
    movePlace({ row, column }, key, isFar, 5, columns);

  it('passes over techniques without a session', () => {
    expect(move(3, 3, 'ArrowRight')).toEqual({ row: 3, column: 5 });
    expect(move(3, 7, 'ArrowLeft')).toEqual({ row: 3, column: 5 });
    expect(move(3, 7, 'ArrowRight')).toEqual({ row: 3, column: 7 });
  });

  it('goes from the items to the head of the company, and never to the empty corner', () => {
    expect(move(2, 3, 'ArrowUp')).toEqual({ row: 1, column: 3 });
    expect(move(1, 3, 'ArrowUp')).toEqual({ row: 0, column: 1 });
    expect(move(2, 0, 'ArrowUp')).toEqual({ row: 1, column: 1 });
    expect(move(1, 1, 'ArrowLeft')).toEqual({ row: 1, column: 1 });
    expect(move(0, 1, 'ArrowRight')).toEqual({ row: 0, column: 5 });
  });

  it('stops at the borders and jumps to them with Ctrl', () => {
    expect(move(6, 2, 'ArrowDown')).toEqual({ row: 6, column: 2 });
    expect(move(4, 2, 'ArrowDown', true)).toEqual({ row: 6, column: 2 });
    expect(move(4, 2, 'End')).toEqual({ row: 4, column: 7 });
    expect(move(4, 2, 'Home')).toEqual({ row: 4, column: 0 });
  });

  it('leaves every other key alone', () => {
    expect(move(4, 2, 'Enter')).toBeUndefined();
    expect(move(4, 2, 'x')).toBeUndefined();
  });
});
