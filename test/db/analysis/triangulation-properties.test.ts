import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClaimCoding, triangulate } from '../../../db/analysis/triangulation.ts';
import { evidenceTypes, statuses } from '../../../db/model/coding.ts';

const technique = fc.constantFrom('P', 'W', 'M', 'S');
const speaker = fc.record({
  practitionerId: fc.integer({ min: 1, max: 4 }),
  participant: fc.constantFrom('X1', 'X2', 'X3'),
  role: fc.constantFrom('', 'Engineer', 'Lead'),
});
const coding: fc.Arbitrary<ClaimCoding> = fc
  .record({
    codingId: fc.nat(),
    companyId: fc.constant(1),
    codeId: fc.constant(1),
    coderId: fc.integer({ min: 1, max: 3 }),
    transcriptId: fc.integer({ min: 1, max: 3 }),
    sessionId: fc.integer({ min: 1, max: 3 }),
    technique,
    start: fc.nat({ max: 50 }),
    length: fc.integer({ min: 1, max: 30 }),
    status: fc.constantFrom(...statuses),
    evidence: fc.constantFrom(...evidenceTypes),
    speakers: fc.array(speaker, { maxLength: 3 }),
  })
  .map(({ length, ...rest }) => ({ ...rest, end: rest.start + length }));
const claim = fc.array(coding, { maxLength: 12 });

describe('any claim', () => {
  it('has the same strength in whatever order its codings come', () => {
    const shuffled = claim.chain((codings) =>
      fc.tuple(fc.constant(codings), fc.shuffledSubarray(codings, { minLength: codings.length })),
    );
    fc.assert(
      fc.property(shuffled, ([left, right]) => {
        expect(triangulate(right)).toEqual(triangulate(left));
      }),
    );
  });

  it('never gets a lower degree, or fewer sources, by one coding more', () => {
    fc.assert(
      fc.property(claim, coding, (codings, more) => {
        const before = triangulate(codings);
        const after = triangulate([...codings, more]);
        expect(after.degree).toBeGreaterThanOrEqual(before.degree);
        for (const count of ['persons', 'roles', 'sessions', 'coders', 'codings'] as const)
          expect(after[count]).toBeGreaterThanOrEqual(before[count]);
        for (const mark of ['data', 'method', 'independent', 'conflict', 'self', 'coderAgreement'] as const)
          expect(after[mark] || !before[mark]).toBe(true);
      }),
    );
  });

  it('counts no more persons than speakers, and no more roles than persons in roles', () => {
    fc.assert(
      fc.property(claim, (codings) => {
        const { persons, roles, techniques, degree } = triangulate(codings);
        const speakers = codings.flatMap((one) => one.speakers);
        expect(persons).toBeLessThanOrEqual(speakers.length);
        expect(roles).toBeLessThanOrEqual(new Set(speakers.map(({ role }) => role)).size);
        expect(techniques.length > 0).toBe(persons > 0);
        expect(degree === 0).toBe(persons === 0);
      }),
    );
  });

  it('is independent exactly when two of its statements differ in technique and practitioner', () => {
    fc.assert(
      fc.property(claim, (codings) => {
        const statements = codings
          .filter(({ status }) => status !== 'not stated')
          .flatMap((one) =>
            one.speakers.map(({ practitionerId }) => ({ practitionerId, way: one.technique })),
          );
        const expected = statements.some((left) =>
          statements.some((right) => left.practitionerId !== right.practitionerId && left.way !== right.way),
        );
        const { independent, data, method, within } = triangulate(codings);
        expect(independent).toBe(expected);
        expect(independent).toBe(data && method);
        expect(within && data).toBe(false);
      }),
    );
  });
});
