import { expect, it, vi } from 'vitest';
import { listUnindexed } from '../../../db/search-index.ts';
import { keepIndexed } from '../../../electron/search/keep-indexed.ts';
import { addTranscript, makeOpenStudy } from '../../support/study.ts';

it('the words of all transcripts come into the index after opening, and again after a change', async () => {
  const study = makeOpenStudy();
  const add = (name: string) =>
    study.transact({ label: 'Import' }, (write) =>
      addTranscript(write, { name, company: 'A', technique: 'P', lines: [['P1', 'We deploy.']] }),
    );
  const waitUntilIndexed = () =>
    vi.waitFor(() => expect(listUnindexed(study.read)).toEqual([]), { timeout: 20_000, interval: 50 });
  add('one');
  add('two');
  keepIndexed(study);
  expect(listUnindexed(study.read)).toHaveLength(2);
  await waitUntilIndexed();
  add('three');
  expect(listUnindexed(study.read)).toHaveLength(1);
  await waitUntilIndexed();
  expect(study.history.undo).toBe('Import');
}, 60_000);
