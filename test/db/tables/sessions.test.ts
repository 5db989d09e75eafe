import { describe, expect, it } from 'vitest';
import { findParticipant } from '../../../db/tables/participants.ts';
import {
  getSession,
  insertSession,
  listPresentIn,
  setPresence,
  updateSession,
} from '../../../db/tables/sessions.ts';
import { addTranscript, countRows, makeOpenStudy } from '../../support/study.ts';

function makeStudy() {
  const study = makeOpenStudy();
  study.transact({ label: 'Make' }, (write) => {
    addTranscript(write, {
      name: 'T',
      company: 'A',
      technique: 'P',
      lines: [
        ['P1', 'Yes.'],
        ['P2', 'No.'],
      ],
    });
  });
  return study;
}

const fields = {
  label: 'Talk',
  companyId: 1,
  techniqueId: 1,
  date: null,
  durationMinutes: null,
  interviewer: '',
  language: '',
};

describe('a session', () => {
  it('has a place, which is unknown unless it is given', () => {
    const study = makeStudy();
    const id = study.transact({ label: 'Add' }, (write) => insertSession(write, fields));
    expect(getSession(study.read, id).place).toBe('');
    study.transact({ label: 'Change' }, (write) => updateSession(write, id, { ...fields, place: 'Lund' }));
    expect(getSession(study.read, id).place).toBe('Lund');
    study.undo();
    expect(getSession(study.read, id).place).toBe('');
  });

  it('is held with those who are set last, and only the difference is written', () => {
    const study = makeStudy();
    const [first = 0, second = 0] = ['P1', 'P2'].map((label) => findParticipant(study.read, label)?.id ?? 0);
    study.transact({ label: 'Present' }, (write) => setPresence(write, 1, [first, first]));
    const before = countRows(study.read, 'changes');
    study.transact({ label: 'The same' }, (write) => setPresence(write, 1, [first]));
    expect(countRows(study.read, 'changes')).toBe(before);
    study.transact({ label: 'Others' }, (write) => setPresence(write, 1, [second]));
    expect(listPresentIn(study.read, 1)).toEqual([{ id: second, label: 'P2' }]);
  });
});
