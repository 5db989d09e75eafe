import { describe, expect, it } from 'vitest';
import {
  fromSessionText,
  linkSessions,
  listKnownLabels,
  listSessionLabels,
  toSessionText,
} from '../../../renderer/importing/session-field.ts';
import { makeDraft, makePreview, makeSession } from './previews.ts';

const sessions = [makeSession(4, 'Kick-off'), makeSession(5, 'Review', 'B', 'W')];
const ofA = { company: 'a', technique: 'P' };

describe('the session of a file', () => {
  it('is the one of the study that is called so, with its company, technique and date', () => {
    expect(fromSessionText('kick-OFF ', ofA, sessions)).toEqual({
      sessionId: 4,
      session: '',
      company: 'A',
      technique: 'P',
      date: '2021-03-04',
    });
  });

  it('is a new one when none is called so, or the one that is does not fit', () => {
    expect(fromSessionText('Second day', ofA, sessions)).toEqual({ sessionId: null, session: 'Second day' });
    expect(fromSessionText('Review', ofA, sessions)).toEqual({ sessionId: null, session: 'Review' });
    expect(fromSessionText('Review', { company: '', technique: '' }, sessions).sessionId).toBe(5);
  });

  it('is shown by its label', () => {
    expect(toSessionText({ sessionId: 5, session: '' }, sessions)).toBe('Review');
    expect(toSessionText({ sessionId: null, session: 'Second day' }, sessions)).toBe('Second day');
  });

  it('can be chosen among those of its company and technique, and the new ones of other files', () => {
    const { files } = makeDraft(
      makePreview('a.txt'),
      makePreview('b.txt', {}, { session: 'Second day' }),
      makePreview('c.txt', {}, { session: 'Elsewhere', company: 'B' }),
    );
    const [file] = files;
    expect(file && listSessionLabels(file, files, sessions)).toEqual(['Kick-off', 'Second day']);
    expect(listKnownLabels(files, sessions)).toEqual(['Kick-off', 'Review', 'Second day', 'Elsewhere']);
  });

  it('is the one of the study when a label that was proposed is called so, and fits', () => {
    const { files } = makeDraft(
      makePreview('a.txt', {}, { session: 'kick-off' }),
      makePreview('b.txt', {}, { session: 'Review' }),
    );
    expect(linkSessions(files, sessions).map(({ sessionId, session }) => [sessionId, session])).toEqual([
      [4, ''],
      [null, 'Review'],
    ]);
    const others = files.slice(1);
    expect(linkSessions(others, sessions)).toBe(others);
  });
});
