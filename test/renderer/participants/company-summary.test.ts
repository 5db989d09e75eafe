import { describe, expect, it } from 'vitest';
import type { Practitioner } from '../../../electron/ipc/contract/people.ts';
import { describePeople, summarisePeople } from '../../../renderer/participants/company-summary.ts';

function makePractitioner(id: number, labels: string[]): Practitioner {
  const participants = labels.map((label, index) => ({
    id: id * 10 + index,
    label,
    technique: label.slice(0, 1),
    techniqueId: 'PWMS'.indexOf(label.slice(0, 1)) + 1,
    practitionerId: id,
    turns: 0,
  }));
  return {
    id,
    companyId: 1,
    company: 'A',
    name: `A-0${id}`,
    role: '',
    seniority: '',
    participants,
    attributes: {},
  };
}

describe('the summary of a company', () => {
  it('counts people once, however many ids they have', () => {
    const people = [makePractitioner(1, ['P1', 'W1', 'S1']), makePractitioner(2, ['P2'])];
    expect(summarisePeople(people)).toEqual({ persons: 2, ids: 4, inSeveral: 1 });
    expect(describePeople(summarisePeople(people))).toBe(
      '2 practitioners, 4 participant ids; 1 has ids in several techniques and counts once',
    );
  });

  it('takes two ids in one technique for one technique', () => {
    expect(summarisePeople([makePractitioner(1, ['W1', 'W6'])]).inSeveral).toBe(0);
  });

  it('says when nobody is known', () => {
    expect(describePeople(summarisePeople([]))).toBe('nobody yet');
  });
});
