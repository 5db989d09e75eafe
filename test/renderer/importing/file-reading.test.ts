import { describe, expect, it } from 'vitest';
import { noteReadingProblem, takeReadings, wishReading } from '../../../renderer/importing/file-reading.ts';
import { changeFiles, toReading } from '../../../renderer/importing/import-draft.ts';
import { setSpeaker } from '../../../renderer/importing/speaker-choices.ts';
import { takeEffects } from '../../../renderer/importing/versions.ts';
import { makeDraft, makeEffect, makePreview, newcomer } from './previews.ts';

const path = '/interviews/a.txt';
const paths = new Set([path]);
const pattern = (text: string) => ({ kind: 'pattern' as const, pattern: text });

describe('a file read in another way', () => {
  it('is shown as it was until it is read, and then as it is', () => {
    const wished = wishReading(makeDraft(makePreview('a.txt')), path, { charset: 'windows-1252' });
    expect(wished.files[0]).toMatchObject({ charset: 'windows-1252', rereading: 'running' });
    expect(wished.files[0]?.preview.words).toBe(900);
    const read = takeReadings(wished, [makePreview('a.txt', {}, { words: 7, charset: 'windows-1252' })], {});
    expect(read.files[0]).toMatchObject({
      charset: 'windows-1252',
      rereading: 'done',
      preview: { words: 7 },
    });
  });

  it('is asked for as it was wished', () => {
    const wished = wishReading(makeDraft(makePreview('a.txt')), path, { rule: pattern('(P\\d):') });
    expect(wished.files.map(toReading)).toEqual([{ path, charset: null, rule: pattern('(P\\d):') }]);
  });

  it('keeps what was decided and follows what was only proposed', () => {
    const draft = changeFiles(makeDraft(makePreview('a.txt', {}, { technique: '' })), paths, {
      company: 'C',
    });
    const read = takeReadings(draft, [makePreview('a.txt', {}, { technique: 'W', company: 'B' })], {});
    expect(read.files[0]).toMatchObject({ company: 'C', technique: 'W' });
  });

  it('keeps who a speaker is where the label is still one', () => {
    const draft = makeDraft(makePreview('a.txt', { Anna: newcomer('Anna'), Bert: newcomer('Bert') }));
    const said = setSpeaker(setSpeaker(draft, path, 'Anna', { kind: 'interviewer' }), path, 'Bert', {
      kind: 'same',
      as: 'Anna',
    });
    const without = takeReadings(
      said,
      [makePreview('a.txt', { Bert: newcomer('Bert'), Carl: newcomer('Carl') })],
      {},
    );
    expect(without.files[0]?.speakers).toEqual({ Bert: newcomer('Bert'), Carl: newcomer('Carl') });
    const withBoth = takeReadings(
      said,
      [makePreview('a.txt', { Bert: newcomer('Bert'), Anna: newcomer('Anna') })],
      {},
    );
    expect(withBoth.files[0]?.speakers).toEqual({
      Bert: { kind: 'same', as: 'Anna' },
      Anna: { kind: 'interviewer' },
    });
  });

  it('says what is wrong with it, and shows what was read last', () => {
    const failed = noteReadingProblem(makeDraft(makePreview('a.txt')), path, 'No such pattern.');
    expect(failed.files[0]).toMatchObject({
      rereading: { problem: 'No such pattern.' },
      preview: { words: 900 },
    });
  });

  it('waits for a pattern before it asks for one to be used', () => {
    const wished = wishReading(makeDraft(makePreview('a.txt')), path, { rule: pattern(' ') });
    expect(wished.files[0]?.rereading).toEqual({
      problem: 'Type a regular expression, or begin with an example.',
    });
  });

  it('is compared anew with the transcript it may replace, unless it was said to be separate', () => {
    const preview = makePreview('a.txt', {}, { versionOf: { transcriptId: 7, name: 'a', codings: 2 } });
    const chosen = takeEffects(makeDraft(preview), [{ preview, effect: makeEffect(0) }]);
    expect(takeReadings(chosen, [{ ...preview }], {}).files[0]).toMatchObject({
      version: 'open',
      effect: null,
    });
    const separate = changeFiles(chosen, paths, { version: 'separate' });
    expect(takeReadings(separate, [{ ...preview }], {}).files[0]).toMatchObject({ version: 'separate' });
  });
});
