import { describe, expect, it } from 'vitest';
import { changeFiles, toImportFiles } from '../../../renderer/importing/import-draft.ts';
import {
  describeEffect,
  describeImport,
  fillReplaced,
  listUncompared,
  takeEffects,
} from '../../../renderer/importing/versions.ts';
import { makeDraft, makeEffect, makePreview } from './previews.ts';

const versionOf = { transcriptId: 7, name: 'A_P1', codings: 24 };
const corrected = makePreview('A_P1.docx', {}, { versionOf, company: 'Z', session: 'elsewhere' });
const replaced = {
  ...{ id: 7, name: 'A_P1', fileName: 'A_P1.docx', sessionId: 3, companyId: 1, company: 'A' },
  ...{ techniqueId: 1, technique: 'P', date: '2021-01-18', words: 900, turns: 40, codings: 24 },
};
const compared = (lost: number) =>
  takeEffects(makeDraft(corrected, makePreview('b.txt')), [{ preview: corrected, effect: makeEffect(lost) }]);

describe('a corrected file', () => {
  it('is compared once with the transcript that it may replace', () => {
    expect(listUncompared(makeDraft(corrected, makePreview('b.txt')))).toHaveLength(1);
    expect(listUncompared(compared(1))).toEqual([]);
  });

  it('replaces the transcript when nothing is lost, and keeps its company and session', () => {
    const files = fillReplaced(compared(0).files, [replaced]);
    expect(toImportFiles({ ...compared(0), files })[0]).toMatchObject({
      replaces: 7,
      company: 'A',
      technique: 'P',
      date: '2021-01-18',
      sessionId: 3,
      session: '',
    });
  });

  it('replaces nothing while that is open, nor as a separate transcript', () => {
    expect(toImportFiles(compared(1))[0]?.replaces).toBeNull();
    const separate = changeFiles(compared(0), new Set([corrected.path]), { version: 'separate' });
    expect(toImportFiles(separate)[0]).toMatchObject({ replaces: null, company: 'Z' });
  });

  it('is left as somebody decided before the comparison was there', () => {
    const separate = changeFiles(makeDraft(corrected), new Set([corrected.path]), { version: 'separate' });
    const [file] = takeEffects(separate, [{ preview: corrected, effect: makeEffect(0) }]).files;
    expect(file?.version).toBe('separate');
  });

  it('is not told of a comparison of what it was before it was read anew', () => {
    const [file] = takeEffects(makeDraft({ ...corrected }), [
      { preview: corrected, effect: makeEffect(0) },
    ]).files;
    expect(file?.effect).toBeNull();
  });
});

describe('the words for a new version', () => {
  it('say how many excerpts stay, change and go', () => {
    expect(describeEffect(makeEffect(0))).toBe('22 excerpts keep their words.');
    expect(describeEffect({ ...makeEffect(1), changed: makeEffect(2).lost })).toBe(
      '22 excerpts keep their words, 2 excerpts get the corrected words, 1 excerpt cannot be kept.',
    );
    expect(describeEffect({ ...makeEffect(0), kept: 0 })).toBe('Nothing of this transcript is coded yet.');
  });

  it('stand on the button, with what is lost', () => {
    expect(describeImport(makeDraft(makePreview('b.txt')).files)).toBe('Import 1 transcript');
    expect(describeImport(compared(0).files)).toBe('Import 1 transcript and 1 new version');
    const losing = changeFiles(compared(2), new Set([corrected.path]), { version: 'new version' });
    expect(describeImport(losing.files.slice(0, 1))).toBe('Import 1 new version, without 2 excerpts');
    expect(describeImport([])).toBe('Import 0 transcripts');
  });
});
