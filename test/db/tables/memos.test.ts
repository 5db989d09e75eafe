import { beforeEach, describe, expect, it } from 'vitest';
import { findLinkableExcerpts, listExcerptsLinkedFrom } from '../../../db/linked-excerpts.ts';
import { findMemos } from '../../../db/memo-search.ts';
import {
  findMemoAbout,
  listMemosByIds,
  listMemosInTranscript,
  listMemosLinkedTo,
  listMemosOn,
} from '../../../db/memos.ts';
import type { MemoTarget } from '../../../db/model/memo.ts';
import { fromPlainText, MemoDocumentError } from '../../../db/model/memo-document.ts';
import type { Study } from '../../../db/study.ts';
import { ensureCoder } from '../../../db/tables/coders.ts';
import { splitCoding } from '../../../db/tables/coding-split.ts';
import { deleteCoding, getCoding, resizeCoding } from '../../../db/tables/codings.ts';
import { listExcerptUses, moveExcerpts } from '../../../db/tables/excerpts.ts';
import {
  countMemos,
  deleteMemo,
  getMemoContent,
  insertMemo,
  updateMemo,
  writeNewMemo,
} from '../../../db/tables/memos.ts';
import { saveRating } from '../../../db/tables/ratings.ts';
import { deleteTranscript } from '../../../db/tables/transcripts.ts';
import { addCoding, addTranscript, countRows, dumpTables, makeOpenStudy } from '../../support/study.ts';

let study: Study;

beforeEach(() => {
  study = makeOpenStudy();
  study.transact({ label: 'Fill' }, (write) => {
    const lines: [string, string][] = [
      ['P1', 'We deploy by hand on Fridays.'],
      ['P2', 'The café closes early.'],
    ];
    addTranscript(write, { name: 'T', company: 'A', technique: 'P', lines });
    addTranscript(write, { name: 'U', company: 'B', technique: 'P', lines: [['P3', 'We deploy daily.']] });
    addCoding(write, { transcript: 'T', quote: 'by hand', code: 'R3' });
    addCoding(write, { transcript: 'T', quote: 'The café closes', code: 'Time', coder: 'CD' });
    addCoding(write, { transcript: 'U', quote: 'We deploy daily', code: 'R3' });
    const rating = { companyId: 1, itemRef: '2.1', value: 'N', rationale: '', coderId: 1 } as const;
    saveRating(write, { ...rating, excerptIds: [] });
  });
});

/** A document of one paragraph that links to these excerpts. */
function linkTo(...excerptIds: number[]): string {
  const children = excerptIds.map((excerptId) => ({
    type: 'excerpt-link',
    excerptId,
    speaker: 'P1',
    quote: 'so',
  }));
  return JSON.stringify({ root: { type: 'root', children: [{ type: 'paragraph', children }] } });
}

function write(target: MemoTarget, document = fromPlainText('Ask.'), coder = 'AB'): number {
  return study.transact({ label: 'Write memo' }, (handle) =>
    writeNewMemo(handle, { target, kind: 'note', title: '', coderId: ensureCoder(handle, coder), document }),
  );
}

const targets: [MemoTarget, string][] = [
  [{ on: 'study' }, 'the study'],
  [{ on: 'transcript', id: 1 }, 'T'],
  [{ on: 'excerpt', id: 1 }, 'a passage of T'],
  [{ on: 'coding', id: 2 }, 'Time in T'],
  [{ on: 'company', id: 1 }, 'company A'],
  [{ on: 'rating', id: 1 }, 'company A · 2.1 '],
  [{ on: 'practitioner', id: 1 }, 'company A'],
];

describe('a memo', () => {
  it.each(targets)('is kept on %j, and says so', (target, about) => {
    const id = write(target);
    expect(findMemoAbout(study.read, target)?.about).toContain(about);
    expect(listMemosOn(study.read, target)).toMatchObject([
      { id, preview: 'Ask.', coder: 'AB', about: expect.stringContaining(about) },
    ]);
    study.transact({ label: 'Delete' }, (handle) => deleteMemo(handle, id));
    expect(listMemosOn(study.read, target)).toEqual([]);
  });

  it('on a passage makes its excerpt in the same step, or finds it', () => {
    const before = dumpTables(study.read);
    const passage = { on: 'passage', transcriptId: 1, start: 7, end: 13 } as const;
    expect(findMemoAbout(study.read, passage)).toMatchObject({ targetId: null, about: 'a passage of T' });
    write(passage);
    const [memo] = listMemosOn(study.read, passage);
    expect(memo).toMatchObject({ on: 'excerpt', start: 7, end: 13 });
    write(passage);
    expect(listMemosOn(study.read, { on: 'excerpt', id: memo?.excerptId ?? 0 })).toHaveLength(2);
    study.undo();
    study.undo();
    expect(dumpTables(study.read)).toEqual(before);
  });

  it('on something that is gone has no words for it', () => {
    expect(findMemoAbout(study.read, { on: 'company', id: 99 })).toBeUndefined();
    expect(findMemoAbout(study.read, { on: 'coding', id: 99 })).toBeUndefined();
  });

  it('has its text from the document, and refuses what is none without changing anything', () => {
    const id = write({ on: 'study' });
    const before = dumpTables(study.read);
    expect(() =>
      study.transact({ label: 'Change' }, (handle) => updateMemo(handle, id, { document: '{}' })),
    ).toThrow(MemoDocumentError);
    expect(dumpTables(study.read)).toEqual(before);
    study.transact({ label: 'Change' }, (handle) =>
      updateMemo(handle, id, { document: fromPlainText('One\ntwo\n\n'), title: 'T' }),
    );
    expect(getMemoContent(study.read, id)).toMatchObject({ text: 'One\ntwo', title: 'T', kind: 'note' });
  });

  it('that came with a file stays plain until its text is changed', () => {
    const comment = { transcriptId: 1, span: null, author: 'Ann', writtenAt: '2021-02-03', text: 'Who?' };
    const id = study.transact({ label: 'Import' }, (handle) => insertMemo(handle, comment));
    study.transact({ label: 'Change' }, (handle) => updateMemo(handle, id, { kind: 'reflexive' }));
    expect(getMemoContent(study.read, id)).toMatchObject({ document: null, text: 'Who?', kind: 'reflexive' });
    study.transact({ label: 'Change' }, (handle) =>
      updateMemo(handle, id, { document: fromPlainText('Who then?') }),
    );
    expect(listMemosByIds(study.read, [id])).toMatchObject([{ author: 'Ann', preview: 'Who then?' }]);
  });
});

describe('links of a memo', () => {
  it('are kept with it, told at the excerpt, and hold the excerpt when its coding goes', () => {
    const id = write({ on: 'study' }, linkTo(1, 3, 99));
    expect(listExcerptsLinkedFrom(study.read, id).map(({ excerptId }) => excerptId)).toEqual([1, 3]);
    expect(listMemosLinkedTo(study.read, 1)).toMatchObject([{ id, links: 2 }]);
    study.transact({ label: 'Delete' }, (handle) => deleteCoding(handle, 1));
    expect(countRows(study.read, 'excerpts')).toBe(3);
    study.transact({ label: 'Unlink' }, (handle) => updateMemo(handle, id, { document: linkTo(3) }));
    expect(countRows(study.read, 'excerpts')).toBe(2);
    study.transact({ label: 'Delete' }, (handle) => deleteMemo(handle, id));
    expect(countRows(study.read, 'excerpts')).toBe(2);
  });

  it('are gone when the transcript is, while the memo stays', () => {
    const id = write({ on: 'study' }, linkTo(1, 3));
    study.transact({ label: 'Delete' }, (handle) => deleteTranscript(handle, 1));
    expect(listExcerptsLinkedFrom(study.read, id).map(({ excerptId }) => excerptId)).toEqual([3]);
    study.undo();
    expect(listExcerptsLinkedFrom(study.read, id)).toHaveLength(2);
  });

  it('follow an excerpt that becomes one with another, in the text of the memo too', () => {
    const id = write({ on: 'study' }, linkTo(2));
    const before = dumpTables(study.read);
    const [first] = listExcerptUses(study.read, 1);
    if (!first) throw new Error('A passage is coded.');
    study.transact({ label: 'Move' }, (handle) => moveExcerpts(handle, 1, [{ ...first, id: 2 }]));
    expect(listExcerptsLinkedFrom(study.read, id)).toMatchObject([{ excerptId: 1, quote: 'by hand' }]);
    expect(getMemoContent(study.read, id).document).toBe(linkTo(1));
    study.undo();
    expect(dumpTables(study.read)).toEqual(before);
  });
});

describe('memos on a passage and links to it, when nobody codes it any more', () => {
  it('follow a coding whose boundary moves, and undo puts them back', () => {
    const on = write({ on: 'excerpt', id: 1 });
    const linking = write({ on: 'study' }, linkTo(1));
    const before = dumpTables(study.read);
    study.transact({ label: 'Resize' }, (handle) => resizeCoding(handle, 1, { start: 4, end: 13 }));
    const { excerptId } = getCoding(study.read, 1);
    expect(listMemosOn(study.read, { on: 'excerpt', id: excerptId })).toMatchObject([{ id: on }]);
    expect(listExcerptsLinkedFrom(study.read, linking)).toMatchObject([{ excerptId, quote: 'We deploy' }]);
    expect(getMemoContent(study.read, linking).document).toBe(linkTo(excerptId));
    expect(countRows(study.read, 'excerpts')).toBe(3);
    study.undo();
    expect(dumpTables(study.read)).toEqual(before);
  });

  it('are those of the first part of a coding that is split', () => {
    const { start } = getCoding(study.read, 1);
    const linking = write({ on: 'study' }, linkTo(1));
    study.transact({ label: 'Split' }, (handle) => splitCoding(handle, 1, start + 3));
    const { excerptId } = getCoding(study.read, 1);
    expect(listExcerptsLinkedFrom(study.read, linking)).toMatchObject([{ excerptId, quote: 'by ' }]);
    expect(countRows(study.read, 'excerpts')).toBe(4);
  });
});

describe('memos that are looked for', () => {
  const find = (filter: Partial<Parameters<typeof findMemos>[1]>) =>
    findMemos(study.read, { order: 'subject', ...filter });

  it('are found by words, kind, subject, coder and company', () => {
    const onStudy = write({ on: 'study' }, fromPlainText('The Café, again'));
    const onCoding = write({ on: 'coding', id: 1 }, fromPlainText('Too late'), 'CD');
    const onCompany = write({ on: 'company', id: 2 });
    study.transact({ label: 'Change' }, (handle) =>
      updateMemo(handle, onCompany, { kind: 'theoretical', title: 'Élan' }),
    );
    expect(find({})).toEqual({ ids: [onStudy, onCoding, onCompany], total: 3 });
    expect(find({ search: 'again cafe' })).toEqual({ ids: [onStudy], total: 3 });
    expect(find({ search: 'elan' }).ids).toEqual([onCompany]);
    expect(find({ search: 'nowhere' }).ids).toEqual([]);
    expect(find({ kind: 'theoretical' }).ids).toEqual([onCompany]);
    expect(find({ on: 'study' }).ids).toEqual([onStudy]);
    expect(find({ companyId: 1 }).ids).toEqual([onCoding]);
    expect(find({ coderId: 2 }).ids).toEqual([onCoding]);
    expect(find({ coderIds: [1] })).toEqual({ ids: [onStudy, onCompany], total: 2 });
    expect(find({ order: 'created' }).ids).toEqual([onCompany, onCoding, onStudy]);
  });

  it('are counted on each thing, on an excerpt with those on its codings, without those of hidden coders', () => {
    write({ on: 'coding', id: 1 });
    write({ on: 'excerpt', id: 1 }, undefined, 'CD');
    write({ on: 'company', id: 2 });
    expect(countMemos(study.read, 'excerpt')).toEqual([{ id: 1, memos: 2 }]);
    expect(countMemos(study.read, 'excerpt', [1])).toEqual([{ id: 1, memos: 1 }]);
    expect(countMemos(study.read, 'company')).toEqual([{ id: 2, memos: 1 }]);
    expect(listMemosInTranscript(study.read, 1)).toHaveLength(2);
    expect(listMemosOn(study.read, { on: 'coding', id: 1 })).toHaveLength(1);
  });
});

describe('excerpts to link to', () => {
  const find = (
    search: string,
    more: { codingId?: number; transcriptId?: number; coderIds?: number[] } = {},
  ) =>
    findLinkableExcerpts(study.read, { search, codingId: null, transcriptId: null, limit: 20, ...more }).map(
      ({ quote, participant }) => [participant, quote],
    );

  it('are found by quote, speaker, code, transcript and company', () => {
    expect(find('HAND')).toEqual([['P1', 'by hand']]);
    expect(find('p2 cafe')).toEqual([['P2', 'The café closes']]);
    expect(find('r3 daily')).toEqual([['P3', 'We deploy daily']]);
    expect(find('zzz')).toEqual([]);
  });

  it('come with the selected one first, then those of the transcript, without those of hidden coders', () => {
    expect(find('', { codingId: 2, transcriptId: 2 }).map(([who]) => who)).toEqual(['P2', 'P3', 'P1']);
    expect(find('', { coderIds: [1] }).map(([who]) => who)).toEqual(['P1', 'P3']);
    expect(find('time', { coderIds: [2] }).map(([who]) => who)).toEqual(['P2']);
    expect(find('r3', { coderIds: [2] })).toEqual([]);
  });
});
