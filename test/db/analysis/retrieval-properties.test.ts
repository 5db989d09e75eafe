import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterByCondition, type Passage } from '../../../db/analysis/retrieval.ts';
import {
  type CodeChoice,
  type Condition,
  type Target,
  textRelations,
  turnRelations,
} from '../../../db/model/retrieval.ts';

const turnLength = 7;
const codes = [1, 2, 3, 4];

const passage = fc
  .record({
    codeId: fc.constantFrom(...codes),
    transcriptId: fc.constantFrom(1, 2),
    start: fc.nat({ max: 60 }),
    length: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ codeId, transcriptId, start, length }) => ({
    codeId,
    transcriptId,
    start,
    end: start + length,
    firstTurn: Math.floor(start / turnLength),
    lastTurn: Math.floor((start + length - 1) / turnLength),
  }));
const passages: fc.Arbitrary<Passage[]> = fc
  .array(passage, { maxLength: 24 })
  .map((list) => list.map((one, index) => ({ ...one, id: index + 1 })));

const choice = fc
  .option(fc.subarray(codes), { nil: null })
  .map((ids) => (ids === null ? null : { ids, withSubCodes: false }));
const turns = fc.nat({ max: 5 });

const { condition } = fc.letrec<{ condition: Condition; target: Target }>((tie) => ({
  target: fc.record({ codes: choice, condition: fc.option(tie('condition'), { nil: null, maxDepth: 2 }) }),
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ is: fc.constantFrom(...textRelations), target: tie('target') }),
    fc.record({ is: fc.constantFrom(...turnRelations), turns, target: tie('target') }),
    fc.record({ is: fc.constantFrom('and', 'or'), of: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ is: fc.constant('not'), of: tie('condition') }),
    fc.record({
      is: fc.constant('at least'),
      number: fc.integer({ min: 1, max: 3 }),
      of: fc.array(tie('condition'), { maxLength: 3 }),
    }),
  ),
}));

const resolve = ({ ids }: CodeChoice) => new Set(ids);
const find = (list: readonly Passage[], wanted: Condition) =>
  filterByCondition(list, list, wanted, resolve).map(({ id }) => id);

/** The meaning of a condition, word by word, without any thought of speed. */
function holds(condition: Condition, own: Passage, all: readonly Passage[]): boolean {
  switch (condition.is) {
    case 'not':
      return !holds(condition.of, own, all);
    case 'and':
      return condition.of.every((part) => holds(part, own, all));
    case 'or':
      return condition.of.some((part) => holds(part, own, all));
    case 'at least':
      return condition.of.filter((part) => holds(part, own, all)).length >= condition.number;
    default:
      return all.some(
        (other) =>
          other.id !== own.id &&
          other.transcriptId === own.transcriptId &&
          isTarget(condition.target, other, all) &&
          lies(condition, own, other),
      );
  }
}

function isTarget(target: Target, other: Passage, all: readonly Passage[]): boolean {
  const isCoded = target.codes === null || target.codes.ids.includes(other.codeId);
  return isCoded && (target.condition === null || holds(target.condition, other, all));
}

function lies(relation: Extract<Condition, { target: Target }>, own: Passage, other: Passage): boolean {
  switch (relation.is) {
    case 'overlapping':
      return own.start < other.end && other.start < own.end;
    case 'same passage':
      return own.start === other.start && own.end === other.end;
    case 'inside':
      return other.start <= own.start && own.end <= other.end;
    case 'containing':
      return own.start <= other.start && other.end <= own.end;
    case 'near':
      return (
        other.firstTurn - own.lastTurn <= relation.turns && own.firstTurn - other.lastTurn <= relation.turns
      );
    case 'followed by':
      return other.start >= own.end && other.firstTurn - own.lastTurn <= relation.turns;
    case 'preceded by':
      return other.end <= own.start && own.firstTurn - other.lastTurn <= relation.turns;
  }
}

const target = choice.map((chosen): Target => ({ codes: chosen, condition: null }));

describe('retrieval, for any codings', () => {
  it('finds what the plain reading of the condition finds', () => {
    fc.assert(
      fc.property(passages, condition, (list, wanted) => {
        expect(find(list, wanted)).toEqual(
          list.filter((own) => holds(wanted, own, list)).map(({ id }) => id),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('the order of codings and of statements does not matter', () => {
    fc.assert(
      fc.property(passages, condition, condition, (list, left, right) => {
        const sorted = (ids: number[]) => ids.toSorted((a, b) => a - b);
        for (const is of ['and', 'or'] as const) {
          const there = find(list, { is, of: [left, right] });
          expect(find(list, { is, of: [right, left] })).toEqual(there);
          expect(sorted(find(list.toReversed(), { is, of: [left, right] }))).toEqual(there);
        }
      }),
    );
  });

  it('not not is nothing, and not turns and into or', () => {
    fc.assert(
      fc.property(passages, condition, condition, (list, left, right) => {
        const not = (of: Condition): Condition => ({ is: 'not', of });
        expect(find(list, not(not(left)))).toEqual(find(list, left));
        expect(find(list, not({ is: 'and', of: [left, right] }))).toEqual(
          find(list, { is: 'or', of: [not(left), not(right)] }),
        );
      }),
    );
  });

  it('at least one is or, at least all is and', () => {
    fc.assert(
      fc.property(passages, fc.array(condition, { minLength: 1, maxLength: 3 }), (list, of) => {
        expect(find(list, { is: 'at least', number: 1, of })).toEqual(find(list, { is: 'or', of }));
        expect(find(list, { is: 'at least', number: of.length, of })).toEqual(find(list, { is: 'and', of }));
      }),
    );
  });

  it('more turns find no less', () => {
    fc.assert(
      fc.property(passages, fc.constantFrom(...turnRelations), turns, target, (list, is, number, to) => {
        const few = find(list, { is, turns: number, target: to });
        const more = new Set(find(list, { is, turns: number + 1, target: to }));
        expect(few.filter((id) => !more.has(id))).toEqual([]);
      }),
    );
  });

  it('what is followed by something within some turns is what precedes it', () => {
    fc.assert(
      fc.property(passages, turns, (list, number) => {
        const [left, right] = list;
        if (!left || !right) return;
        const pair = [left, right].map((one) => ({ ...one, transcriptId: 1 }));
        const any: Target = { codes: null, condition: null };
        const followed = find(pair, { is: 'followed by', turns: number, target: any });
        const preceded = find(pair, { is: 'preceded by', turns: number, target: any });
        expect(preceded).toEqual(followed.map((id) => (id === left.id ? right.id : left.id)));
      }),
    );
  });
});
