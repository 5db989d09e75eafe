import { expect, it } from 'vitest';
import { findItemCode } from '../../../db/tables/codes.ts';
import { ensureCompany } from '../../../db/tables/companies.ts';
import { listSummaries, saveSummary } from '../../../db/tables/summaries.ts';
import { makeOpenStudy } from '../../support/study.ts';

it('a summary is kept, replaced, taken back by an empty text, and all of it is undone', () => {
  const study = makeOpenStudy();
  const companyId = study.transact({ label: 'Add A' }, (write) => ensureCompany(write, 'A'));
  const codeId = findItemCode(study.read, 'D1')?.id ?? 0;
  const save = (text: string) =>
    study.transact({ label: 'Summarise A · D1' }, (write) =>
      saveSummary(write, { companyId, codeId, text, coderId: 1 }),
    );
  const texts = () => listSummaries(study.read).map(({ text }) => text);
  save(' Once. ');
  save('Twice.');
  expect(texts()).toEqual(['Twice.']);
  save(' \n ');
  expect(texts()).toEqual([]);
  study.undo();
  expect(texts()).toEqual(['Twice.']);
  study.undo();
  expect(texts()).toEqual(['Once.']);
  expect(study.undo()).toBe('Summarise A · D1');
  expect(texts()).toEqual([]);
});
