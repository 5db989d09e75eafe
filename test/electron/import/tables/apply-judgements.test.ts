import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listCompanyPlacements } from '../../../../db/placements.ts';
import { integer, nullable, query, text } from '../../../../db/sql.ts';
import { listRatings } from '../../../../db/tables/ratings.ts';
import { getStudyRow } from '../../../../db/tables/studies.ts';
import { applyTables } from '../../../../electron/import/tables/apply-tables.ts';
import { addTranscript, dumpTables, freePath, makeOpenStudy } from '../../../support/study.ts';

function writeTable(...lines: string[]): string {
  const path = freePath('.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

function makeStudy() {
  const study = makeOpenStudy();
  study.transact({ label: 'Import' }, (write) =>
    addTranscript(write, { name: 'T', company: 'A', technique: 'P', lines: [['P1', 'We do so.']] }),
  );
  return study;
}

const ratings = (...rows: string[]) =>
  writeTable('company,precondition,rating,rater,rationale,codings', ...rows);
const placements = (...rows: string[]) => writeTable('company,placement,rule,date,rationale,rater', ...rows);
const codings = () => writeTable('id,transcript,quote,code', 'a1,T,We do,1.1', 'a2,T,do so,1.1');

describe('a ratings table', () => {
  it('sets each rating with rater, rationale and the excerpts of the codings it names', async () => {
    const study = makeStudy();
    await applyTables(study, {
      codings: codings(),
      ratings: ratings('a,2.10,largely,HO,Because.,a1; a2', 'A,1.1,NA,,,'),
    });
    expect(listRatings(study.read)).toMatchObject([
      { itemRef: '2.10', value: 'L', coder: 'HO', rationale: 'Because.', excerptIds: [1, 2] },
      { itemRef: '1.1', value: 'n/a', coder: 'AB', rationale: '', excerptIds: [] },
    ]);
  });

  it('replaces ratings that were set before', async () => {
    const study = makeStudy();
    await applyTables(study, { codings: codings(), ratings: ratings('A,1.1,L,,,a1') });
    await applyTables(study, { ratings: ratings('A,1.1,P,,,') });
    expect(listRatings(study.read)).toMatchObject([{ value: 'P', excerptIds: [] }]);
  });

  it('keeps rationale and excerpts when it has no columns for them', async () => {
    const study = makeStudy();
    await applyTables(study, { codings: codings(), ratings: ratings('A,1.1,L,HO,Because.,a1') });
    await applyTables(study, { ratings: writeTable('company,precondition,rating,rater', 'A,1.1,P,HO') });
    expect(listRatings(study.read)).toMatchObject([{ value: 'P', rationale: 'Because.', excerptIds: [1] }]);
  });

  it.each([
    ['B,1.1,L,,,', 'the company “B” is not in the study.'],
    ['A,9.9,L,,,', 'the scheme has no precondition “9.9”.'],
    ['A,D1,L,,,', 'the scheme has no precondition “D1”.'],
    ['A,1.1,good,,,', '“good” is no rating; write one of N, P, L, F, n/a, unknown.'],
    ['A,1.1,L,,,a7', 'it rests on the coding “a7”, which is not in the codings table of this call.'],
  ])('is refused for %s, and nothing is written', async (row, reason) => {
    const study = makeStudy();
    const before = dumpTables(study.read);
    const path = ratings('A,1.2,L,,,', row);
    await expect(applyTables(study, { codings: codings(), ratings: path })).rejects.toThrow(
      `${basename(path)}, row 3: ${reason}`,
    );
    expect(dumpTables(study.read)).toEqual(before);
  });
});

describe('a placements table', () => {
  it('places companies in halves, tells who placed them, and chooses the rule', async () => {
    const study = makeStudy();
    await applyTables(study, { placements: placements('A,1.5,strict,2021-03-31,Between.,HO') });
    expect(listCompanyPlacements(study.read)).toMatchObject([
      {
        label: 'A',
        placement: 1.5,
        date: '2021-03-31',
        rationale: 'Between.',
        computed: { low: 0, high: 4 },
      },
    ]);
    expect(getStudyRow(study.read).ruleId).toBe('strict');
    const placedBy = query(
      { id: nullable(integer), name: text },
      'SELECT p.coder_id AS id, c.name FROM placements p JOIN coders c ON c.id = p.coder_id',
    );
    expect(study.read.all(placedBy)).toEqual([{ id: 2, name: 'HO' }]);
  });

  it.each([
    ['A,1.25,,,,', '“1.25” is no placement; write 0, 0.5, 1 … up to 4.'],
    ['A,4.5,,,,', '“4.5” is no placement; write 0, 0.5, 1 … up to 4.'],
    ['A,,,,,', '“” is no placement; write 0, 0.5, 1 … up to 4.'],
    ['A,1,,31.3.2021,,', '“31.3.2021” is no date; write it as 2021-03-31.'],
    [
      'A,1,lenient,,,',
      'the scheme has no rule “lenient”; it has strict, iso-33020-like, scampi-like, majority.',
    ],
    ['B,1,,,,', 'the company “B” is not in the study.'],
  ])('is refused for %s, and nothing is written', async (row, reason) => {
    const study = makeStudy();
    const before = dumpTables(study.read);
    const path = placements(row);
    await expect(applyTables(study, { placements: path })).rejects.toThrow(
      `${basename(path)}, row 2: ${reason}`,
    );
    expect(dumpTables(study.read)).toEqual(before);
  });
});
