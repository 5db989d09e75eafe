import { describe, expect, it } from 'vitest';
import type { SpeakerChoice } from '../../../electron/ipc/contract/imports.ts';
import {
  countNotices,
  findOtherCompany,
  indexCompanies,
  listSilentIds,
} from '../../../renderer/importing/notices.ts';
import { setSpeaker } from '../../../renderer/importing/speaker-choices.ts';
import { makeDraft, makePractitioner, makePreview, newcomer } from './previews.ts';

const companies = indexCompanies([
  makePractitioner(1, 'A-01', 'A', ['P1', 'W1']),
  makePractitioner(2, 'B-01', 'B', ['W9']),
]);
const ofB: SpeakerChoice = { kind: 'participant', participantId: 20 };
const noticesOf = (draft: ReturnType<typeof makeDraft>) =>
  draft.files.map((file) => countNotices(file, companies));

describe('a participant of another company', () => {
  it('is told, whatever the letters of the company are', () => {
    expect(findOtherCompany(ofB, companies, 'A')).toBe('B');
    expect(findOtherCompany({ kind: 'participant', participantId: 10 }, companies, 'a')).toBeUndefined();
    expect(findOtherCompany({ kind: 'interviewer' }, companies, 'A')).toBeUndefined();
    expect(findOtherCompany(ofB, companies, '')).toBeUndefined();
  });
});

describe('ids in the name of a file', () => {
  const [file] = makeDraft(
    makePreview('W4-W5.txt', { 'w-4': newcomer('W4', 'W4') }, { unknownIds: ['W4', 'W5'] }),
  ).files;

  it('are told when the study does not know them and nobody of the file is called so', () => {
    expect(file && listSilentIds(file, companies)).toEqual(['W5']);
  });

  it('are not told in a study that knows nobody yet', () => {
    expect(file && listSilentIds(file, new Map())).toEqual([]);
  });
});

describe('what should be looked at in a file', () => {
  it('is nothing where all is as expected', () => {
    expect(
      noticesOf(makeDraft(makePreview('a.txt', { P1: { kind: 'participant', participantId: 10 } }))),
    ).toEqual([0]);
  });

  it('is a participant of another company, a guessed character set, and ids nobody knows', () => {
    const file = makePreview('a.txt', { W9: ofB }, { isCharsetGuessed: true, unknownIds: ['W4'] });
    expect(noticesOf(makeDraft(file))).toEqual([3]);
  });

  it('is a doubtful label until somebody says what it is', () => {
    const file = makePreview('a.txt', { Result: { kind: 'nobody' } });
    const doubtful = { ...file, speakers: file.speakers.map((one) => ({ ...one, isDoubtful: true })) };
    const draft = makeDraft(doubtful);
    expect(noticesOf(draft)).toEqual([1]);
    expect(noticesOf(setSpeaker(draft, doubtful.path, 'Result', { kind: 'text' }))).toEqual([0]);
  });

  it('is an id that the study does not know, as long as the import would make somebody of it', () => {
    const file = makePreview('a.txt', { P9: newcomer('P9', 'P9') });
    const unknown = { ...file, speakers: file.speakers.map((one) => ({ ...one, isUnknownId: true })) };
    const draft = makeDraft(unknown);
    expect(noticesOf(draft)).toEqual([1]);
    expect(noticesOf(setSpeaker(draft, unknown.path, 'P9', { kind: 'interviewer' }))).toEqual([0]);
  });
});
