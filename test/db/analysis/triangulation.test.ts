import { describe, expect, it } from 'vitest';
import { type ClaimCoding, triangulate } from '../../../db/analysis/triangulation.ts';

/** P1, W1 and S1 are one engineer; P2 and W2 are another person each. */
const practitioners: Record<string, { practitionerId: number; role: string }> = {
  P1: { practitionerId: 1, role: 'Engineer' },
  W1: { practitionerId: 1, role: 'Engineer' },
  S1: { practitionerId: 1, role: 'Engineer' },
  P2: { practitionerId: 2, role: 'Data Scientist' },
  W2: { practitionerId: 3, role: 'engineer' },
};
let lastId = 0;

/** A coding of the words of these participants; nobody means an interviewer's turn. */
function says(participants: string, change: Partial<ClaimCoding> = {}): ClaimCoding {
  const labels = participants.split(' ').filter((label) => label !== '');
  const technique = labels[0]?.charAt(0) ?? 'P';
  lastId += 1;
  return {
    codingId: lastId,
    companyId: 1,
    codeId: 1,
    coderId: 1,
    transcriptId: technique.charCodeAt(0),
    sessionId: technique.charCodeAt(0),
    technique,
    start: lastId * 10,
    end: lastId * 10 + 9,
    status: 'in place',
    evidence: 'affirmation',
    speakers: labels.map((participant) => ({
      participant,
      ...(practitioners[participant] ?? { practitionerId: 99, role: '' }),
    })),
    ...change,
  };
}

describe('the degree of a claim', () => {
  it('of {P1, W1, S1} is 2: one person in three techniques is consistency, not corroboration', () => {
    expect(triangulate([says('P1'), says('W1'), says('S1')])).toMatchObject({
      persons: 1,
      techniques: ['P', 'S', 'W'],
      roles: 1,
      sessions: 3,
      data: false,
      method: true,
      within: true,
      independent: false,
      degree: 2,
    });
  });

  it('of {P1, P2} is 2: two persons in one technique', () => {
    expect(triangulate([says('P1'), says('P2')])).toMatchObject({
      persons: 2,
      techniques: ['P'],
      data: true,
      method: false,
      within: false,
      independent: false,
      degree: 2,
    });
  });

  it('of {P1, W1, P2} is 3: W1 and P2 differ in person and in technique', () => {
    expect(triangulate([says('P1'), says('W1'), says('P2')])).toMatchObject({
      persons: 2,
      data: true,
      method: true,
      within: false,
      independent: true,
      degree: 3,
    });
  });

  it('is 4 when an artefact comes with degree 3, and stays below without the rest', () => {
    const artefact = { evidence: 'artefact' } as const;
    expect(triangulate([says('P1'), says('W1'), says('P2', artefact)]).degree).toBe(4);
    expect(triangulate([says('P1'), says('W1'), says('P2', { evidence: 'indirect artefact' })]).degree).toBe(
      3,
    );
    expect(triangulate([says('P1', artefact), says('P2', artefact)]).degree).toBe(2);
    expect(triangulate([says('P1', artefact)]).degree).toBe(1);
  });

  it('is 1 for a single source and 0 for none', () => {
    expect(triangulate([says('P1'), says('P1')])).toMatchObject({ persons: 1, degree: 1, codings: 2 });
    expect(triangulate([])).toMatchObject({
      persons: 0,
      codings: 0,
      degree: 0,
      reason: 'Nobody speaks of it.',
    });
  });

  it('does not count what is said without a status', () => {
    const claim = triangulate([says('P1'), says('W2', { status: 'not stated' })]);
    expect(claim).toMatchObject({ codings: 2, persons: 1, techniques: ['P'], sessions: 1, degree: 1 });
    expect(triangulate([says('P1', { status: 'not stated' })]).degree).toBe(0);
  });

  it('does not count an interviewer’s turn as a source', () => {
    expect(triangulate([says(''), says('P1')])).toMatchObject({ codings: 2, persons: 1, degree: 1 });
    expect(triangulate([says('', { evidence: 'artefact' })])).toMatchObject({
      persons: 0,
      coders: 0,
      degree: 0,
    });
  });

  it('counts every speaker of a passage that runs over several turns', () => {
    expect(triangulate([says('P1 P2')])).toMatchObject({ persons: 2, roles: 2, degree: 2 });
  });

  it('is told in a sentence that fits it', () => {
    const reason = (...codings: ClaimCoding[]) => triangulate(codings).reason;
    expect(reason(says('P1'))).toBe('A single source: one practitioner in one technique.');
    expect(reason(says('P1'), says('W1'))).toContain('One practitioner in 2 techniques');
    expect(reason(says('P1'), says('P2'))).toContain('2 practitioners in one technique');
    expect(reason(says('P1'), says('W2'))).toContain('2 practitioners in 2 techniques');
    expect(reason(says('P1'), says('W2', { evidence: 'artefact' }))).toContain('and an artefact');
  });
});

describe('roles and coders of a claim', () => {
  it('are counted once each, roles whatever their case and without the empty one', () => {
    const codings = [says('P1'), says('W2', { coderId: 2 }), says('P9', { coderId: 2 })];
    expect(triangulate(codings)).toMatchObject({ roles: 1, coders: 2, persons: 3 });
  });
});

describe('a contradiction', () => {
  const contradictions = (...codings: ClaimCoding[]) => {
    const { conflict, self } = triangulate(codings);
    return { conflict, self };
  };

  it('between two persons is a conflict', () => {
    const pairs = [
      ['in place', 'planned'],
      ['in place', 'not in place'],
      ['partly', 'planned'],
      ['partly', 'not in place'],
    ] as const;
    for (const [left, right] of pairs)
      expect(contradictions(says('P1', { status: left }), says('P2', { status: right }))).toEqual({
        conflict: true,
        self: false,
      });
  });

  it('of one person with herself, even under two participant ids, is no conflict', () => {
    expect(contradictions(says('P1'), says('W1', { status: 'planned' }))).toEqual({
      conflict: false,
      self: true,
    });
  });

  it('can be both', () => {
    const codings = [says('P1'), says('P1', { status: 'planned' }), says('P2', { status: 'not in place' })];
    expect(contradictions(...codings)).toEqual({ conflict: true, self: true });
  });

  it('is none between statuses of one side, nor with one that states nothing', () => {
    const none = { conflict: false, self: false };
    expect(contradictions(says('P1'), says('P2', { status: 'partly' }))).toEqual(none);
    expect(contradictions(says('P1', { status: 'planned' }), says('P2', { status: 'not in place' }))).toEqual(
      none,
    );
    expect(contradictions(says('P1'), says('P2', { status: 'not stated' }))).toEqual(none);
  });
});

describe('+i', () => {
  const hasAgreement = (change: Partial<ClaimCoding>) =>
    triangulate([says('P1', { start: 0, end: 10 }), says('P1', { start: 5, end: 15, coderId: 2, ...change })])
      .coderAgreement;

  it('is given when two coders coded overlapping text on the same side', () => {
    expect(hasAgreement({})).toBe(true);
    expect(hasAgreement({ status: 'partly' })).toBe(true);
  });

  it.each([
    ['the coder is the same', { coderId: 1 }],
    ['the passages only touch', { start: 10 }],
    ['the transcripts differ', { transcriptId: 1 }],
    ['the sides differ', { status: 'planned' }],
    ['one states nothing', { status: 'not stated' }],
  ] as const)('is not given when %s', (_, change) => {
    expect(hasAgreement(change)).toBe(false);
  });
});

describe('the shares of the techniques', () => {
  it('tell who speaks of the item where, those who state nothing included', () => {
    const codings = [says('P1'), says('P2', { status: 'not stated' }), says('W1', { status: 'partly' })];
    expect(triangulate(codings).byTechnique).toEqual([
      {
        technique: 'P',
        codings: 2,
        persons: 2,
        participants: ['P1', 'P2'],
        statuses: ['in place', 'not stated'],
      },
      { technique: 'W', codings: 1, persons: 1, participants: ['W1'], statuses: ['partly'] },
    ]);
  });
});
