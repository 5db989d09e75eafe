import { describe, expect, it } from 'vitest';
import { type KnownParticipant, proposeSpeakers } from '../../../electron/import/match-speakers.ts';
import type { SpeakerLabel } from '../../../electron/import/parsed-transcript.ts';
import { isInterviewerWord } from '../../../electron/import/speaker-words.ts';

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
