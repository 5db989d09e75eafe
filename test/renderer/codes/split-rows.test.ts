import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../electron/ipc/contract/codes.ts';
import { toSplitRows } from '../../../renderer/codes/split-rows.ts';

function makeCoding(id: number, company: string, quote: string): Evidence {
  return {
    id,
    excerptId: id,
    transcriptId: 1,
    start: 0,
    end: quote.length,
    quote,
    codeId: 1,
    coderId: 1,
    status: 'in place',
    evidence: 'affirmation',
    comment: '',
    createdAt: '2021-02-03T00:00:00Z',
    transcript: `${company}_P1`,
    companyId: company.charCodeAt(0),
    company,
    technique: 'P',
    date: null,
    itemRef: null,
    code: 'culture',
    coder: 'AB',
    speakers: [],
    turnIndex: 0,
    time: null,
  };
}

const codings = [
  makeCoding(1, 'A', 'We déploy by hand'),
  makeCoding(2, 'A', 'Never'),
  makeCoding(3, 'B', 'Deploy daily'),
];

describe('the excerpts of a code to be split', () => {
  it('stand under their companies', () => {
    expect(toSplitRows(codings, '')).toMatchObject([
      { kind: 'company', company: 'A', codingIds: [1, 2] },
      { kind: 'coding', position: 0 },
      { kind: 'coding', position: 1 },
      { kind: 'company', company: 'B', codingIds: [3] },
      { kind: 'coding', position: 2 },
    ]);
  });

  it('are narrowed by words, and companies without any are left out', () => {
    const rows = toSplitRows(codings, 'deploy hand');
    expect(rows.map(({ id }) => id)).toEqual(['company:65', 'coding:1']);
    expect(toSplitRows(codings, 'nothing')).toEqual([]);
  });
});
