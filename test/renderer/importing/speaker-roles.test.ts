import { describe, expect, it } from 'vitest';
import { setSpeaker } from '../../../renderer/importing/speaker-choices.ts';
import { findRole, indexIds } from '../../../renderer/importing/speaker-roles.ts';
import { makeDraft, makePractitioner, makePreview, newcomer } from './previews.ts';

const ids = indexIds([makePractitioner(1, 'A-01', 'A', ['P1'])]);

describe('what a label is in the list of turns', () => {
  it('is told in words: who asks, who answers and with which id, who counts for nothing', () => {
    const draft = makeDraft(
      makePreview('a.txt', {
        I: { kind: 'interviewer' },
        Anna: { kind: 'participant', participantId: 10 },
        Bert: newcomer('Bert', 'P7'),
        Carl: newcomer('Carl'),
        Result: { kind: 'text' },
        Crowd: { kind: 'nobody' },
      }),
    );
    const [file] = setSpeaker(draft, '/interviews/a.txt', 'Carl', { kind: 'same', as: 'Anna' }).files;
    const roles = ['I', 'Anna', 'Bert', 'Carl', 'Result', 'Crowd'].map(
      (label) => file && findRole(file, label, ids),
    );
    expect(roles).toEqual([
      { kind: 'interviewer', words: 'interviewer' },
      { kind: 'participant', words: 'P1' },
      { kind: 'participant', words: 'P7' },
      { kind: 'participant', words: 'P1' },
      { kind: 'text', words: 'text, no speaker' },
      { kind: 'nobody', words: 'nobody' },
    ]);
  });
});
