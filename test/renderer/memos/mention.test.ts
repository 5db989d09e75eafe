import { describe, expect, it } from 'vitest';
import { findMarkedForm } from '../../../renderer/memos/block-forms.ts';
import { findMention } from '../../../renderer/memos/mention.ts';

describe('an @ before the caret', () => {
  it.each([
    ['@', { start: 0, query: '' }],
    ['As @P1 by ha', { start: 3, query: 'P1 by ha' }],
    ['(“@déjà', { start: 2, query: 'déjà' }],
    ['@P1 and @P2', { start: 8, query: 'P2' }],
  ])('begins a search in “%s”', (before, found) => {
    expect(findMention(before)).toEqual(found);
  });

  it.each([['no sign'], ['write to a@b.org'], ['at @ noon'], [`@${'so '.repeat(21)}`]])(
    'begins none in “%s”',
    (before) => {
      expect(findMention(before)).toBeUndefined();
    },
  );
});

describe('a mark at the start of a line', () => {
  it('stands for a heading or a list', () => {
    const marks = ['#', '##', '###', '-', '*', '1.', '2.', '####', 'constructor', ''];
    expect(marks.map(findMarkedForm)).toEqual([
      'h1',
      'h2',
      'h3',
      'bullet',
      'bullet',
      'number',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
