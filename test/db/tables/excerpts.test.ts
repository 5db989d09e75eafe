import { describe, expect, it } from 'vitest';
import { integer, nullable, query, text } from '../../../db/sql.ts';
import type { Study } from '../../../db/study.ts';
import { updateCoding } from '../../../db/tables/codings.ts';
import { listExcerptUses, moveExcerpts } from '../../../db/tables/excerpts.ts';
import { insertMemo, listMemos } from '../../../db/tables/memos.ts';
import { saveRating } from '../../../db/tables/ratings.ts';
import { addCoding, addTranscript, dumpTables, makeOpenStudy } from '../../support/study.ts';

const ratedExcerpts = query({ id: integer }, 'SELECT excerpt_id AS id FROM rating_excerpts');
const allCodings = query(
  { code: nullable(text), comment: text, excerptId: integer },
  `SELECT c.item_ref AS code, k.comment, k.excerpt_id AS excerptId FROM codings k JOIN codes c ON c.id = k.code_id
   ORDER BY k.id`,
);

/** A study with two coded passages of one turn: “by hand” and “by hand on Fridays”, excerpts 1 and 2. */
function makeCodedStudy(): Study {
  const study = makeOpenStudy();
  study.transact({ label: 'Fill' }, (write) => {
    addTranscript(write, {
      name: 'T',
      company: 'A',
      technique: 'P',
      lines: [['P1', 'We deploy by hand on Fridays.']],
    });
    addCoding(write, { transcript: 'T', quote: 'by hand', code: 'R3' });
    addCoding(write, { transcript: 'T', quote: 'by hand on Fridays', code: 'R3' });
    addCoding(write, { transcript: 'T', quote: 'by hand on Fridays', code: 'R8' });
    updateCoding(write, 1, { comment: 'By whom?' });
    updateCoding(write, 2, { comment: 'Every week.' });
    insertMemo(write, {
      transcriptId: 1,
      span: { start: 14, end: 32 },
      author: '',
      writtenAt: null,
      text: 'Ask.',
    });
    const rating = { companyId: 1, itemRef: '2.1', value: 'N', rationale: 'By hand.', coderId: 1 } as const;
    saveRating(write, { ...rating, excerptIds: [2] });
  });
  return study;
}

const placesOf = ({ read }: Study) =>
  listExcerptUses(read, 1).map(({ id, start, end, quote }) => [id, start, end, quote]);

describe('excerpts that move', () => {
  it('may change places, all at once', () => {
    const study = makeCodedStudy();
    const [first, second] = listExcerptUses(study.read, 1);
    if (!first || !second) throw new Error('Two excerpts are coded.');
    study.transact({ label: 'Move' }, (write) => {
      moveExcerpts(write, 1, [
        { ...second, id: first.id },
        { ...first, id: second.id },
      ]);
    });
    expect(placesOf(study)).toEqual([
      [2, first.start, first.end, 'by hand'],
      [1, second.start, second.end, 'by hand on Fridays'],
    ]);
  });

  it('become one on the same place, with every coding, comment, memo and rating, and two again by an undo', () => {
    const study = makeCodedStudy();
    const before = dumpTables(study.read);
    const [first] = listExcerptUses(study.read, 1);
    if (!first) throw new Error('Two excerpts are coded.');
    const { start, end, quote } = first;
    study.transact({ label: 'Move' }, (write) => {
      moveExcerpts(write, 1, [
        { id: 1, start, end, quote },
        { id: 2, start, end, quote },
      ]);
    });
    expect(placesOf(study)).toEqual([[1, start, end, 'by hand']]);
    expect(study.read.all(allCodings)).toEqual([
      { code: 'R3', comment: 'By whom?\nEvery week.', excerptId: 1 },
      { code: 'R8', comment: '', excerptId: 1 },
    ]);
    expect(listMemos(study.read, 1)).toMatchObject([{ start, end, text: 'Ask.' }]);
    expect(study.read.all(ratedExcerpts)).toEqual([{ id: 1 }]);
    study.undo();
    expect(dumpTables(study.read)).toEqual(before);
  });
});
