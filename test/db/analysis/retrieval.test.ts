import { describe, expect, it } from 'vitest';
import { filterByCondition, type Passage } from '../../../db/analysis/retrieval.ts';
import type { CodeChoice, Condition, Target } from '../../../db/model/retrieval.ts';

/**
 * One transcript of turns of ten characters each:
 *
 *   turn      0         1         2         3         4
 *   offset    0         10        20        30        40
 *   1 trust   [--------)                                    0–9
 *   2 tools      [--)                                       3–6
 *   3 tools           [------)                              8–15
 *   4 fear                                  [---)           30–34
 *   5 trust                                           [---) 40–44
 *   6 fear                                            [---) 40–44, by another coder
 */
const trust = 1;
const tools = 2;
const fear = 3;
const rows: [id: number, codeId: number, start: number, end: number][] = [
  [1, trust, 0, 9],
  [2, tools, 3, 6],
  [3, tools, 8, 15],
  [4, fear, 30, 34],
  [5, trust, 40, 44],
  [6, fear, 40, 44],
];
const passages: Passage[] = rows.map(([id, codeId, start, end]) => ({
  id,
  codeId,
  transcriptId: 1,
  start,
  end,
  firstTurn: Math.floor(start / 10),
  lastTurn: Math.floor((end - 1) / 10),
}));

const coded = (...ids: number[]): Target => ({ codes: { ids, withSubCodes: false }, condition: null });
const resolve = ({ ids }: CodeChoice) => new Set(ids);

/** Returns the ids of the codings of a code that satisfy the condition. */
function find(codeId: number, condition: Condition): number[] {
  const candidates = passages.filter((passage) => passage.codeId === codeId);
  return filterByCondition(candidates, passages, condition, resolve).map(({ id }) => id);
}

describe('where another coding lies', () => {
  it('overlapping shares a character; passages that only touch do not', () => {
    expect(find(trust, { is: 'overlapping', target: coded(tools) })).toEqual([1]);
    expect(find(trust, { is: 'overlapping', target: coded(fear) })).toEqual([5]);
    expect(find(tools, { is: 'overlapping', target: coded(tools) })).toEqual([]);
  });

  it('the same passage begins and ends where it does', () => {
    expect(find(trust, { is: 'same passage', target: coded(fear) })).toEqual([5]);
    expect(find(trust, { is: 'same passage', target: coded(tools) })).toEqual([]);
  });

  it('inside and containing are each other’s mirror', () => {
    expect(find(tools, { is: 'inside', target: coded(trust) })).toEqual([2]);
    expect(find(trust, { is: 'containing', target: coded(tools) })).toEqual([1]);
    expect(find(tools, { is: 'containing', target: coded(trust) })).toEqual([]);
    expect(find(trust, { is: 'inside', target: coded(fear) })).toEqual([5]);
  });

  it('near counts turns from the ends of the passages; 0 is the same turn', () => {
    expect(find(fear, { is: 'near', turns: 0, target: coded(trust) })).toEqual([6]);
    expect(find(fear, { is: 'near', turns: 1, target: coded(trust) })).toEqual([4, 6]);
    expect(find(fear, { is: 'near', turns: 1, target: coded(tools) })).toEqual([]);
    expect(find(fear, { is: 'near', turns: 2, target: coded(tools) })).toEqual([4]);
  });

  it('followed by begins at the end or after, and preceded by is its mirror', () => {
    expect(find(trust, { is: 'followed by', turns: 3, target: coded(fear) })).toEqual([1]);
    expect(find(trust, { is: 'followed by', turns: 2, target: coded(fear) })).toEqual([]);
    expect(find(fear, { is: 'preceded by', turns: 3, target: coded(trust) })).toEqual([4]);
    expect(find(fear, { is: 'preceded by', turns: 4, target: coded(trust) })).toEqual([4, 6]);
    // In the same turn, two characters later.
    expect(find(tools, { is: 'followed by', turns: 0, target: coded(tools) })).toEqual([2]);
  });

  it('a coding is never its own neighbour', () => {
    expect(find(trust, { is: 'near', turns: 1, target: coded(trust) })).toEqual([]);
    expect(find(fear, { is: 'same passage', target: coded(fear) })).toEqual([]);
  });

  it('nothing of another transcript is near', () => {
    const elsewhere = passages.map((passage) => ({ ...passage, transcriptId: 2 }));
    const condition: Condition = { is: 'near', turns: 9, target: { codes: null, condition: null } };
    expect(filterByCondition(passages, elsewhere, condition, resolve)).toEqual([]);
  });
});

describe('statements together', () => {
  const withTools: Condition = { is: 'overlapping', target: coded(tools) };
  const withFear: Condition = { is: 'overlapping', target: coded(fear) };

  it('and, or, not, at least', () => {
    expect(find(trust, { is: 'and', of: [withTools, withFear] })).toEqual([]);
    expect(find(trust, { is: 'or', of: [withTools, withFear] })).toEqual([1, 5]);
    expect(find(trust, { is: 'not', of: withTools })).toEqual([5]);
    expect(find(trust, { is: 'at least', number: 1, of: [withTools, withFear] })).toEqual([1, 5]);
    expect(find(trust, { is: 'at least', number: 2, of: [withTools, withFear] })).toEqual([]);
  });

  it('and of nothing holds always, or of nothing never', () => {
    expect(find(trust, { is: 'and', of: [] })).toEqual([1, 5]);
    expect(find(trust, { is: 'or', of: [] })).toEqual([]);
  });

  it('a target may itself have to satisfy a condition', () => {
    // Fear within one turn of trust on which there is fear too.
    const target: Target = { codes: { ids: [trust], withSubCodes: false }, condition: withFear };
    expect(find(fear, { is: 'near', turns: 1, target })).toEqual([4, 6]);
    expect(find(tools, { is: 'near', turns: 1, target })).toEqual([]);
  });

  it('a choice of no code leads nowhere', () => {
    expect(find(trust, { is: 'near', turns: 99, target: coded() })).toEqual([]);
  });
});
