import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../electron/ipc/contract/codes.ts';
import {
  countEvidence,
  describePlace,
  everything,
  filterEvidence,
  hasBothSides,
  listChoices,
  toEvidenceRows,
} from '../../../renderer/widgets/evidence-rows.ts';

const coding = (id: number, change: Partial<Evidence>): Evidence => ({
  id,
  excerptId: id,
  transcriptId: 1,
  start: id,
  end: id + 1,
  quote: 'a passage',
  codeId: 1,
  coderId: 1,
  status: 'in place',
  evidence: 'affirmation',
  comment: '',
  createdAt: '2026-01-01T00:00:00Z',
  transcript: 'A_P1',
  companyId: 1,
  company: 'A',
  technique: 'P',
  date: null,
  itemRef: 'D1',
  code: 'Collect data',
  coder: 'MJ',
  speakers: [],
  turnIndex: 0,
  time: null,
  ...change,
});

const codings = [
  coding(1, { status: 'not in place' }),
  coding(2, { status: 'partly', technique: 'W', coderId: 2, coder: 'HO' }),
  coding(3, { status: 'not stated' }),
  coding(4, { status: 'in place', excerptId: 1 }),
];

describe('the rows of the evidence panel', () => {
  it('keep the order of the study unless the sides are asked for', () => {
    expect(toEvidenceRows(codings, false).map(({ id }) => id)).toEqual([
      'coding:1',
      'coding:2',
      'coding:3',
      'coding:4',
    ]);
  });

  it('part those for from those against, and number the codings in the order in which they stand', () => {
    const rows = toEvidenceRows(codings, true);
    expect(rows.map((row) => (row.kind === 'heading' ? `${row.title} ${row.count}` : row.coding.id))).toEqual(
      ['For: in place or partly 2', 2, 4, 'Against: planned or not in place 1', 1, 'Not stated 1', 3],
    );
    expect(rows.flatMap((row) => (row.kind === 'coding' ? [row.position] : []))).toEqual([0, 1, 2, 3]);
  });

  it('leave out a side that nobody takes', () => {
    expect(toEvidenceRows([coding(1, {})], true).filter(({ kind }) => kind === 'heading')).toHaveLength(1);
  });

  it('keep what fits all filters', () => {
    expect(filterEvidence(codings, everything)).toHaveLength(4);
    expect(
      filterEvidence(codings, { ...everything, technique: 'P', coderId: 1 }).map(({ id }) => id),
    ).toEqual([1, 3, 4]);
    expect(filterEvidence(codings, { ...everything, status: 'partly', technique: 'P' })).toEqual([]);
  });
});

describe('the words of the evidence panel', () => {
  it('offer only choices that occur', () => {
    expect(listChoices(codings)).toEqual({
      statuses: ['in place', 'partly', 'not in place', 'not stated'],
      techniques: ['P', 'W'],
      coders: [
        { id: 2, name: 'HO' },
        { id: 1, name: 'MJ' },
      ],
    });
  });

  it('count an excerpt once, however many codings it has', () => {
    expect(countEvidence(codings)).toBe('3 excerpts, 4 codings');
    expect(countEvidence([coding(1, {})])).toBe('1 excerpt');
  });

  it('tell a contradiction from agreement', () => {
    expect(hasBothSides(codings)).toBe(true);
    expect(hasBothSides([coding(1, {}), coding(2, { status: 'not stated' })])).toBe(false);
  });

  it('count turns from one, as people do', () => {
    expect(describePlace(coding(1, { turnIndex: 4, time: '00:12:03' }))).toBe('A_P1 · 00:12:03 · turn 5');
    expect(describePlace(coding(1, {}))).toBe('A_P1 · turn 1');
  });
});
