import { describe, expect, it } from 'vitest';
import { indexSlice, listUnindexed } from '../../db/search-index.ts';
import { integer, query, type ReadHandle } from '../../db/sql.ts';
import type { Study } from '../../db/study.ts';
import { deleteTranscript } from '../../db/tables/transcripts.ts';
import { addTranscript, makeOpenStudy } from '../support/study.ts';

const found = query(
  { id: integer },
  'SELECT rowid AS id FROM transcript_words WHERE transcript_words MATCH ?',
);
const find = (read: ReadHandle, word: string) => read.all(found, word).map(({ id }) => id);

function addOne(study: Study, name: string, words: string): number {
  return study.transact({ label: `Import ${name}` }, (write) =>
    addTranscript(write, { name, company: 'A', technique: 'P', lines: [['P1', words]] }),
  );
}

function indexAll(study: Study): void {
  for (let ids = listUnindexed(study.read); ids.length > 0; ids = listUnindexed(study.read))
    if (indexSlice(study, ids) === 0) throw new Error('Nothing was written.');
}

describe('the index of words', () => {
  it('is written after an import, and is no step that undo knows', () => {
    const study = makeOpenStudy();
    const id = addOne(study, 'one', 'We déploy daily');
    expect(find(study.read, 'deploy')).toEqual([]);
    indexAll(study);
    expect(find(study.read, 'deploy')).toEqual([id]);
    expect(study.history.undo).toBe('Import one');
  });

  it('is true after undo and redo of an import', () => {
    const study = makeOpenStudy();
    const id = addOne(study, 'one', 'We deploy daily');
    indexAll(study);
    study.undo();
    expect(find(study.read, 'deploy')).toEqual([]);
    study.redo();
    expect(listUnindexed(study.read)).toEqual([id]);
    indexAll(study);
    expect(find(study.read, 'deploy')).toEqual([id]);
  });

  it('forgets a text that is corrected, deleted or brought back, until it is written anew', () => {
    const study = makeOpenStudy();
    const id = addOne(study, 'one', 'We deploy daily');
    indexAll(study);
    study.transact({ label: 'Correct' }, (write) =>
      write.run("UPDATE transcripts SET text = replace(text, 'deploy', 'release') WHERE id = ?", id),
    );
    expect(listUnindexed(study.read)).toEqual([id]);
    indexAll(study);
    expect([find(study.read, 'deploy'), find(study.read, 'release')]).toEqual([[], [id]]);
    study.undo();
    expect([find(study.read, 'release'), listUnindexed(study.read)]).toEqual([[], [id]]);
    indexAll(study);
    study.redo();
    expect([find(study.read, 'deploy'), listUnindexed(study.read)]).toEqual([[], [id]]);
    indexAll(study);
    study.transact({ label: 'Delete' }, (write) => deleteTranscript(write, id));
    expect(find(study.read, 'release')).toEqual([]);
    study.undo();
    expect(listUnindexed(study.read)).toEqual([id]);
  });

  it('waits while a step is being written in slices', async () => {
    const study = makeOpenStudy();
    const id = addOne(study, 'one', 'We deploy daily');
    await study.transactInSlices({ label: 'Long work' }, async () => {
      expect(indexSlice(study, [id])).toBe(0);
      return true;
    });
    expect(indexSlice(study, [id])).toBe(1);
  });
});
