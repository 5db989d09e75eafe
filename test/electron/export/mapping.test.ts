import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Study } from '../../../db/study.ts';
import { deleteCoding } from '../../../db/tables/codings.ts';
import { savePlacement } from '../../../db/tables/placements.ts';
import { saveRating } from '../../../db/tables/ratings.ts';
import { buildMapping, toMappingCsv, toMappingJson } from '../../../electron/export/mapping.ts';
import { addCoding, addTranscript, makeOpenStudy } from '../../support/study.ts';

function makeStudy(): Study {
  const study = makeOpenStudy();
  study.transact({ label: 'Fill' }, (write) => {
    addTranscript(write, { name: 'T', company: 'A', technique: 'P', lines: [['P1', '😀 We do, “so”.']] });
    addCoding(write, { transcript: 'T', quote: 'We do, “so”.', code: '1.1' });
    addCoding(write, { transcript: 'T', quote: 'We do, “so”.', code: 'D1' });
    const judgement = { companyId: 1, rationale: '=1+1', coderId: 1 };
    saveRating(write, { ...judgement, itemRef: '1.1', value: 'L', excerptIds: [1] });
    savePlacement(write, { ...judgement, value: 0.5, date: null });
  });
  return study;
}

describe('the case mapping', () => {
  it('tells placement, interval, rationale and every precondition of each company', () => {
    const mapping = buildMapping(makeStudy().read);
    expect(mapping).toMatchObject({ study: 'Test', scheme: 'mlops-maturity-2021', rule: 'scampi-like' });
    const [company] = mapping.companies;
    expect(company).toMatchObject({
      label: 'A',
      name: 'A',
      placement: 0.5,
      computed: { low: 0, high: 4 },
      rationale: '=1+1',
    });
    expect(company?.ratings['1.1']).toBe('L');
    expect(company?.ratings['2.10']).toBe('unknown');
    expect(Object.keys(company?.ratings ?? {})).toHaveLength(38);
  });

  it('leads from a rating to the words, the participant and the place', () => {
    const evidence = buildMapping(makeStudy().read).companies[0]?.evidence['1.1'];
    expect(evidence).toEqual({
      rationale: '=1+1',
      rater: 'AB',
      excerpts: [
        {
          quote: 'We do, “so”.',
          participants: ['P1'],
          technique: 'P',
          transcript: 'T',
          date: '2021-02-03',
          time: null,
          start: 7,
          end: 19,
        },
      ],
    });
  });

  it('keeps a quote that a rating rests on when its last coding is gone', () => {
    const study = makeStudy();
    study.transact({ label: 'Delete codings' }, (write) => {
      for (const id of [1, 2]) deleteCoding(write, id);
    });
    expect(buildMapping(study.read).companies[0]?.evidence['1.1']?.excerpts).toHaveLength(1);
  });

  it('of a company that is not placed says null', () => {
    const study = makeOpenStudy();
    study.transact({ label: 'Import' }, (write) =>
      addTranscript(write, { name: 'T', company: 'A', technique: 'P', lines: [['P1', 'Yes.']] }),
    );
    expect(buildMapping(study.read).companies).toMatchObject([
      { placement: null, computed: { low: 0, high: 4 }, rationale: '', evidence: {} },
    ]);
  });
});

describe('the files of the case mapping', () => {
  it('are JSON that reads back as the same', () => {
    const mapping = buildMapping(makeStudy().read);
    expect(JSON.parse(toMappingJson(mapping))).toEqual(mapping);
    expect(toMappingJson(mapping).endsWith('}\n')).toBe(true);
  });

  it('are CSV with a row for each precondition and no cell that a spreadsheet would compute', () => {
    const csv = toMappingCsv(buildMapping(makeStudy().read), new Map([['1.1', 'Data, collected']]));
    const { data } = Papa.parse<Record<string, string>>(csv.trimEnd(), { header: true });
    expect(data).toHaveLength(38);
    expect(data.find(({ precondition }) => precondition === '1.1')).toMatchObject({
      company: 'A',
      precondition_name: 'Data, collected',
      rating: 'L',
      rationale: "'=1+1",
      rater: 'AB',
      excerpts: '1',
      quotes: '“We do, “so”.” (P1, T)',
      placement: '0.5',
      computed_low: '0',
      computed_high: '4',
      rule: 'scampi-like',
    });
    expect(data.find(({ precondition }) => precondition === '1.2')?.rating).toBe('unknown');
  });
});
