import { describe, expect, it } from 'vitest';
import type { Attribute, Practitioner } from '../../../electron/ipc/contract/people.ts';
import { toPeopleText } from '../../../renderer/participants/people-text.ts';

const techniques = [
  { letter: 'P', name: 'Interview' },
  { letter: 'W', name: 'Workshop' },
];
const attributes: Attribute[] = [{ id: 3, name: 'Years', kind: 'number', choices: [] }];

function makePerson(change: Partial<Practitioner>): Practitioner {
  const participants = ['W10', 'P1', 'W2'].map((label, id) => ({
    id,
    label,
    technique: label.slice(0, 1),
    techniqueId: 1,
    practitionerId: 1,
    turns: 0,
  }));
  const person = { id: 1, companyId: 1, company: 'A', name: 'Anna', role: 'Lead', seniority: '' };
  return { ...person, participants, attributes: { 3: '7' }, ...change };
}

describe('the practitioners on the clipboard', () => {
  it('are rows of cells under heads that the import of a table knows', () => {
    expect(toPeopleText([makePerson({})], techniques, attributes).split('\n')).toEqual([
      'Company\tName\tRole\tSeniority\tInterview ids\tWorkshop ids\tattribute: Years',
      'A\tAnna\tLead\t\tP1\tW2, W10\t7',
    ]);
  });

  it('keep tabs and line ends within their cells, and hold nothing a spreadsheet computes', () => {
    const [, row] = toPeopleText(
      [makePerson({ role: '=1+1', seniority: 'a\tb', participants: [], attributes: { 3: '-5' } })],
      techniques,
      attributes,
    ).split('\n');
    expect(row).toBe('A\tAnna\t\'=1+1\t"a\tb"\t\t\t-5');
  });
});
