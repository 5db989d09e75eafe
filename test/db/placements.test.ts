import { describe, expect, it } from 'vitest';
import { getChosenRule, listCompanyPlacements } from '../../db/placements.ts';
import { ensureCompany } from '../../db/tables/companies.ts';
import { deletePlacement, savePlacement } from '../../db/tables/placements.ts';
import { saveRating } from '../../db/tables/ratings.ts';
import { setStudyRule } from '../../db/tables/studies.ts';
import { makeOpenStudy } from '../support/study.ts';

function makeStudy() {
  const study = makeOpenStudy();
  study.transact({ label: 'Fill' }, (write) => {
    const companyId = ensureCompany(write, 'A');
    for (const number of [1, 2, 3, 4, 5, 6, 7])
      saveRating(write, {
        companyId,
        itemRef: `1.${number}`,
        value: number === 7 ? 'unknown' : 'L',
        rationale: '',
        coderId: 1,
        excerptIds: [],
      });
    savePlacement(write, { companyId, value: 0.5, rationale: 'Begun.', date: '2021-03-31', coderId: 1 });
    ensureCompany(write, 'B');
  });
  return study;
}

describe('the placements of the companies', () => {
  it('come with the interval of the chosen rule and of every other one', () => {
    const [first, second] = listCompanyPlacements(makeStudy().read);
    expect(first).toMatchObject({
      label: 'A',
      placement: 0.5,
      rationale: 'Begun.',
      computed: { low: 0, high: 4 },
    });
    expect(first?.byRule.map(({ ruleId, low, high }) => [ruleId, low, high])).toEqual([
      ['strict', 0, 0],
      ['iso-33020-like', 0, 1],
      ['scampi-like', 0, 4],
      ['majority', 1, 4],
    ]);
    expect(first?.narrowing[0]).toBe('1.7');
    expect(first?.profile[0]).toEqual({ stage: 1, counts: { L: 6, unknown: 1 } });
    expect(second).toMatchObject({ label: 'B', placement: null, computed: { low: 0, high: 4 } });
  });

  it('follow the default rule until another one is chosen', () => {
    const study = makeStudy();
    expect(getChosenRule(study.read).id).toBe('scampi-like');
    study.transact({ label: 'Choose' }, (write) => setStudyRule(write, 'strict'));
    expect(listCompanyPlacements(study.read)[0]).toMatchObject({
      computed: { low: 0, high: 0 },
      blocking: expect.arrayContaining(['1.1']),
    });
    study.undo();
    expect(getChosenRule(study.read).id).toBe('scampi-like');
  });

  it('can be changed and taken back', () => {
    const study = makeStudy();
    const placement = { companyId: 1, value: 2, rationale: '', date: null, coderId: null };
    study.transact({ label: 'Place' }, (write) => savePlacement(write, placement));
    expect(listCompanyPlacements(study.read)[0]?.placement).toBe(2);
    study.transact({ label: 'Take back' }, (write) => deletePlacement(write, 1));
    expect(listCompanyPlacements(study.read)[0]?.placement).toBeNull();
    study.undo();
    study.undo();
    expect(listCompanyPlacements(study.read)[0]).toMatchObject({ placement: 0.5, date: '2021-03-31' });
  });
});
