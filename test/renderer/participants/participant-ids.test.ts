import { describe, expect, it } from 'vitest';
import { areIds, parseIds } from '../../../db/model/participant-ids.ts';
import type { Practitioner } from '../../../electron/ipc/contract/people.ts';
import {
  countTurns,
  findParticipantIds,
  listIdsOf,
  replaceIds,
} from '../../../renderer/participants/participant-ids.ts';

const engineer: Practitioner = {
  id: 1,
  companyId: 1,
  company: 'A',
  name: 'A-01',
  role: 'Senior Data Engineer',
  seniority: 'senior',
  participants: ['P1', 'W10', 'W2', 'S1'].map((label, index) => ({
    id: 10 + index,
    label,
    technique: label.slice(0, 1),
    techniqueId: index,
    practitionerId: 1,
    turns: 5,
  })),
  attributes: {},
};

describe('participant ids typed into a table', () => {
  it('are separated by commas, semicolons or blanks and written in capitals', () => {
    expect(parseIds('p1, w1; W-2 s3')).toEqual(['P1', 'W1', 'W2', 'S3']);
  });

  it('take the letter of their column when only the number is typed', () => {
    expect(parseIds('1, 4', 'W')).toEqual(['W1', 'W4']);
  });

  it('stand for all between them when they are a range', () => {
    expect(parseIds('W1-W5')).toEqual(['W1', 'W2', 'W3', 'W4', 'W5']);
    expect(parseIds('W1–3, S9')).toEqual(['W1', 'W2', 'W3', 'S9']);
  });

  it('are named once, and none come from an empty text', () => {
    expect(parseIds('P1, p1')).toEqual(['P1']);
    expect(parseIds('  ')).toEqual([]);
  });

  it('are told from other words', () => {
    expect(['P1', 'p1 W-2; S3', 'W1-W5', 'P1 and P2', 'P1/W1 & S1'].every(areIds)).toBe(true);
    expect(['', 'Anna', 'P1 Anna', '7', 'and'].some(areIds)).toBe(false);
  });

  it('that are no ids are kept as typed, so that the study can say what is wrong', () => {
    expect(parseIds('Anna')).toEqual(['Anna']);
  });

  it('replace those of their technique and leave the others', () => {
    expect(replaceIds(engineer, 'W', '2, 6')).toEqual(['P1', 'S1', 'W2', 'W6']);
    expect(replaceIds(engineer, 'W', '')).toEqual(['P1', 'S1']);
  });
});

describe('the ids of a practitioner', () => {
  it('are listed by technique in the order of their numbers', () => {
    expect(listIdsOf(engineer, 'W').map(({ label }) => label)).toEqual(['W2', 'W10']);
    expect(listIdsOf(engineer, 'M')).toEqual([]);
  });

  it('share the turns of one person', () => {
    expect(countTurns(engineer)).toBe(20);
  });
});

describe('participants present', () => {
  it('are found by their ids', () => {
    expect(findParticipantIds([engineer], 'p1 W2')).toEqual([10, 12]);
  });

  it('who are not in the study are named in the error', () => {
    expect(() => findParticipantIds([engineer], 'P1, W99')).toThrow('Nobody has the id “W99”');
  });
});
