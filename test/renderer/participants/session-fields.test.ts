import { describe, expect, it } from 'vitest';
import type { Session } from '../../../electron/ipc/contract/people.ts';
import { toSessionFields } from '../../../renderer/participants/session-fields.ts';

describe('a session that is changed', () => {
  it('keeps all that was not changed', () => {
    const session: Session = {
      id: 3,
      label: 'A_W1',
      companyId: 1,
      company: 'A',
      techniqueId: 2,
      technique: 'W',
      date: '2021-02-03',
      durationMinutes: 45,
      interviewer: 'MJ',
      language: 'en',
      place: 'Lund',
      asked: ['D1'],
      participants: [{ id: 7, label: 'W1' }],
      transcripts: [{ id: 9, name: 'A_W1' }],
    };
    expect(toSessionFields(session, { language: 'sv' })).toEqual({
      id: 3,
      label: 'A_W1',
      companyId: 1,
      techniqueId: 2,
      date: '2021-02-03',
      durationMinutes: 45,
      interviewer: 'MJ',
      language: 'sv',
      place: 'Lund',
      asked: ['D1'],
      participantIds: [7],
    });
  });
});
