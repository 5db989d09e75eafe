import type { CodeChoice, Condition, Target } from '../model/retrieval.ts';
import { PassageIndex } from './passage-index.ts';

/**
 * Which codings satisfy a condition (its meaning stands at `Condition` in `model/retrieval.ts`). Each relation sorts the
 * passages it may lead to once for each transcript and answers for one coding by halving, so that the whole costs
 * n log n in the number of codings, however densely a text is coded.
 */

/** A coding as retrieval sees it: offsets in UTF-16 units, end exclusive; turns as positions in the transcript. */
export type Passage = {
  id: number;
  transcriptId: number;
  codeId: number;
  start: number;
  end: number;
  firstTurn: number;
  lastTurn: number;
};

/** Returns the codes that a choice means, sub-codes and all. */
export type ResolveCodes = (choice: CodeChoice) => ReadonlySet<number>;

/**
 * Returns those of the candidates that satisfy the condition, in their order. `others` are the codings that a relation
 * may lead to; the candidates may be among them.
 */
export function filterByCondition<T extends Passage>(
  candidates: readonly T[],
  others: readonly Passage[],
  condition: Condition | null,
  resolve: ResolveCodes,
): T[] {
  if (condition === null) return [...candidates];
  const othersOf = Map.groupBy(others, ({ transcriptId }) => transcriptId);
  const tests = new Map<number, (passage: Passage) => boolean>();
  return candidates.filter((candidate) => {
    const { transcriptId } = candidate;
    const test = tests.get(transcriptId) ?? compile(condition, othersOf.get(transcriptId) ?? [], resolve);
    tests.set(transcriptId, test);
    return test(candidate);
  });
}

/** Returns the test that a condition is, among the codings of one transcript. */
function compile(
  condition: Condition,
  others: readonly Passage[],
  resolve: ResolveCodes,
): (passage: Passage) => boolean {
  switch (condition.is) {
    case 'not': {
      const holds = compile(condition.of, others, resolve);
      return (passage) => !holds(passage);
    }
    case 'and': {
      const parts = condition.of.map((part) => compile(part, others, resolve));
      return (passage) => parts.every((holds) => holds(passage));
    }
    case 'or': {
      const parts = condition.of.map((part) => compile(part, others, resolve));
      return (passage) => parts.some((holds) => holds(passage));
    }
    case 'at least': {
      const parts = condition.of.map((part) => compile(part, others, resolve));
      return (passage) => parts.filter((holds) => holds(passage)).length >= condition.number;
    }
    default:
      return compileRelation(condition, others, resolve);
  }
}

type Relation = Extract<Condition, { target: Target }>;

function compileRelation(
  relation: Relation,
  others: readonly Passage[],
  resolve: ResolveCodes,
): (passage: Passage) => boolean {
  const index = new PassageIndex(findTargets(relation.target, others, resolve));
  switch (relation.is) {
    case 'overlapping':
      return (passage) => index.hasOverlapping(passage);
    case 'same passage':
      return (passage) => index.hasSame(passage);
    case 'inside':
      return (passage) => index.hasAround(passage);
    case 'containing':
      return (passage) => index.hasWithin(passage);
    case 'near':
      return (passage) => index.hasNear(passage, relation.turns);
    case 'followed by':
      return (passage) => index.hasAfter(passage, relation.turns);
    case 'preceded by':
      return (passage) => index.hasBefore(passage, relation.turns);
  }
}

function findTargets(target: Target, others: readonly Passage[], resolve: ResolveCodes): Passage[] {
  const codes = target.codes === null ? null : resolve(target.codes);
  const coded = others.filter(({ codeId }) => codes === null || codes.has(codeId));
  if (target.condition === null) return coded;
  return coded.filter(compile(target.condition, others, resolve));
}
