import { describe, expect, it } from 'vitest';
import { changeFiles } from '../../../renderer/importing/import-draft.ts';
import {
  changeNewSpeaker,
  countSharingFiles,
  fillIds,
  findFirstOtherFile,
  listNames,
  listNewSpeakers,
  listOtherIds,
} from '../../../renderer/importing/new-practitioners.ts';
import { makeDraft, makePractitioner, makePreview, newcomer } from './previews.ts';

const letters = ['P', 'W', 'M', 'S'];
const idsOf = (files: ReturnType<typeof fillIds>) =>
  files.map(({ speakers }) =>
    Object.values(speakers).map((choice) => (choice.kind === 'new' ? choice.participant : choice.kind)),
  );

describe('ids proposed for new practitioners', () => {
  it('are the next free numbers of the technique', () => {
    const { files } = makeDraft(makePreview('a.txt', { Anna: newcomer('Anna'), Bert: newcomer('Bert') }));
    expect(idsOf(fillIds(files, ['P1', 'p 3'], letters))).toEqual([['P2', 'P4']]);
  });

  it('are the label itself where it is an id', () => {
    const { files } = makeDraft(makePreview('a.txt', { 'P 7': newcomer('P 7'), 'w-2': newcomer('w-2') }));
    expect(idsOf(fillIds(files, [], letters))).toEqual([['P7', 'W2']]);
  });

  it('are the one that the name of the file tells, where one speaker needs one and nobody has it', () => {
    const ofName = { unknownIds: ['P15'] };
    const { files } = makeDraft(
      makePreview('P15.txt', { Anna: newcomer('Anna') }, ofName),
      makePreview('P15 again.txt', { Bert: newcomer('Bert') }, ofName),
      makePreview('W15.txt', { Carl: newcomer('Carl') }, { ...ofName, technique: 'W' }),
      makePreview('P16.txt', { Dora: newcomer('Dora'), Emil: newcomer('Emil') }, { unknownIds: ['P16'] }),
    );
    expect(idsOf(fillIds(files, [], letters))).toEqual([['P15'], ['P1'], ['W1'], ['P2', 'P3']]);
  });

  it('are one for one person in one technique, however many files she speaks in', () => {
    const { files } = makeDraft(
      makePreview('a.txt', { Anna: newcomer('Anna') }),
      makePreview('b.txt', { ANNA: newcomer('ANNA') }),
    );
    expect(idsOf(fillIds(files, [], letters))).toEqual([['P1'], ['P1']]);
  });

  it('differ between techniques and between companies', () => {
    const { files } = makeDraft(
      makePreview('a.txt', { Anna: newcomer('Anna') }),
      makePreview('b.txt', { Anna: newcomer('Anna') }, { technique: 'W' }),
      makePreview('c.txt', { Anna: newcomer('Anna') }, { company: 'B' }),
    );
    expect(idsOf(fillIds(files, [], letters))).toEqual([['P1'], ['W1'], ['P2']]);
  });

  it('do not take what was typed, and leave it', () => {
    const { files } = makeDraft(
      makePreview('a.txt', { Anna: newcomer('Anna'), Bert: newcomer('Bert', 'P1') }),
    );
    expect(idsOf(fillIds(files, [], letters))).toEqual([['P2', 'P1']]);
  });

  it('wait for the technique, and follow it when it changes', () => {
    const draft = makeDraft(makePreview('a.txt', { Anna: newcomer('Anna') }, { technique: '' }));
    expect(idsOf(fillIds(draft.files, [], letters))).toEqual([['']]);
    const inWorkshop = changeFiles(draft, new Set(['/interviews/a.txt']), { technique: 'W' });
    expect(idsOf(fillIds(inWorkshop.files, [], letters))).toEqual([['W1']]);
  });

  it('leave a file the very same as before when nothing about it changed', () => {
    const draft = makeDraft(
      makePreview('a.txt', { Anna: newcomer('Anna') }),
      makePreview('b.txt', { Bert: newcomer('Bert') }),
    );
    const [first, second] = fillIds(draft.files, [], letters);
    const renamed = changeFiles(draft, new Set(['/interviews/a.txt']), { name: 'other' });
    const [changed, same] = fillIds(renamed.files, [], letters);
    expect(changed).not.toBe(first);
    expect(same).toBe(second);
    const [, moved] = fillIds(renamed.files, ['P2'], letters);
    expect(moved?.speakers.Bert).toEqual(newcomer('Bert', 'P3'));
  });

  it('are not given in files that are not ticked', () => {
    const { files } = makeDraft(makePreview('a.txt', { Anna: newcomer('Anna') }, { duplicateOf: 'a' }));
    expect(idsOf(fillIds(files, [], letters))).toEqual([['']]);
  });
});

describe('the same new speaker in several files', () => {
  const draft = makeDraft(
    makePreview('a.txt', { Anna: newcomer('Anna') }),
    makePreview('b.txt', { anna: newcomer('anna') }, { technique: 'W' }),
    makePreview('c.txt', { Anna: newcomer('Anna') }, { company: 'B' }),
    makePreview('d.txt', { Anna: { kind: 'interviewer' } }),
  );
  const from = { path: '/interviews/a.txt', label: 'Anna' };

  it('is one practitioner: name and role change in all files of the company', () => {
    const changed = changeNewSpeaker(draft, from, { name: 'A-01', role: 'Engineer' });
    expect(changed.files.map(({ speakers }) => Object.values(speakers)[0])).toEqual([
      newcomer('A-01', '', 'Engineer'),
      newcomer('A-01', '', 'Engineer'),
      newcomer('Anna'),
      { kind: 'interviewer' },
    ]);
    const speakers = listNewSpeakers(changed.files);
    expect(speakers.map((one) => countSharingFiles(speakers, one))).toEqual([1, 1, 0]);
  });

  it('with an id for a label is one person in every company, made by the first file', () => {
    const across = makeDraft(
      makePreview('a.txt', { W8: newcomer('W8', 'W8') }),
      makePreview('b.txt', { W8: newcomer('W8', 'W8') }, { company: 'B' }),
    );
    const { files } = changeNewSpeaker(across, { path: '/interviews/b.txt', label: 'W8' }, { name: 'A-08' });
    expect(files.map(({ speakers }) => speakers.W8)).toEqual([
      newcomer('A-08', 'W8'),
      newcomer('A-08', 'W8'),
    ]);
    const speakers = listNewSpeakers(files);
    const firsts = speakers.map((one) => findFirstOtherFile(speakers, one)?.preview.fileName);
    expect(firsts).toEqual([undefined, 'a.txt']);
  });

  it('has an id for each technique', () => {
    const changed = changeNewSpeaker(draft, from, { participant: 'P9' });
    expect(idsOf([...changed.files])).toEqual([['P9'], [''], [''], ['interviewer']]);
  });
});

describe('a new practitioner with the name of another', () => {
  const { files } = makeDraft(
    makePreview('a.txt', { P7: newcomer('A-01', 'P7'), P8: newcomer('P8', 'P8') }),
    makePreview('b.txt', { W7: newcomer('a-01', 'W7') }, { technique: 'W' }),
  );
  const speakers = listNewSpeakers(files);
  const known = [makePractitioner(1, 'A-01', 'A', ['S1']), makePractitioner(2, 'B-01', 'B', ['W9'])];

  it('is the same person, with all the ids', () => {
    expect(speakers.map((one) => listOtherIds(speakers, known, one))).toEqual([
      ['S1', 'W7'],
      [],
      ['S1', 'P7'],
    ]);
  });

  it('can be named by choosing among the names of the company', () => {
    expect(speakers.map((one) => listNames(speakers, known, one))[0]).toEqual(['A-01', 'P8', 'a-01']);
  });
});
