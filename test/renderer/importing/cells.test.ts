import { describe, expect, it } from 'vitest';
import { fillCells, parseBlock, pasteCells, toBlock } from '../../../renderer/importing/cells.ts';
import { makeDraft, makePreview, makeSession } from './previews.ts';

const study = {
  techniques: [
    { letter: 'P', name: 'Interview' },
    { letter: 'W', name: 'Workshop' },
  ],
  sessions: [makeSession(4, 'Kick-off')],
};
const draft = makeDraft(makePreview('a.txt'), makePreview('b.txt'), makePreview('c.txt'));
const order = draft.files.map(({ path }) => path);
const pathOf = (name: string) => `/interviews/${name}`;

describe('a column filled down', () => {
  const fill = (column: 'technique' | 'date' | 'session', text: string) =>
    fillCells(draft, new Set(order.slice(1)), { column, text }, study).files;

  it('says the same of all rows, a technique by letter or name', () => {
    expect(fill('technique', 'workshop').map(({ technique }) => technique)).toEqual(['P', 'W', 'W']);
  });

  it('understands days as they are written and as spreadsheets show them', () => {
    expect(fill('date', '2021-02-03').map(({ date }) => date)).toEqual([
      '2021-01-18',
      '2021-02-03',
      '2021-02-03',
    ]);
    expect(fill('date', '3.2.2021')[1]?.date).toBe('2021-02-03');
    expect(fill('date', '')[1]?.date).toBeNull();
  });

  it('leaves what it cannot understand as it is', () => {
    expect(fill('date', '3/2/2021')[1]?.date).toBe('2021-01-18');
    expect(fill('date', '2021-02-30')[1]?.date).toBe('2021-01-18');
    expect(fill('technique', 'seance')[1]?.technique).toBe('P');
  });

  it('puts files into one session', () => {
    expect(fill('session', 'Kick-off').map(({ sessionId }) => sessionId)).toEqual([null, 4, 4]);
    expect(fill('session', 'Second day').map(({ session }) => session)).toEqual([
      '',
      'Second day',
      'Second day',
    ]);
  });
});

describe('cells from a spreadsheet', () => {
  it('are a block when there are several of them', () => {
    expect(parseBlock('A')).toBeUndefined();
    expect(parseBlock('A\r\n')).toBeUndefined();
    expect(parseBlock('A\tP\r\nB\tW\r\n')).toEqual([
      ['A', 'P'],
      ['B', 'W'],
    ]);
  });

  it('go to the right and down from one cell, and no further than the table', () => {
    const block = [
      ['B', 'W', '2021-02-03', '', 'too far'],
      ['C', 'Interview'],
      ['D', 'W'],
    ];
    const pasted = pasteCells(draft, order, { path: pathOf('b.txt'), column: 'company' }, block, study).files;
    expect(pasted.map(({ company, technique, date }) => [company, technique, date])).toEqual([
      ['A', 'P', '2021-01-18'],
      ['B', 'W', '2021-02-03'],
      ['C', 'P', '2021-01-18'],
    ]);
  });

  it('are copied as they can be pasted', () => {
    const copied = toBlock(draft.files.slice(0, 2), study);
    expect(copied).toBe('a\tA\tP\t2021-01-18\t\nb\tA\tP\t2021-01-18\t');
    const pasted = pasteCells(
      draft,
      order,
      { path: pathOf('b.txt'), column: 'name' },
      parseBlock(copied) ?? [],
      study,
    );
    expect(pasted.files.map(({ name }) => name)).toEqual(['a', 'a', 'b']);
  });
});
