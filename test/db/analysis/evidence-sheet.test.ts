import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupEvidence, readEvidence, type SheetCoding } from '../../../db/analysis/evidence-sheet.ts';
import { evidenceTypes, statuses } from '../../../db/model/coding.ts';
import { ratingLevels } from '../../../db/model/rating.ts';

const says = (
  status: SheetCoding['status'],
  evidence: SheetCoding['evidence'] = 'affirmation',
  ...practitionerIds: number[]
): SheetCoding => ({ status, evidence, practitionerIds: practitionerIds.length > 0 ? practitionerIds : [1] });

const nobodySays = (status: SheetCoding['status'], evidence: SheetCoding['evidence']): SheetCoding => ({
  status,
  evidence,
  practitionerIds: [],
});

const allows = (...codings: SheetCoding[]) => readEvidence(codings).allows;

const codingArbitrary = fc.record({
  status: fc.constantFrom(...statuses),
  evidence: fc.constantFrom(...evidenceTypes),
  practitionerIds: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }),
});

describe('the reading of the evidence', () => {
  it('allows fully for an artefact with a confirmation and no weakness', () => {
    expect(allows(says('in place', 'artefact'), says('in place', 'affirmation', 2))).toBe('F');
    expect(allows(says('in place', 'artefact'), says('in place', 'indirect artefact'))).toBe('F');
  });

  it.each(['partly', 'planned', 'not in place'] as const)(
    'allows largely when somebody says %s',
    (status) => {
      expect(allows(says('in place', 'artefact'), says('in place'), says(status))).toBe('L');
    },
  );

  it('takes an artefact that is only partly in place as artefact and weakness at once', () => {
    expect(allows(says('partly', 'artefact'), says('in place'))).toBe('L');
  });

  it('allows at most partially for words alone, however many persons say them', () => {
    expect(allows(says('in place'), says('in place', 'affirmation', 2, 3))).toBe('P');
    expect(allows(says('in place', 'indirect artefact'), says('in place'))).toBe('P');
  });

  it('counts an artefact that nobody confirms no more than words', () => {
    expect(allows(says('in place', 'artefact'), says('in place', 'artefact', 2))).toBe('P');
  });

  it('is not fooled by an artefact of something that is not there', () => {
    expect(allows(says('not in place', 'artefact'), says('in place'))).toBe('P');
    expect(allows(says('planned', 'artefact'))).toBe('N');
  });

  it('allows nothing without a statement and then recalls that unknown is another answer', () => {
    expect(readEvidence([]).allows).toBe('N');
    expect(readEvidence([says('not stated')]).sentence).toContain('unknown');
    expect(readEvidence([says('not in place')]).sentence).not.toContain('unknown');
  });

  it('does not take a passage without a practitioner for a source', () => {
    expect(allows(nobodySays('in place', 'artefact'), says('in place'))).toBe('P');
  });

  it('never allows less when somebody adds that it is in place', () => {
    fc.assert(
      fc.property(fc.array(codingArbitrary), fc.constantFrom(...evidenceTypes), (codings, type) => {
        const before = ratingLevels.indexOf(allows(...codings));
        const after = ratingLevels.indexOf(allows(...codings, says('in place', type)));
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe('the groups of the evidence sheet', () => {
  it('keep every coding exactly once', () => {
    fc.assert(
      fc.property(fc.array(codingArbitrary), (codings) => {
        const sheet = groupEvidence(codings);
        const all = [
          ...sheet.artefacts,
          ...sheet.indirectArtefacts,
          ...sheet.affirmations,
          ...sheet.weaknesses.flatMap((group) => group.codings),
          ...sheet.notStated,
          ...sheet.unattributed,
        ];
        expect(all).toHaveLength(codings.length);
        expect(new Set(all)).toEqual(new Set(codings));
      }),
    );
  });

  it('part what is in place by what it rests on, and put weaknesses together by status', () => {
    const seen = says('in place', 'artefact');
    const trace = says('in place', 'indirect artefact');
    const said = says('in place');
    const half = says('partly', 'artefact');
    const missing = says('not in place');
    const open = says('not stated');
    const unsigned = nobodySays('in place', 'artefact');
    expect(groupEvidence([said, missing, seen, open, half, trace, unsigned])).toEqual({
      artefacts: [seen],
      indirectArtefacts: [trace],
      affirmations: [said],
      weaknesses: [
        { status: 'partly', codings: [half] },
        { status: 'not in place', codings: [missing] },
      ],
      notStated: [open],
      unattributed: [unsigned],
    });
  });
});
