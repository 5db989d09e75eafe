import { describe, expect, it } from 'vitest';
import type { Session } from '../../../electron/ipc/contract/people.ts';
import { parseMinutes, toSessionFields } from '../../../renderer/participants/session-fields.ts';

describe('a duration', () => {
  it.each([
    ['45', 45],
    ['45 min', 45],
    ['0:45', 45],
    ['1:30', 90],
    ['1 h 30', 90],
    ['2h', 120],
    ['', null],
  ])('typed as “%s” is %s minutes', (typed, minutes) => {
    expect(parseMinutes(typed)).toBe(minutes);
  });

  it.each(['long', '0', '-5', '1.5'])('typed as “%s” is refused with a sentence', (typed) => {
    expect(() => parseMinutes(typed)).toThrow(`“${typed}” is no duration`);
  });
});

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
      participantIds: [7],
    });
  });
});
