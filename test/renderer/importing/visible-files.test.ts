import { describe, expect, it } from 'vitest';
import { changeFiles } from '../../../renderer/importing/import-draft.ts';
import { countByFilter, listVisible, sortBy } from '../../../renderer/importing/visible-files.ts';
import { makeDraft, makePreview } from './previews.ts';

const draft = makeDraft(
  makePreview('P10.txt', {}, { words: 5, company: 'b' }),
  makePreview('P2.txt', {}, { words: 70, company: '' }),
  makePreview('P1.txt', {}, { words: 600, company: 'A' }),
);
const missing = {
  path: '/interviews/P2.txt',
  fileName: 'P2.txt',
  field: 'company',
  message: 'Choose.',
} as const;
const facts = {
  missingOf: new Map([[missing.path, [missing]]]),
  noticesOf: new Map([
    ['/interviews/P10.txt', 2],
    ['/interviews/P1.txt', 0],
  ]),
};
const context = { ...facts, sessions: [] };
const none: ReadonlySet<string> = new Set();
const namesOf = (files: ReturnType<typeof listVisible>) => files.map(({ name }) => name);

describe('the order of the rows', () => {
  it('is that of a column, numbers by their size, empty cells last', () => {
    const by = (
      ...[column, former = null]: [Parameters<typeof sortBy>[1], Parameters<typeof sortBy>[2]?]
    ) => {
      const sort = sortBy(draft.files, column, former, context);
      return {
        sort,
        names: namesOf(listVisible(draft.files, { filter: 'all', sort, selected: none }, facts)),
      };
    };
    expect(by('name').names).toEqual(['P1', 'P2', 'P10']);
    expect(by('words').names).toEqual(['P10', 'P2', 'P1']);
    expect(by('company').names).toEqual(['P1', 'P10', 'P2']);
    expect(by('company', by('company').sort).names).toEqual(['P10', 'P1', 'P2']);
    expect(by('speakers', by('speakers').sort).names).toEqual(['P2', 'P10', 'P1']);
  });

  it('stays while somebody types into a row', () => {
    const sort = sortBy(draft.files, 'company', null, context);
    const typed = changeFiles(draft, new Set(['/interviews/P1.txt']), { company: 'Z' });
    const shown = listVisible(typed.files, { filter: 'all', sort, selected: none }, facts);
    expect(namesOf(shown)).toEqual(['P1', 'P10', 'P2']);
  });
});

describe('the filter', () => {
  const shown = (filter: 'settle' | 'look', selected = none) =>
    namesOf(listVisible(draft.files, { filter, sort: null, selected }, facts));

  it('shows what is to be settled, or to be looked at', () => {
    expect(shown('settle')).toEqual(['P2']);
    expect(shown('look')).toEqual(['P10']);
    expect(countByFilter(draft.files, facts)).toEqual({ all: 3, settle: 1, look: 1 });
  });

  it('keeps the row that is being settled', () => {
    expect(shown('settle', new Set(['/interviews/P1.txt']))).toEqual(['P2', 'P1']);
  });
});
