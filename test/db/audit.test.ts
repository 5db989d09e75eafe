import { describe, expect, it } from 'vitest';
import { listFindings } from '../../db/audit.ts';
import type { WriteHandle } from '../../db/sql.ts';
import { ensureCompany } from '../../db/tables/companies.ts';
import { savePlacement } from '../../db/tables/placements.ts';
import { saveRating } from '../../db/tables/ratings.ts';
import { addCoding, addPerson, addTranscript, makeOpenStudy } from '../support/study.ts';

/** Returns the descriptions of what each check finds; codes that are never used are left out. */
function audit(fill: (write: WriteHandle) => void): Record<string, string[]> {
  const study = makeOpenStudy();
  study.transact({ label: 'Fill' }, fill);
  const findings = listFindings(study.read).filter(({ check }) => check !== 'code-never-used');
  return Object.fromEntries(
    findings.map(({ check, items }) => [check, items.map(({ description }) => description)]),
  );
}

const rating = { companyId: 1, itemRef: '1.1', rationale: '', coderId: 1, excerptIds: [] } as const;
const placement = { companyId: 1, value: 1.5, rationale: 'So.', date: null, coderId: 1 };

describe('the audit of a study', () => {
  it('finds a participant of one company in a session of another, and where', () => {
    const study = makeOpenStudy();
    study.transact({ label: 'Fill' }, (write) => {
      addPerson(write, 'W8', 'Dev', ensureCompany(write, 'A'));
      addTranscript(write, {
        name: 'B_W',
        company: 'B',
        technique: 'W',
        lines: [
          ['W9', 'Yes.'],
          ['W8', 'We do not.'],
        ],
      });
    });
    const [finding] = listFindings(study.read);
    expect(finding).toMatchObject({
      check: 'speaker-of-other-company',
      severity: 'error',
      items: [{ participant: 'W8', company: 'B', transcript: 'B_W', start: 9, end: 24 }],
    });
  });

  it('finds what a practitioner without role and a transcript without coding lack', () => {
    const found = audit((write) => {
      addTranscript(write, { name: 'A_P', company: 'A', technique: 'P', lines: [['P1', 'Yes.']] });
      write.run("UPDATE practitioners SET role = ''");
    });
    expect(found).toEqual({
      'practitioner-never-quoted': ['P1 (P1)'],
      'transcript-never-coded': ['A_P'],
      'participant-without-role': ['P1 (P1)'],
    });
  });

  it('finds ratings that rest on too little, and contradictions that nobody weighed', () => {
    const fill = (rationale: string) => (write: WriteHandle) => {
      addTranscript(write, {
        name: 'A_P',
        company: 'A',
        technique: 'P',
        lines: [
          ['P1', 'Yes.'],
          ['P1', 'No.'],
        ],
      });
      addTranscript(write, { name: 'A_W', company: 'A', technique: 'W', lines: [['W2', 'So.']] });
      addCoding(write, { transcript: 'A_P', quote: 'Yes.', code: '1.1' });
      addCoding(write, { transcript: 'A_P', quote: 'No.', code: '1.1', status: 'not in place' });
      addCoding(write, { transcript: 'A_W', quote: 'So.', code: '1.2' });
      saveRating(write, { ...rating, value: 'L', rationale, excerptIds: [1, 2] });
      saveRating(write, { ...rating, itemRef: '1.2', value: 'P' });
    };
    expect(audit(fill(''))).toEqual({
      'contradiction-without-rationale': ['A · 1.1'],
      'rating-without-excerpt': ['A · 1.2: P'],
      'rating-on-one-person': ['A · 1.1: L'],
      'rating-on-one-technique': ['A · 1.1: L'],
    });
    expect(audit(fill('Weighed.'))['contradiction-without-rationale']).toBeUndefined();
  });

  it('finds placements that the ratings or a rationale do not bear', () => {
    const found = audit((write) => {
      ensureCompany(write, 'A');
      saveRating(write, { ...rating, value: 'N' });
      savePlacement(write, { ...placement, rationale: '' });
    });
    expect(found).toEqual({
      'placement-without-rationale': ['Company A'],
      'placement-outside-interval': ['Company A is placed at 1.5; the rule computes stage 0'],
    });
  });

  it('finds the company that was studied with fewer techniques, and altered quotes', () => {
    const found = audit((write) => {
      for (const [name, company, technique] of [
        ['A_P', 'A', 'P'],
        ['A_W', 'A', 'W'],
        ['B_P', 'B', 'P'],
      ] as const) {
        addTranscript(write, {
          name,
          company,
          technique,
          lines: [[`${technique}${name.charCodeAt(0)}`, 'Yes.']],
        });
        addCoding(write, { transcript: name, quote: 'Yes.', code: 'D1' });
      }
      write.run("UPDATE transcripts SET text = 'Anything else' WHERE name = 'B_P'");
    });
    expect(found).toEqual({ 'fewer-techniques': ['Company B: P'], 'altered-quote': ['“B_P” at 5–9'] });
  });

  it('finds every code unused in a new study, and nothing else', () => {
    const [finding, ...others] = listFindings(makeOpenStudy().read);
    expect(finding).toMatchObject({ check: 'code-never-used', severity: 'note' });
    expect(others).toEqual([]);
  });
});
