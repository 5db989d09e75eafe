import { integer, query, type ReadHandle, type WriteHandle } from './sql.ts';
import type { Study } from './study.ts';

/**
 * The index of words (`transcript_words`) is derived from the texts, so it is written outside of the labelled history: no
 * undo takes it back, and no audit trail tells of it. Triggers take out what was changed or deleted; what is missing is
 * written here later, a little at a time, and never while a step is being written in slices. Whoever looks for words reads
 * the transcripts that are missing themselves. A study for reading has the index it has.
 */

const unindexed = query(
  { id: integer },
  'SELECT id FROM transcripts WHERE id NOT IN (SELECT rowid FROM transcript_words) ORDER BY id',
);
const insertWords = `INSERT INTO transcript_words (rowid, text) SELECT id, text FROM transcripts
  WHERE id = ? AND NOT EXISTS (SELECT 1 FROM transcript_words WHERE rowid = transcripts.id)`;

/** Returns the ids of the transcripts whose words are not in the index. */
export function listUnindexed(read: ReadHandle): number[] {
  return read.all(unindexed).map(({ id }) => id);
}

/** How long one slice may keep others waiting, in milliseconds; one long transcript may take longer. */
const longestSlice = 20;

/**
 * Writes the words of some of these transcripts, unless the index has them, in one small transaction; returns how many
 * from the beginning it is done with. None when nothing may be written now.
 */
export function indexSlice(study: Study, ids: readonly number[]): number {
  let written = 0;
  const isWritten = study.derive((write: WriteHandle) => {
    const end = performance.now() + longestSlice;
    do {
      const id = ids[written];
      if (id === undefined) return;
      write.run(insertWords, id);
      written += 1;
    } while (performance.now() < end);
  });
  return isWritten ? written : 0;
}
