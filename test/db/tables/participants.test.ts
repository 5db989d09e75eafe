import { describe, expect, it } from 'vitest';
import type { WriteHandle } from '../../../db/sql.ts';
import { ensureCompany } from '../../../db/tables/companies.ts';
import {
  countTurnsByParticipant,
  ensureParticipant,
  findParticipant,
  listParticipants,
  ParticipantError,
  setParticipants,
} from '../../../db/tables/participants.ts';
import { insertPractitioner } from '../../../db/tables/practitioners.ts';
import { insertTechnique } from '../../../db/tables/techniques.ts';
import { listTurns } from '../../../db/tables/turns.ts';
import { addTranscript, makeOpenStudy } from '../../support/study.ts';

/** A study in which Anna, 1, has the participant id P1, and Ben, 2, has none. */
function makeStudyOfTwo() {
  const study = makeOpenStudy();
  study.transact({ label: 'Prepare' }, (write) => {
    const companyId = ensureCompany(write, 'A');
    for (const name of ['Anna', 'Ben'])
      insertPractitioner(write, { companyId, name, role: '', seniority: '' });
    ensureParticipant(write, { label: 'P1', practitionerId: 1 });
  });
  return study;
}

const labelsOf = (study: ReturnType<typeof makeStudyOfTwo>) =>
  listParticipants(study.read).map(({ label, practitioner }) => `${label} ${practitioner}`);

describe('a participant id', () => {
  it('belongs to one person, upper and lower case alike', () => {
    const study = makeStudyOfTwo();
    for (const label of ['P1', 'p1']) {
      const give = (write: WriteHandle) => ensureParticipant(write, { label, practitionerId: 2 });
      expect(() => study.transact({ label: 'Give' }, give)).toThrow(ParticipantError);
      expect(() => study.transact({ label: 'Give' }, give)).toThrow(
        `The participant id “${label}” is Anna's already. Give this person another id.`,
      );
    }
    expect(labelsOf(study)).toEqual(['P1 Anna']);
  });

  it('given again to the same person stays one', () => {
    const study = makeStudyOfTwo();
    study.transact({ label: 'Give' }, (write) =>
      ensureParticipant(write, { label: 'p1', practitionerId: 1 }),
    );
    expect(labelsOf(study)).toEqual(['P1 Anna']);
  });

  it('tells the technique by its letters', () => {
    const study = makeStudyOfTwo();
    study.transact({ label: 'Give' }, (write) => {
      insertTechnique(write, { letter: 'fg', name: 'Focus group' });
      for (const label of ['S12', 'FG3']) ensureParticipant(write, { label, practitionerId: 1 });
    });
    expect(findParticipant(study.read, 's12')?.technique).toBe('S');
    expect(findParticipant(study.read, 'FG3')?.technique).toBe('FG');
  });

  it('with letters of no technique is refused with a sentence, unless the technique is named', () => {
    const study = makeStudyOfTwo();
    const give = (technique?: string) => () =>
      study.transact({ label: 'Give' }, (write) =>
        ensureParticipant(write, { label: 'X1', practitionerId: 1, ...(technique ? { technique } : {}) }),
      );
    expect(give()).toThrow('“X1” does not begin with the letter of a technique');
    give('workshop')();
    expect(findParticipant(study.read, 'X1')?.technique).toBe('W');
  });
});

describe('the participant ids of a person', () => {
  it('are made the ones given: new ones come, those left out go, those that stay keep their turns', () => {
    const study = makeStudyOfTwo();
    const transcriptId = study.transact({ label: 'Import' }, (write) => {
      ensureParticipant(write, { label: 'W1', practitionerId: 1 });
      const lines = [['P1', 'Yes.'] as const, ['W1', 'No.'] as const];
      return addTranscript(write, {
        name: 'T',
        company: 'A',
        technique: 'P',
        lines: lines.map(([a, b]) => [a, b]),
      });
    });
    study.transact({ label: 'Set' }, (write) => setParticipants(write, 1, ['p1', 'S1']));
    expect(labelsOf(study)).toEqual(['P1 Anna', 'S1 Anna']);
    expect(listTurns(study.read, transcriptId).map(({ participant }) => participant)).toEqual(['P1', null]);
    expect(countTurnsByParticipant(study.read)).toEqual(new Map([[1, 1]]));
  });

  it('stay as they are when one of the new ones is another person’s', () => {
    const study = makeStudyOfTwo();
    expect(() =>
      study.transact({ label: 'Set' }, (write) => setParticipants(write, 2, ['P2', 'P1'])),
    ).toThrow(ParticipantError);
    expect(labelsOf(study)).toEqual(['P1 Anna']);
  });
});
