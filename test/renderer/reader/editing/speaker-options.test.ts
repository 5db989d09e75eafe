import { describe, expect, it } from 'vitest';
import type { Practitioner } from '../../../../electron/ipc/contract/people.ts';
import {
  fromSpeakerValue,
  listSpeakerGroups,
  toSpeakerValue,
} from '../../../../renderer/reader/editing/speaker-options.ts';

const person = (company: string, name: string, id: number, label: string): Practitioner => ({
  id,
  companyId: 1,
  company,
  name,
  role: '',
  seniority: '',
  participants: [{ id, label, techniqueId: 1, technique: 'P', practitionerId: id, turns: 1 }],
  attributes: {},
});
const practitioners = [person('B', 'Ben', 3, 'P3'), person('A', 'Ann', 1, 'P1'), person('A', 'Amy', 2, 'P2')];
const p1 = { label: 'P1', participantId: 1, isInterviewer: false };
const interviewer = { label: 'I', participantId: null, isInterviewer: true };

const list = (typed = '', speakers = [interviewer, p1, p1]) =>
  listSpeakerGroups(p1, { speakers, practitioners, company: 'A' }, typed).map(
    ({ group, items }) => `${group}: ${items.map(({ label }) => label).join(', ')}`,
  );

describe('whom a turn can be given to', () => {
  it('begins with who speaks in the transcript, each once, then the other people with the own company first', () => {
    expect(list()).toEqual([
      'In this transcript: I (interviewer), P1',
      'No participant: Nobody, called P1',
      'Company A: P2 – Amy',
      'Company B: P3 – Ben',
    ]);
  });

  it('offers an interviewer where none speaks yet', () => {
    expect(list('', [p1])[1]).toBe('No participant: Interviewer, Nobody, called P1');
  });

  it('ends with a new label in the words that were typed, unless somebody has that id', () => {
    expect(list(' Guest ').at(-1)).toBe('New label: Called “Guest”');
    expect(list('p2').at(-1)).toBe('Company B: P3 – Ben');
  });

  it('names a participant whom the text calls otherwise by both', () => {
    expect(list('', [{ label: 'Ann', participantId: 1, isInterviewer: false }])[0]).toBe(
      'In this transcript: Ann · P1',
    );
  });

  it('leads from a value back to the speaker', () => {
    for (const one of [p1, interviewer, { label: null, participantId: null, isInterviewer: false }]) {
      expect(fromSpeakerValue(toSpeakerValue(one))).toEqual(one);
    }
    expect(() => fromSpeakerValue('["P1"]')).toThrow('is no speaker');
  });
});
