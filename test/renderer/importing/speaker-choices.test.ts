import { describe, expect, it } from 'vitest';
import {
  countOtherChoices,
  listSpellings,
  setSpeaker,
  setSpeakerEverywhere,
} from '../../../renderer/importing/speaker-choices.ts';
import { makeDraft, makePreview, newcomer } from './previews.ts';

const pathOf = (name: string) => `/interviews/${name}`;
const same = (as: string) => ({ kind: 'same' as const, as });

describe('a speaker label in several files', () => {
  const draft = makeDraft(
    makePreview('a.txt', { MJ: newcomer('MJ') }),
    makePreview('b.txt', { mj: newcomer('mj') }),
  );

  it('can be said of once for all, however it is spelled', () => {
    const one = setSpeaker(draft, pathOf('a.txt'), 'MJ', { kind: 'interviewer' });
    expect(countOtherChoices(one, pathOf('a.txt'), 'MJ')).toBe(1);
    const all = setSpeakerEverywhere(one, 'MJ', { kind: 'interviewer' });
    expect(all.files.map(({ speakers }) => Object.values(speakers)[0]?.kind)).toEqual([
      'interviewer',
      'interviewer',
    ]);
    expect(countOtherChoices(all, pathOf('a.txt'), 'MJ')).toBe(0);
  });

  it('stays as it is in other files until that is asked for', () => {
    const one = setSpeaker(draft, pathOf('a.txt'), 'MJ', { kind: 'nobody' });
    expect(one.files[1]?.speakers.mj?.kind).toBe('new');
  });
});

describe('two spellings of a speaker', () => {
  const path = pathOf('a.txt');
  const draft = makeDraft(
    makePreview('a.txt', {
      Mary: newcomer('Mary'),
      'Mary B': newcomer('Mary B'),
      MB: newcomer('MB'),
      I: { kind: 'interviewer' },
    }),
  );
  const speakersOf = (changed: typeof draft) => changed.files[0]?.speakers ?? {};

  it('become one when the one is said to be the other', () => {
    const merged = speakersOf(setSpeaker(draft, path, 'MB', same('Mary')));
    expect(merged.MB).toEqual(same('Mary'));
    expect(listSpellings(merged, 'MB')).toEqual(['Mary', 'MB']);
  });

  it('never form a chain: a third spelling goes to the speaker herself', () => {
    const two = setSpeaker(draft, path, 'MB', same('Mary B'));
    expect(speakersOf(setSpeaker(two, path, 'Mary B', same('Mary')))).toMatchObject({
      Mary: newcomer('Mary'),
      'Mary B': same('Mary'),
      MB: same('Mary'),
    });
    expect(speakersOf(setSpeaker(two, path, 'Mary', same('MB'))).Mary).toEqual(same('Mary B'));
  });

  it('change places without losing who the speaker is', () => {
    const named = setSpeaker(draft, path, 'Mary', newcomer('A-01', 'P1', 'Engineer'));
    const merged = setSpeaker(named, path, 'MB', same('Mary'));
    const changed = speakersOf(setSpeaker(merged, path, 'Mary', same('MB')));
    expect(changed).toMatchObject({ Mary: same('MB'), MB: newcomer('A-01', 'P1', 'Engineer') });
  });

  it('part again when one of them becomes somebody else', () => {
    const merged = setSpeaker(draft, path, 'MB', same('Mary'));
    expect(listSpellings(speakersOf(setSpeaker(merged, path, 'MB', { kind: 'nobody' })), 'Mary')).toEqual([
      'Mary',
    ]);
  });

  it('are merged in the other files that have both, as they are spelled there', () => {
    const several = makeDraft(
      makePreview('a.txt', { Mary: newcomer('Mary'), MB: newcomer('MB') }),
      makePreview('b.txt', { MARY: newcomer('Mary'), mb: newcomer('mb') }),
      makePreview('c.txt', { MB: newcomer('MB') }),
    );
    const merged = setSpeaker(several, path, 'MB', same('Mary'));
    expect(countOtherChoices(merged, path, 'MB')).toBe(1);
    const all = setSpeakerEverywhere(merged, 'MB', same('Mary'));
    expect(all.files.map(({ speakers }) => speakers.MB ?? speakers.mb)).toEqual([
      same('Mary'),
      same('MARY'),
      newcomer('MB'),
    ]);
  });
});
