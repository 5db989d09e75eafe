import { describe, expect, it } from 'vitest';
import {
  addFiles,
  addProblems,
  changeFiles,
  keepUnimported,
  nameCompany,
  toImportFiles,
} from '../../../renderer/importing/import-draft.ts';
import { makeDraft, makePreview, newcomer } from './previews.ts';

const pathOf = (name: string) => `/interviews/${name}`;

describe('the list of files to import', () => {
  it('begins as the preview proposes, and leaves out what is in the study already', () => {
    const draft = makeDraft(
      makePreview('a.txt', { P1: newcomer('P1', 'P1') }),
      makePreview('b.txt', {}, { duplicateOf: 'b' }),
    );
    expect(draft.files.map(({ isIncluded }) => isIncluded)).toEqual([true, false]);
    expect(toImportFiles(draft)).toEqual([
      {
        path: pathOf('a.txt'),
        charset: null,
        rule: null,
        name: 'a',
        company: 'A',
        technique: 'P',
        date: '2021-01-18',
        sessionId: null,
        session: '',
        speakers: { P1: newcomer('P1', 'P1') },
        withComments: true,
        replaces: null,
        mayLose: [],
        sha256: 'a.txt',
      },
    ]);
  });

  it('leaves out a file that is on the list already under another name, however they came', () => {
    const first = makeDraft(
      makePreview('a.txt', {}, { sha256: 'x' }),
      makePreview('b.txt', {}, { sha256: 'x' }),
    );
    const { files } = addFiles(first, [makePreview('c.txt', {}, { sha256: 'x' }), makePreview('d.txt')]);
    expect(files.map(({ isIncluded, twin }) => [isIncluded, twin])).toEqual([
      [true, null],
      [false, pathOf('a.txt')],
      [false, pathOf('a.txt')],
      [true, null],
    ]);
    const again = addFiles({ ...first, files }, [makePreview('a.txt', {}, { sha256: 'x' })]);
    expect(again.files[0]).toMatchObject({ isIncluded: true, twin: null });
  });

  it('imports a file in the character set it was shown in, also when that was a guess', () => {
    const draft = makeDraft(
      makePreview('a.txt', {}, { charset: 'macroman', isCharsetGuessed: true }),
      makePreview('b.txt', {}, { charset: 'utf-8' }),
    );
    expect(toImportFiles(draft).map(({ charset }) => charset)).toEqual(['macroman', null]);
  });

  it('reads a file again in its old place, and forgets the problem it had', () => {
    const before = addProblems(makeDraft(makePreview('a.txt'), makePreview('b.txt')), [
      { path: pathOf('a.txt'), message: 'Empty.' },
    ]);
    const after = addFiles(before, [makePreview('a.txt', {}, { words: 7 })]);
    expect(after.files.map(({ preview }) => [preview.fileName, preview.words])).toEqual([
      ['a.txt', 7],
      ['b.txt', 900],
    ]);
    expect(after.problems).toEqual([]);
  });

  it('changes all selected files at once', () => {
    const draft = makeDraft(makePreview('a.txt'), makePreview('b.txt'), makePreview('c.txt'));
    const changed = changeFiles(draft, new Set([pathOf('a.txt'), pathOf('c.txt')]), {
      company: 'B',
      technique: 'W',
    });
    expect(changed.files.map(({ company, technique }) => company + technique)).toEqual(['BW', 'AP', 'BW']);
  });

  it('leaves a session when the company changes, but not when the date does', () => {
    const draft = makeDraft(makePreview('a.txt', {}, { sessionId: 4 }));
    const paths = new Set([pathOf('a.txt')]);
    expect(changeFiles(draft, paths, { company: 'B' }).files[0]?.sessionId).toBeNull();
    expect(changeFiles(draft, paths, { technique: 'W' }).files[0]?.sessionId).toBeNull();
    expect(changeFiles(draft, paths, { date: null }).files[0]?.sessionId).toBe(4);
    expect(changeFiles(draft, paths, { company: 'B', sessionId: 5 }).files[0]?.sessionId).toBe(5);
  });

  it('gives the files of a new company its name', () => {
    const draft = nameCompany(makeDraft(makePreview('a.txt', {}, { company: 'b' })), 'B', ' Automotive ');
    expect(toImportFiles(draft)[0]?.companyName).toBe('Automotive');
  });

  it('keeps after an import what was not ticked and what failed', () => {
    const draft = makeDraft(
      makePreview('a.txt'),
      makePreview('b.txt'),
      makePreview('c.txt', {}, { duplicateOf: 'c' }),
    );
    const left = keepUnimported(draft, [{ path: pathOf('b.txt'), message: 'Gone.' }]);
    expect(left.files.map(({ preview }) => preview.fileName)).toEqual(['b.txt', 'c.txt']);
    expect(left.problems).toEqual([]);
  });
});

describe('a thousand files', () => {
  it('are added in one go, each in its place, however many there were before', () => {
    const many = Array.from({ length: 1000 }, (_, index) => makePreview(`${index}.txt`));
    const twice = addFiles(addFiles(makeDraft(), many), many.toReversed());
    expect(twice.files.map(({ path }) => path)).toEqual(many.map(({ path }) => path));
  });
});
