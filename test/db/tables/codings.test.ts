import { describe, expect, it } from 'vitest';
import { newGuid } from '../../../db/guid.ts';
import { integer, query, text } from '../../../db/sql.ts';
import type { Study } from '../../../db/study.ts';
import { ensureCoder } from '../../../db/tables/coders.ts';
import { deleteCode, findItemCode, findOpenCode, listCodeUsage } from '../../../db/tables/codes.ts';
import {
  applyCode,
  deleteCoding,
  deleteCodings,
  getCoding,
  listCodingsOfTranscript,
  listMemoCounts,
  type NewCoding,
  resizeCoding,
  updateCoding,
  updateCodings,
} from '../../../db/tables/codings.ts';
import { listAlteredExcerpts } from '../../../db/tables/excerpts.ts';
import { deleteRating, listRatings, saveRating } from '../../../db/tables/ratings.ts';
import { addCoding, addTranscript, countRows, makeOpenStudy } from '../../support/study.ts';

const words = '😀 We keep versions in Artifactory.';
/** Where the words begin in the text `P1: 😀 We …`. */
const begin = 'P1: '.length;

/** A study with the one transcript 1 of company 1. */
function makeStudy(): Study {
  const study = makeOpenStudy();
  study.transact({ label: 'Import' }, (write) =>
    addTranscript(write, { name: 'T', company: 'A', technique: 'P', lines: [['P1', words]] }),
  );
  return study;
}

const codings = (study: Study) => listCodingsOfTranscript(study.read, 1);
const quotes = (study: Study) => codings(study).map(({ quote }) => quote);
const codeId = (study: Study, code: string) => findItemCode(study.read, code)?.id ?? 0;
const add = (study: Study, code: string, quote = 'versions', coder = 'AB') =>
  study.transact({ label: 'Code' }, (write) => addCoding(write, { transcript: 'T', quote, code, coder }));
const whole = (study: Study, change: Partial<NewCoding> = {}): NewCoding => ({
  transcriptId: 1,
  start: begin,
  end: begin + words.length,
  codeId: codeId(study, 'D1'),
  coderId: 1,
  status: 'in place',
  evidence: 'affirmation',
  comment: '',
  ...change,
});

describe('coding a passage', () => {
  it('keeps offsets and quote behind an emoji', () => {
    const study = makeStudy();
    add(study, 'D1');
    const [coding] = codings(study);
    expect(coding?.start).toBe(begin + words.indexOf('versions'));
    expect(coding?.quote).toBe('versions');
    const stored = query(
      { quote: text, length: integer },
      'SELECT quote, length(quote) AS length FROM excerpts',
    );
    expect(study.read.get(stored)).toEqual({ quote: 'versions', length: 8 });
    expect(listAlteredExcerpts(study.read)).toEqual([]);
  });

  it('takes an emoji whole when the passage begins in the middle of it', () => {
    const study = makeStudy();
    study.transact({ label: 'Code' }, (write) =>
      applyCode(write, whole(study, { start: begin + 1, end: begin + 5 })),
    );
    expect(codings(study)).toMatchObject([{ start: begin, end: begin + 5, quote: '😀 We' }]);
  });

  it('twice with the same code by the same coder is one coding, with what was said last', () => {
    const study = makeStudy();
    const apply = (change: Partial<NewCoding>) =>
      study.transact({ label: 'Code' }, (write) => applyCode(write, whole(study, change)));
    const first = apply({});
    expect(apply({ status: 'partly', evidence: 'artefact', comment: 'Seen.' })).toBe(first);
    expect(codings(study)).toMatchObject([
      { id: first, status: 'partly', evidence: 'artefact', comment: 'Seen.' },
    ]);
  });

  it('twice takes nothing away of what was said first', () => {
    const study = makeStudy();
    const apply = (change: Partial<NewCoding>) =>
      study.transact({ label: 'Code' }, (write) => applyCode(write, whole(study, change)));
    apply({ status: 'partly', evidence: 'artefact', comment: 'Seen.' });
    apply({ status: 'not stated', evidence: 'affirmation', comment: '' });
    expect(codings(study)).toMatchObject([{ status: 'partly', evidence: 'artefact', comment: 'Seen.' }]);
    apply({ status: 'not stated', evidence: 'indirect artefact', comment: '' });
    expect(codings(study)).toMatchObject([
      { status: 'partly', evidence: 'indirect artefact', comment: 'Seen.' },
    ]);
  });

  it('by two coders or with two codes is two codings of one excerpt', () => {
    const study = makeStudy();
    add(study, 'D1');
    add(study, 'D1', 'versions', 'CD');
    add(study, 'D2');
    expect(codings(study)).toHaveLength(3);
    expect(countRows(study.read, 'excerpts')).toBe(1);
    expect(listCodeUsage(study.read)).toContainEqual({
      codeId: codeId(study, 'D1'),
      codings: 2,
      excerpts: 1,
      transcripts: 1,
    });
  });

  it('outside the text is refused and leaves nothing', () => {
    const study = makeStudy();
    const beyond = whole(study, { end: 1000 });
    expect(() => study.transact({ label: 'Code' }, (write) => applyCode(write, beyond))).toThrow(RangeError);
    expect(countRows(study.read, 'excerpts')).toBe(0);
  });
});

describe('changing a coding', () => {
  it('changes what is given and leaves the rest', () => {
    const study = makeStudy();
    const id = add(study, 'D1');
    study.transact({ label: 'Change' }, (write) => updateCoding(write, id, { status: 'planned' }));
    study.transact({ label: 'Change' }, (write) => updateCoding(write, id, { comment: 'Later.' }));
    expect(getCoding(study.read, id)).toMatchObject({
      status: 'planned',
      evidence: 'affirmation',
      comment: 'Later.',
    });
  });

  it('into the twin of another one leaves one of the two, and undo brings both back', () => {
    const study = makeStudy();
    const id = add(study, 'D1');
    const twin = add(study, 'D2');
    study.transact({ label: 'Change' }, (write) => updateCoding(write, id, { codeId: codeId(study, 'D2') }));
    expect(codings(study).map((one) => one.id)).toEqual([id]);
    study.undo();
    expect(codings(study).map((one) => [one.id, one.codeId])).toEqual([
      [id, codeId(study, 'D1')],
      [twin, codeId(study, 'D2')],
    ]);
  });

  it('into the twin of another one keeps a status that only the other one states', () => {
    const study = makeStudy();
    const id = add(study, 'D1');
    const twin = add(study, 'D2');
    study.transact({ label: 'Change' }, (write) => {
      updateCoding(write, id, { status: 'not stated' });
      updateCoding(write, twin, { status: 'planned', evidence: 'artefact' });
    });
    study.transact({ label: 'Change' }, (write) => updateCoding(write, id, { codeId: codeId(study, 'D2') }));
    expect(codings(study)).toMatchObject([{ id, status: 'planned', evidence: 'artefact' }]);
  });

  it('into the twin of another one that rests on something else tells it in the comment', () => {
    const study = makeStudy();
    const id = add(study, 'D1');
    const twin = add(study, 'D2');
    study.transact({ label: 'Change' }, (write) => {
      updateCoding(write, twin, { evidence: 'artefact' });
      updateCoding(write, id, { codeId: codeId(study, 'D2') });
    });
    expect(codings(study)).toMatchObject([
      { id, evidence: 'affirmation', comment: 'Before merging also: in place, artefact' },
    ]);
  });

  it('into the twin of another one that says something else tells it in the comment', () => {
    const study = makeStudy();
    const id = add(study, 'D1');
    const twin = add(study, 'D2');
    study.transact({ label: 'Change' }, (write) => updateCoding(write, twin, { status: 'planned' }));
    study.transact({ label: 'Change' }, (write) => updateCoding(write, id, { codeId: codeId(study, 'D2') }));
    expect(codings(study)).toMatchObject([
      { id, status: 'in place', comment: 'Before merging also: planned' },
    ]);
  });

  it('that somebody undid says so', () => {
    const study = makeStudy();
    const id = add(study, 'D1');
    study.undo();
    expect(() => study.transact({ label: 'Change' }, (write) => updateCoding(write, id, {}))).toThrow(
      'This coding does not exist any more.',
    );
  });
});

describe('moving a boundary', () => {
  const span = { start: begin, end: begin + 5 };

  it('leaves the other codings of the passage where they are', () => {
    const study = makeStudy();
    const id = add(study, 'D1');
    const stays = add(study, 'D2');
    study.transact({ label: 'Resize' }, (write) => resizeCoding(write, id, span));
    expect(codings(study).map((one) => [one.id, one.quote])).toEqual([
      [id, '😀 We'],
      [stays, 'versions'],
    ]);
  });

  it('takes the former passage away when nothing rests on it', () => {
    const study = makeStudy();
    const id = add(study, 'D1');
    study.transact({ label: 'Resize' }, (write) => resizeCoding(write, id, span));
    expect(quotes(study)).toEqual(['😀 We']);
    expect(countRows(study.read, 'excerpts')).toBe(1);
  });

  it('onto its twin leaves one coding', () => {
    const study = makeStudy();
    const id = add(study, 'D1');
    add(study, 'D1', '😀 We');
    study.transact({ label: 'Resize' }, (write) => resizeCoding(write, id, span));
    expect(codings(study).map((one) => one.id)).toEqual([id]);
  });

  it('to where it is changes nothing', () => {
    const study = makeStudy();
    const id = add(study, 'D1', '😀 We');
    study.transact({ label: 'Resize' }, (write) => resizeCoding(write, id, span));
    expect(study.history.undo).toBe('Code');
  });

  it('takes the ratings along that rest on the passage, when nobody codes it any more', () => {
    const study = makeStudy();
    const id = add(study, 'D1');
    rate(study, getCoding(study.read, id).excerptId);
    study.transact({ label: 'Resize' }, (write) => resizeCoding(write, id, span));
    expect(listRatings(study.read)[0]?.excerptIds).toEqual([getCoding(study.read, id).excerptId]);
    expect(countRows(study.read, 'excerpts')).toBe(1);
  });

  it('leaves ratings on the passage while somebody else codes it', () => {
    const study = makeStudy();
    const id = add(study, 'D1');
    const stays = add(study, 'D2');
    rate(study, getCoding(study.read, id).excerptId);
    study.transact({ label: 'Resize' }, (write) => resizeCoding(write, id, span));
    expect(listRatings(study.read)[0]?.excerptIds).toEqual([getCoding(study.read, stays).excerptId]);
  });
});

function rate(study: Study, ...excerptIds: number[]): void {
  const rating = { companyId: 1, itemRef: '1.1', value: 'L', rationale: '', coderId: 1, excerptIds } as const;
  study.transact({ label: 'Rate' }, (write) => saveRating(write, rating));
}

describe('an excerpt', () => {
  it('goes with its last coding, not before', () => {
    const study = makeStudy();
    const ids = [add(study, 'D1'), add(study, 'D2')];
    for (const [index, id] of ids.entries()) {
      study.transact({ label: 'Delete coding' }, (write) => deleteCoding(write, id));
      expect(countRows(study.read, 'excerpts')).toBe(1 - index);
    }
  });

  it('stays while a rating rests on it, and the rating with it', () => {
    const study = makeStudy();
    const id = add(study, 'D1');
    rate(study, getCoding(study.read, id).excerptId);
    study.transact({ label: 'Delete coding' }, (write) => deleteCoding(write, id));
    expect(countRows(study.read, 'excerpts')).toBe(1);
    expect(listRatings(study.read)[0]?.excerptIds).toHaveLength(1);
  });

  it('goes with the code that was the only one on it', () => {
    const study = makeStudy();
    add(study, 'Trust');
    add(study, 'D1', 'Artifactory');
    const trust = findOpenCode(study.read, 'trust')?.id ?? 0;
    study.transact({ label: 'Delete code' }, (write) => deleteCode(write, trust));
    expect(quotes(study)).toEqual(['Artifactory']);
    expect(countRows(study.read, 'excerpts')).toBe(1);
  });

  it('whose quote is not what the text says is found', () => {
    const study = makeStudy();
    add(study, 'D1');
    study.transact({ label: 'Edit' }, (write) =>
      write.run("UPDATE transcripts SET text = replace(text, 'v', 'V')"),
    );
    expect(listAlteredExcerpts(study.read)).toMatchObject([{ transcriptId: 1, quote: 'versions' }]);
  });
});

describe('a rating', () => {
  it('rests on the excerpts given last, and keeps its row', () => {
    const study = makeStudy();
    const [one, two] = [add(study, 'D1'), add(study, 'D1', 'Artifactory')].map(
      (id) => getCoding(study.read, id).excerptId,
    );
    rate(study, one ?? 0);
    const [first] = listRatings(study.read);
    rate(study, two ?? 0, two ?? 0);
    expect(listRatings(study.read)).toMatchObject([{ id: first?.id, excerptIds: [two] }]);
    study.undo();
    expect(listRatings(study.read)).toMatchObject([{ id: first?.id, excerptIds: [one] }]);
  });

  it('can be taken back', () => {
    const study = makeStudy();
    rate(study);
    study.transact({ label: 'Take back' }, (write) => deleteRating(write, 1, '1.1'));
    expect(listRatings(study.read)).toEqual([]);
  });
});

describe('several codings at once', () => {
  it('change in one step, and one undo takes it back', () => {
    const study = makeStudy();
    const ids = [add(study, 'D1'), add(study, 'D2', 'Artifactory')];
    study.transact({ label: 'Change' }, (write) => updateCodings(write, ids, { status: 'planned' }));
    expect(codings(study).map(({ status }) => status)).toEqual(['planned', 'planned']);
    study.undo();
    expect(codings(study).map(({ status }) => status)).toEqual(['in place', 'in place']);
  });

  it('that say the same then are one', () => {
    const study = makeStudy();
    const ids = [add(study, 'D1'), add(study, 'D2'), add(study, 'D5')];
    study.transact({ label: 'Change' }, (write) =>
      updateCodings(write, ids, { codeId: codeId(study, 'D5') }),
    );
    expect(codings(study)).toMatchObject([{ id: ids[0], codeId: codeId(study, 'D5') }]);
    study.undo();
    expect(codings(study).map(({ id }) => id)).toEqual(ids);
  });

  it('are removed in one step, with the excerpts that nothing rests on then', () => {
    const study = makeStudy();
    const ids = [add(study, 'D1'), add(study, 'D2', 'Artifactory')];
    const stays = add(study, 'D5');
    study.transact({ label: 'Remove' }, (write) => deleteCodings(write, ids));
    expect(codings(study).map(({ id }) => id)).toEqual([stays]);
    expect(countRows(study.read, 'excerpts')).toBe(1);
  });

  it('are left alone when one of them is gone', () => {
    const study = makeStudy();
    const id = add(study, 'D1');
    expect(() =>
      study.transact({ label: 'Change' }, (write) => updateCodings(write, [id, 99], { status: 'planned' })),
    ).toThrow('This coding does not exist any more.');
    expect(codings(study)).toMatchObject([{ status: 'in place' }]);
  });
});

describe('memos of codings', () => {
  it('are counted for each coding, whether they are on it or on its passage', () => {
    const study = makeStudy();
    const [first, second, third] = [add(study, 'D1'), add(study, 'D2'), add(study, 'D5', 'Artifactory')];
    study.transact({ label: 'Memo' }, (write) => {
      write.insert('memos', { guid: newGuid(), codingId: first, text: 'On one coding' });
      const { excerptId } = getCoding(write, second);
      write.insert('memos', { guid: newGuid(), excerptId, text: 'On the passage of two' });
    });
    expect(third).toBeGreaterThan(0);
    expect(listMemoCounts(study.read, 1)).toEqual([
      { codingId: first, memos: 2 },
      { codingId: second, memos: 1 },
    ]);
  });

  it('of coders whose work is hidden are not counted', () => {
    const study = makeStudy();
    const id = add(study, 'D1');
    study.transact({ label: 'Memo' }, (write) => {
      const coderId = ensureCoder(write, 'CD');
      write.insert('memos', { guid: newGuid(), codingId: id, coderId, text: 'Of somebody else' });
    });
    expect(listMemoCounts(study.read, 1, [2])).toEqual([{ codingId: id, memos: 1 }]);
    expect(listMemoCounts(study.read, 1, [1])).toEqual([]);
  });
});
