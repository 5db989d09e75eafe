import { describe, expect, it } from 'vitest';
import { query } from '../../db/sql.ts';
import { savePlacement } from '../../db/tables/placements.ts';
import { saveRating } from '../../db/tables/ratings.ts';
import { addCoding, addTranscript, makeOpenStudy } from '../support/study.ts';

const study = makeOpenStudy();
study.transact({ label: 'Fill' }, (write) => {
  const lines = [
    ['I', 'Versions?'],
    ['P1', 'We keep versions.'],
  ] as const;
  addTranscript(write, {
    name: 'T',
    company: 'A',
    technique: 'P',
    people: { P1: 'Anna' },
    lines: lines.map(([a, b]) => [a, b]),
  });
  addCoding(write, { transcript: 'T', quote: 'versions', code: 'D5' });
  addCoding(write, { transcript: 'T', quote: 'Versions', code: 'Doubt', status: 'not stated' });
  const judgement = { companyId: 1, rationale: 'So.', coderId: 1 };
  saveRating(write, { ...judgement, itemRef: '1.1', value: 'L', excerptIds: [1, 2] });
  savePlacement(write, { ...judgement, value: 0.5, date: '2021-03-31' });
});
const rows = (view: string) => study.read.all(query({}, `SELECT * FROM ${view}`));

/** R, pandas and DuckDB read these; a column that is renamed or goes breaks somebody's script. */
describe('the reading views', () => {
  it('v_excerpts tells each coding with its participant', () => {
    expect(rows('v_excerpts')).toEqual([
      {
        coding: expect.stringMatching(/^[0-9a-f-]{36}$/),
        transcript: 'T',
        start_offset: 25,
        end_offset: 33,
        quote: 'versions',
        code: 'D5',
        code_name: expect.any(String),
        code_kind: 'activity',
        coder: 'AB',
        status: 'in place',
        evidence: 'affirmation',
        comment: '',
        company: 'A',
        technique: 'P',
        date: '2021-02-03',
        participant: 'P1',
      },
      expect.objectContaining({ code: 'Doubt', code_kind: 'open', participant: null }),
    ]);
  });

  it('v_participants tells each participant with person and company', () => {
    expect(rows('v_participants')).toEqual([
      {
        participant: 'P1',
        technique: 'P',
        technique_name: 'Interview',
        practitioner: 'Anna',
        role: 'Engineer',
        seniority: '',
        company: 'A',
        company_name: 'A',
      },
    ]);
  });

  it('v_ratings and v_placements tell the judgements', () => {
    expect(rows('v_ratings')).toEqual([
      expect.objectContaining({
        company: 'A',
        precondition: '1.1',
        rating: 'L',
        rationale: 'So.',
        coder: 'AB',
        excerpts: 2,
      }),
    ]);
    expect(rows('v_placements')).toEqual([
      { company: 'A', company_name: 'A', placement: 0.5, rationale: 'So.', date: '2021-03-31' },
    ]);
  });
});
