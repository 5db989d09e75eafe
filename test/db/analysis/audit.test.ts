import { describe, expect, it } from 'vitest';
import { type AuditCoding, type AuditInput, auditEvidence } from '../../../db/analysis/audit.ts';

/** A study in which no check finds anything. */
function soundStudy(): AuditInput {
  const coding = { status: 'in place', evidence: 'affirmation' } as const;
  return {
    companies: ['A', 'B'].map((label, index) => ({
      id: index + 1,
      label,
      techniques: ['P', 'W'],
      placement: { value: 1.5, rationale: 'Between.', computed: { low: 1, high: 2 } },
    })),
    practitioners: [
      { id: 1, name: 'Anna', role: 'Engineer', company: 'A', participants: ['P1', 'W1'] },
      { id: 2, name: 'Ben', role: 'Lead', company: 'B', participants: ['P2'] },
    ],
    transcripts: [{ id: 1, name: 'A_P1', company: 'A', codings: 2 }],
    foreignTurns: [],
    codings: [
      { ...coding, excerptId: 1, technique: 'P', practitionerIds: [1] },
      { ...coding, excerptId: 2, technique: 'W', practitionerIds: [2] },
    ],
    ratings: [{ companyId: 1, company: 'A', itemRef: '1.1', value: 'L', rationale: '', excerptIds: [1, 2] }],
    claims: [{ companyId: 1, company: 'A', itemRef: '1.1', code: 'x', conflict: false, self: false }],
    codes: [{ code: 'D1', codings: 2 }],
    altered: [],
  };
}

const checksOf = (change: Partial<AuditInput>) =>
  auditEvidence({ ...soundStudy(), ...change }).map(({ check }) => check);
const itemsOf = (change: Partial<AuditInput>) =>
  auditEvidence({ ...soundStudy(), ...change }).flatMap(({ items }) => items);

describe('a sound study', () => {
  it('is found sound, and so is an empty one', () => {
    expect(auditEvidence(soundStudy())).toEqual([]);
    const nothing = { companies: [], practitioners: [], transcripts: [], foreignTurns: [], codings: [] };
    expect(auditEvidence({ ...nothing, ratings: [], claims: [], codes: [], altered: [] })).toEqual([]);
  });
});

const [rating] = soundStudy().ratings;
const [company, other] = soundStudy().companies;
const [anna, ben] = soundStudy().practitioners;
const [first, second] = soundStudy().codings;
const [claim] = soundStudy().claims;
if (!rating || !company || !other || !anna || !ben || !first || !second || !claim)
  throw new Error('The sound study lacks a row.');
const placed = (change: Partial<NonNullable<AuditInput['companies'][number]['placement']>>) => ({
  companies: [
    {
      ...company,
      placement: { value: 1.5, rationale: 'Between.', computed: { low: 1, high: 2 }, ...change },
    },
    other,
  ],
});
const spokenBy = (change: Partial<AuditCoding>) => ({ codings: [first, { ...second, ...change }] });

describe('a check', () => {
  it('finds a speaker of another company, with the place of the words', () => {
    const place = { transcriptId: 1, transcript: 'B_W9', company: 'B', start: 5, end: 9 };
    const foreignTurns = [{ ...place, participant: 'W8', participantCompany: 'A' }];
    expect(checksOf({ foreignTurns })).toEqual(['speaker-of-other-company']);
    expect(itemsOf({ foreignTurns })).toMatchObject([{ ...place, participant: 'W8' }]);
    expect(itemsOf({ foreignTurns })[0]?.description).toBe(
      'W8 belongs to company A and speaks in “B_W9” of company B',
    );
  });

  it('finds a rating without an excerpt, unless it says that nothing is achieved', () => {
    for (const value of ['P', 'L', 'F'])
      expect(checksOf({ ratings: [{ ...rating, value, excerptIds: [] }] })).toEqual([
        'rating-without-excerpt',
      ]);
    for (const value of ['N', 'n/a', 'unknown'])
      expect(checksOf({ ratings: [{ ...rating, value, excerptIds: [] }] })).toEqual([]);
  });

  it('finds a rating on one person, also when that person speaks under two ids', () => {
    expect(checksOf({ ...spokenBy({ practitionerIds: [1] }), practitioners: [anna] })).toEqual([
      'rating-on-one-person',
    ]);
  });

  it('finds a rating on one technique, where the company has several', () => {
    expect(checksOf(spokenBy({ technique: 'P' }))).toEqual(['rating-on-one-technique']);
    const companies = [company, other].map((one) => ({ ...one, techniques: ['P'] }));
    expect(checksOf({ ...spokenBy({ technique: 'P' }), companies })).toEqual([]);
  });

  it.each(['conflict', 'self'] as const)('finds a contradiction (%s) that no rationale weighs', (kind) => {
    const claims = [{ ...claim, [kind]: true }];
    expect(checksOf({ claims })).toEqual(['contradiction-without-rationale']);
    expect(checksOf({ claims, ratings: [{ ...rating, rationale: 'Weighed.' }] })).toEqual([]);
    expect(checksOf({ claims, ratings: [{ ...rating, rationale: ' ' }] })).toHaveLength(1);
  });

  it('finds a placement without a rationale', () => {
    expect(checksOf(placed({ rationale: ' ' }))).toEqual(['placement-without-rationale']);
  });

  it('finds a placement outside the computed interval, whose ends are inside', () => {
    expect(checksOf(placed({ value: 2.5 }))).toEqual(['placement-outside-interval']);
    expect(checksOf(placed({ value: 0.5 }))).toEqual(['placement-outside-interval']);
    expect(checksOf(placed({ value: 1 }))).toEqual([]);
    expect(checksOf(placed({ value: 2 }))).toEqual([]);
    expect(itemsOf(placed({ value: 2, computed: { low: 0, high: 0 } }))[0]?.description).toBe(
      'Company A is placed at 2; the rule computes stage 0',
    );
  });

  it('asks nothing of a company that is not placed', () => {
    expect(checksOf({ companies: [{ ...company, placement: null }, other] })).toEqual([]);
  });

  it('finds a practitioner who is never quoted', () => {
    const practitioners = [anna, ben, { ...ben, id: 3, name: 'Cleo', participants: ['S7'] }];
    expect(checksOf({ practitioners })).toEqual(['practitioner-never-quoted']);
    expect(itemsOf({ practitioners })[0]?.description).toBe('Cleo (S7)');
  });

  it('finds a transcript that is never coded', () => {
    const transcripts = [{ id: 4, name: 'C_M1', company: 'C', codings: 0 }];
    expect(checksOf({ transcripts })).toEqual(['transcript-never-coded']);
    expect(itemsOf({ transcripts })).toMatchObject([{ transcriptId: 4, transcript: 'C_M1' }]);
  });

  it('finds a practitioner without a role', () => {
    expect(checksOf({ practitioners: [anna, { ...ben, role: ' ' }] })).toEqual(['participant-without-role']);
  });

  it('finds a company studied with fewer techniques than another', () => {
    const companies = [company, { ...other, techniques: [] }];
    expect(checksOf({ companies })).toEqual(['fewer-techniques']);
    expect(itemsOf({ companies })).toEqual([{ company: 'B', description: 'Company B: none' }]);
  });

  it('finds an excerpt whose stored quote differs from the text, with its place', () => {
    const altered = [{ transcriptId: 1, transcript: 'A_P1', start: 3, end: 8 }];
    expect(checksOf({ altered })).toEqual(['altered-quote']);
    expect(itemsOf({ altered })).toMatchObject(altered);
  });

  it('finds a code that is never used', () => {
    expect(checksOf({ codes: [{ code: 'D2', codings: 0 }] })).toEqual(['code-never-used']);
  });
});

describe('the findings', () => {
  it('come with the gravest first, each with a sentence', () => {
    const findings = auditEvidence({
      ...soundStudy(),
      ...placed({ rationale: '' }),
      codes: [{ code: 'D2', codings: 0 }],
      altered: [{ transcriptId: 1, transcript: 'A_P1', start: 3, end: 8 }],
    });
    expect(findings.map(({ severity }) => severity)).toEqual(['error', 'warning', 'note']);
    for (const { message } of findings) expect(message).toMatch(/^[A-Z].*\.$/);
  });
});
