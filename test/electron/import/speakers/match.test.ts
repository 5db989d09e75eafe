import { describe, expect, it } from 'vitest';
import type { SpeakerLabel } from '../../../../electron/import/parsed-transcript.ts';
import { type KnownParticipant, proposeSpeakers } from '../../../../electron/import/speakers/match.ts';
import { findSpellings } from '../../../../electron/import/speakers/spellings.ts';
import { isInterviewerWord } from '../../../../electron/import/speakers/words.ts';

const known: KnownParticipant[] = [
  { id: 1, participant: 'P1', practitioner: 'Anna Berg', role: 'Senior Data Engineer', company: 'A' },
  { id: 2, participant: 'W1', practitioner: 'Anna Berg', role: 'Senior Data Engineer', company: 'A' },
  { id: 3, participant: 'P2', practitioner: 'Chidi Okafor', role: 'Data Scientist', company: 'A' },
  { id: 4, participant: 'P3', practitioner: 'Mia Öberg', role: 'Data Scientist', company: 'A' },
  { id: 5, participant: 'W8', practitioner: 'Tomás Silva', role: 'Software Developer', company: 'A' },
  { id: 6, participant: 'W9', practitioner: 'Anna Lund', role: 'Expert Engineer', company: 'B' },
  { id: 7, participant: 'P1', practitioner: 'Ines Roy', role: 'Data Scientist', company: 'C' },
];

function toLabel(label: string, turns = 3): SpeakerLabel {
  const isInterviewer = isInterviewerWord(label);
  return { label, turns, words: 10, firstWords: 'Yes.', isDoubtful: false, isInterviewer };
}

function propose(label: string, company: string | null = 'A') {
  const [proposal] = proposeSpeakers([toLabel(label)], known, company);
  return [proposal?.participantId, proposal?.reason];
}

describe('the participant proposed for a speaker label', () => {
  it.each([['P1'], ['p1'], ['P-1'], ['P 1'], ['P1 (Anna)'], ['Anna (P1)']])('is P1 for %j', (label) => {
    expect(propose(label)).toEqual([1, 'exact id']);
  });

  it('is the one of the company first', () => {
    expect(propose('P1', 'C')).toEqual([7, 'exact id']);
  });

  it('is one of another company when the id says so', () => {
    expect(propose('W8', 'B')).toEqual([5, 'exact id']);
  });

  it.each([
    ['Anna Berg', 1],
    ['BERG, ANNA', 1],
    ['Chidi', 3],
    ['Mia Oberg', 4],
    ['Tomas Silva', 5],
  ])('is known by the name %j', (label, id) => {
    expect(propose(label)).toEqual([id, 'known name']);
  });

  it('has the id of the technique of the other labels', () => {
    const proposals = proposeSpeakers([toLabel('W8', 9), toLabel('Anna Berg')], known, 'A');
    expect(proposals[1]).toMatchObject({ participantId: 2, reason: 'known name' });
  });

  it('is known by a role that nobody else has, and by no shared one', () => {
    expect(propose('Software developer')).toEqual([5, 'role']);
    expect(propose('Data Scientist')).toEqual([null, 'new']);
  });

  it('is similar when a letter or two of the name differ', () => {
    expect(propose('Chidi Okafur')).toEqual([3, 'similar']);
    expect(propose('Pl')).toEqual([1, 'similar']);
  });

  it('is new rather than the neighbouring id', () => {
    expect(propose('P4')).toEqual([null, 'new']);
    expect(proposeSpeakers([toLabel('P4')], known, 'A')[0]).toMatchObject({
      isNew: true,
      isInterviewer: false,
    });
  });

  it.each([
    ['I'],
    ['Int.'],
    ['Interviewer'],
    ['INTERVIEWER 2'],
    ['Interviewer (Anna Berg)'],
    ['Q'],
    ['Researcher'],
    ['Moderatorin'],
    ['Enquêtrice'],
    ['Entrevistadora'],
    ['Intervjuare'],
    ['Интервьюер'],
    ['访谈者'],
    ['聞き手'],
    ['المحاور'],
  ])('is nobody but the interviewer for %j', (label) => {
    expect(propose(label)).toEqual([null, 'interviewer']);
  });
});

describe('two spellings of one speaker', () => {
  function listSpellings(...labels: [string, number][]) {
    return Object.fromEntries(findSpellings(labels.map(([label, turns]) => toLabel(label, turns))));
  }

  it.each([
    ['Ana Berg', 'Anna Berg'],
    ['Anna Brg', 'Anna Berg'],
    ['Anna', 'Anna Berg'],
    ['Berg', 'Anna Berg'],
    ['A. Berg', 'Anna Berg'],
    ['Berg, Anna', 'Anna Berg'],
    ['Anna Bérg.', 'Anna Berg'],
    ['Anna Berg (guest)', 'Anna Berg'],
    ['Intervewer', 'Interviewer'],
    ['Interviewer (Anna)', 'Interviewer'],
    ['Pl', 'P1'],
    ['P l', 'P1'],
    ['SPEAKER 0l', 'SPEAKER 0l.'],
  ])('%j is %j', (rare, usual) => {
    expect(listSpellings([rare, 1], [usual, 30])).toEqual({ [rare]: usual });
  });

  it.each([
    ['P1', 'P2'],
    ['P1', 'P11'],
    ['Speaker 1', 'Speaker 2'],
    ['Speaker A', 'Speaker B'],
    ['Interviewer', 'Interviewer 2'],
    ['Moderator', 'Moderatorin'],
    ['Jan', 'Jana'],
    ['Maria', 'Mario'],
    ['Anna Berg', 'Anna Lund'],
    ['A', 'Anna Berg'],
    ['I', 'P1'],
    ['张伟', '张娜'],
  ])('%j is not %j', (rare, usual) => {
    expect(listSpellings([rare, 1], [usual, 30])).toEqual({});
  });

  it('are two speakers when both speak often, or when the short name fits two', () => {
    expect(listSpellings(['Ana Berg', 12], ['Anna Berg', 30])).toEqual({});
    expect(listSpellings(['Anna', 1], ['Anna Berg', 30], ['Anna Lund', 30])).toEqual({});
  });

  it('lead to the label that comes most, never in a chain', () => {
    expect(listSpellings(['Anna', 2], ['Ana Berg', 1], ['Anna Berg', 30])).toEqual({
      Anna: 'Anna Berg',
      'Ana Berg': 'Anna Berg',
    });
  });

  it('are proposed after ids and names that the study knows', () => {
    const labels = [
      toLabel('Carla Roth', 20),
      toLabel('Karla Roth', 1),
      toLabel('Anna Brg', 1),
      toLabel('Anna Berg', 20),
    ];
    const proposals = proposeSpeakers(labels, known, 'A');
    expect(proposals.map(({ reason, sameAs, isNew }) => [reason, sameAs, isNew])).toEqual([
      ['new', null, true],
      ['spelling', 'Carla Roth', false],
      ['spelling', 'Anna Berg', false],
      ['known name', null, false],
    ]);
  });

  it('are looked for in little time among as many labels as a file can have', () => {
    const many = Array.from({ length: 50_000 }, (_, index) => toLabel(`Speaker ${index} Anna`, 1));
    const people = Array.from({ length: 500 }, (_, index) => ({
      id: index + 1,
      participant: `Q${index}`,
      practitioner: `Anna ${index}`,
      role: 'Tester',
      company: 'A',
    }));
    expect(proposeSpeakers(many, people, 'A')).toHaveLength(50_000);
    expect(findSpellings(many.slice(0, 500)).size).toBe(0);
  });
});
