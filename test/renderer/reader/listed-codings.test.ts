import { describe, expect, it } from 'vitest';
import type { Code } from '../../../electron/ipc/contract/codes.ts';
import type { Coding } from '../../../electron/ipc/contract/transcripts.ts';
import {
  type Chosen,
  chooseAll,
  chooseOne,
  chooseUpTo,
  listChosen,
  nothingChosen,
  toggleOne,
} from '../../../renderer/reader/chosen-codings.ts';
import { listHits } from '../../../renderer/reader/coding-hits.ts';
import { arrangeCodings, indexCodes } from '../../../renderer/reader/listed-codings.ts';

function makeCode(id: number, name: string, change: Partial<Code> = {}): Code {
  const nowhere = { parentId: null, group: null, groupIndex: null, itemRef: null };
  const counts = { codings: 0, excerpts: 0, transcripts: 0, persons: 0, whenToUse: '', trail: [] };
  return { id, kind: 'open', name, definition: '', colour: '#4263eb', ...nowhere, ...counts, ...change };
}

function makeCoding(id: number, change: Partial<Coding> = {}): Coding {
  const place = { excerptId: id, transcriptId: 1, start: id * 10, end: id * 10 + 5 };
  const words = { status: 'not stated', evidence: 'affirmation', comment: '' } as const;
  const origin = { coderId: 1, createdAt: '2021-02-03T10:00:00.000Z' };
  return { id, quote: `quote ${id}`, codeId: 1, ...place, ...words, ...origin, ...change };
}

const codes = [makeCode(1, 'Version data', { itemRef: 'D5' }), makeCode(2, 'fear of audits')];
const named = {
  codes: indexCodes(codes),
  coders: new Map([
    [1, 'Mira'],
    [2, 'Aino'],
  ]),
};
const idsOf = (codings: readonly Coding[]) => codings.map(({ id }) => id);

describe('arrangeCodings', () => {
  const codings = [
    makeCoding(1, { codeId: 2, createdAt: '2021-02-05T10:00:00.000Z' }),
    makeCoding(2, { coderId: 2, comment: 'Später nachgefragt' }),
    makeCoding(3, { start: 5, createdAt: '2021-02-04T10:00:00.000Z' }),
  ];

  it('orders by place, by code, by coder, and newest first', () => {
    expect(idsOf(arrangeCodings(codings, named, '', 'place'))).toEqual([3, 1, 2]);
    expect(idsOf(arrangeCodings(codings, named, '', 'code'))).toEqual([3, 2, 1]);
    expect(idsOf(arrangeCodings(codings, named, '', 'coder'))).toEqual([2, 3, 1]);
    expect(idsOf(arrangeCodings(codings, named, '', 'date'))).toEqual([1, 3, 2]);
  });

  it('keeps what holds every word, in code, quote, comment or coder, whatever accents and case', () => {
    expect(idsOf(arrangeCodings(codings, named, 'AUDITS', 'place'))).toEqual([1]);
    expect(idsOf(arrangeCodings(codings, named, 'd5 spater', 'place'))).toEqual([2]);
    expect(idsOf(arrangeCodings(codings, named, 'mira quote', 'place'))).toEqual([3, 1]);
    expect(arrangeCodings(codings, named, 'nobody', 'place')).toEqual([]);
  });

  it('leaves out a coding whose code is gone', () => {
    expect(arrangeCodings([makeCoding(9, { codeId: 99 })], named, '', 'place')).toEqual([]);
  });
});

describe('choosing in the list', () => {
  const order = [4, 2, 7, 1];
  const ids = (chosen: Chosen) => listChosen(chosen, order);

  it('takes one, a range from where it began, and all', () => {
    const one = chooseOne(2);
    expect(ids(one)).toEqual([2]);
    const range = chooseUpTo(one, order, 1);
    expect(ids(range)).toEqual([2, 7, 1]);
    expect(ids(chooseUpTo(range, order, 4))).toEqual([4, 2]);
    expect(ids(chooseAll(order, nothingChosen))).toEqual(order);
  });

  it('takes one in and out', () => {
    const two = toggleOne(chooseOne(2), 1);
    expect(ids(two)).toEqual([2, 1]);
    expect(ids(toggleOne(two, 2))).toEqual([1]);
  });

  it('forgets what is not listed any more', () => {
    expect(listChosen(chooseAll(order, nothingChosen), [7])).toEqual([7]);
    expect(ids(chooseUpTo(chooseOne(99), order, 7))).toEqual([7]);
  });
});

describe('listHits', () => {
  it('finds what lies around a place, the shortest first, and nothing at an end', () => {
    const codings = [
      { id: 1, start: 0, end: 50 },
      { id: 2, start: 10, end: 20 },
      { id: 3, start: 20, end: 30 },
    ];
    expect(listHits(codings, 12)).toEqual([2, 1]);
    expect(listHits(codings, 20)).toEqual([3, 1]);
    expect(listHits(codings, 50)).toEqual([]);
  });
});
