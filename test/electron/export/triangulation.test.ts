import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  buildTriangulation,
  toTriangulationCsv,
  toTriangulationJson,
} from '../../../electron/export/triangulation.ts';
import { addCoding, addTranscript, makeOpenStudy } from '../../support/study.ts';

/** P1 and W1 are Anna of company A, P2 is Ben of company A; company B comes first in nothing but time. */
const study = makeOpenStudy();
study.transact({ label: 'Fill' }, (write) => {
  const people = { P1: 'Anna', W1: 'Anna' };
  addTranscript(write, {
    name: 'A_P',
    company: 'A',
    technique: 'P',
    people,
    lines: [
      ['P1', 'Yes.'],
      ['P2', 'Aye.'],
    ],
  });
  addTranscript(write, { name: 'A_W', company: 'A', technique: 'W', people, lines: [['W1', 'Sure.']] });
  addTranscript(write, { name: 'B_P', company: 'B', technique: 'P', lines: [['P3', 'No.']] });
  addCoding(write, { transcript: 'B_P', quote: 'No.', code: 'D1', status: 'not in place' });
  addCoding(write, { transcript: 'A_P', quote: 'Yes.', code: 'D2' });
  for (const [transcript, quote] of [
    ['A_P', 'Yes.'],
    ['A_P', 'Aye.'],
    ['A_W', 'Sure.'],
  ] as const)
    addCoding(write, { transcript, quote, code: 'D1' });
});
const table = buildTriangulation(study.read);

describe('the triangulation table', () => {
  it('has a claim for each company and code that is spoken of, companies and codes in their order', () => {
    expect(table.claims.map(({ company, code, degree }) => [company, code, degree])).toEqual([
      ['A', 'D1', 3],
      ['A', 'D2', 1],
      ['B', 'D1', 1],
    ]);
    expect(table.techniques.map(({ letter }) => letter)).toEqual(['P', 'W', 'M', 'S']);
  });

  it('counts practitioners, not participant ids', () => {
    expect(table.claims[0]).toMatchObject({
      persons: 2,
      techniques: ['P', 'W'],
      codings: 3,
      independent: true,
    });
  });

  it('is JSON that reads back as the same', () => {
    expect(JSON.parse(toTriangulationJson(table))).toEqual(table);
  });

  it('is CSV with a column of persons for each technique of the study', () => {
    const { data } = Papa.parse<Record<string, string>>(toTriangulationCsv(table).trimEnd(), {
      header: true,
    });
    expect(data[0]).toMatchObject({
      company: 'A',
      code: 'D1',
      degree: '3',
      persons: '2',
      techniques: 'P W',
      persons_P: '2',
      persons_W: '1',
      persons_M: '0',
      persons_S: '0',
      conflict: 'false',
      independent: 'true',
    });
    expect(data[0]?.reason).toContain('2 practitioners in 2 techniques');
  });
});
