import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeStageInterval, listBlocking, listNarrowing } from '../../../db/analysis/stage.ts';
import { type RatingValue, ratingLevels, ratingValues } from '../../../db/model/rating.ts';
import { getStageRule, listPreconditions } from '../../../db/model/scheme.ts';
import { readSchemeFile } from '../../../electron/import/schemes/scheme-file.ts';

const scheme = readSchemeFile('coding-schemes/mlops-maturity-2021.yaml');
const ids = listPreconditions(scheme).map(({ id }) => id);
const anyRule = fc.constantFrom(...scheme.rules);

/** Mostly good ratings, so that high stages are reached too. */
const value = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<RatingValue>('L', 'F', 'n/a') },
  { weight: 1, arbitrary: fc.constantFrom(...ratingValues) },
);
const ratings = fc
  .array(value, { minLength: ids.length, maxLength: ids.length })
  .map((values) => new Map(ids.map((id, index) => [id, values[index] ?? 'unknown'])));

const stageOf = (ruleId: string, of: Map<string, RatingValue>) =>
  computeStageInterval(scheme, getStageRule(scheme, ruleId), of);

describe('any ratings', () => {
  it('give an interval whose lowest stage is not above its highest', () => {
    fc.assert(
      fc.property(anyRule, ratings, (rule, of) => {
        const { low, high } = computeStageInterval(scheme, rule, of);
        expect(low).toBeLessThanOrEqual(high);
      }),
    );
  });

  it('never give a lower stage when one of them is raised', () => {
    fc.assert(
      fc.property(
        anyRule,
        ratings,
        fc.constantFrom(...ids),
        fc.constantFrom(...ratingLevels),
        (rule, of, id, level) => {
          const [lower, higher] = [level, 'F' as const].map((one) =>
            computeStageInterval(scheme, rule, new Map([...of, [id, one]])),
          );
          expect(higher?.low).toBeGreaterThanOrEqual(lower?.low ?? 0);
          expect(higher?.high).toBeGreaterThanOrEqual(lower?.high ?? 0);
        },
      ),
    );
  });

  it('give the stricter rule no higher stage: strict, 33020-like, SCAMPI-like, majority', () => {
    fc.assert(
      fc.property(ratings, (of) => {
        const stages = ['strict', 'iso-33020-like', 'scampi-like', 'majority'].map((rule) =>
          stageOf(rule, of),
        );
        for (const end of ['low', 'high'] as const) {
          const rising = stages.map((interval) => interval[end]);
          expect(rising).toEqual(rising.toSorted((left, right) => left - right));
        }
      }),
    );
  });

  it('give one stage once all that narrows is known, whatever it turns out to be', () => {
    fc.assert(
      fc.property(
        anyRule,
        ratings,
        fc.infiniteStream(fc.constantFrom(...ratingLevels)),
        (rule, of, levels) => {
          const known = listNarrowing(scheme, rule, of).map(
            (id) => [id, levels.next().value ?? 'N'] as const,
          );
          const { low, high } = computeStageInterval(scheme, rule, new Map([...of, ...known]));
          expect(low).toBe(high);
        },
      ),
    );
  });

  it('do not depend on an unknown one that does not narrow', () => {
    fc.assert(
      fc.property(anyRule, ratings, fc.constantFrom(...ratingLevels), (rule, of, level) => {
        const interval = computeStageInterval(scheme, rule, of);
        if (interval.low === interval.high) return;
        const narrowing = listNarrowing(scheme, rule, of);
        const below = listPreconditions({
          ...scheme,
          stages: scheme.stages.filter(({ number }) => number <= interval.high),
        });
        const others = below.filter(({ id }) => of.get(id) === 'unknown' && !narrowing.includes(id));
        const known = others.map(({ id }) => [id, level] as const);
        expect(computeStageInterval(scheme, rule, new Map([...of, ...known]))).toEqual(interval);
      }),
    );
  });

  it('lead to a higher stage once all that blocks is fully achieved', () => {
    fc.assert(
      fc.property(anyRule, ratings, (rule, of) => {
        const { high } = computeStageInterval(scheme, rule, of);
        const blocking = listBlocking(scheme, rule, of);
        expect(blocking.length > 0).toBe(high < 4);
        const raised = new Map<string, RatingValue>([...of, ...blocking.map((id) => [id, 'F'] as const)]);
        if (high < 4) expect(computeStageInterval(scheme, rule, raised).high).toBeGreaterThan(high);
      }),
    );
  });
});
