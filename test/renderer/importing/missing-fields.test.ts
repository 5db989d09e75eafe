import { describe, expect, it } from 'vitest';
import { noteReadingProblem, wishReading } from '../../../renderer/importing/file-reading.ts';
import { changeFiles } from '../../../renderer/importing/import-draft.ts';
import { describeMissing, listMissing } from '../../../renderer/importing/missing-fields.ts';
import { takeEffects } from '../../../renderer/importing/versions.ts';
import { makeDraft, makeEffect, makePractitioner, makePreview, makeSession, newcomer } from './previews.ts';

const study = {
  letters: ['P', 'W'],
  practitioners: [makePractitioner(1, 'A-01', 'A', ['P1', 'W1']), makePractitioner(2, 'B-01', 'B', ['W9'])],
  sessions: [makeSession(4, 'Kick-off', 'B', 'W')],
};
const fieldsOf = (...previews: Parameters<typeof makeDraft>) =>
  listMissing(makeDraft(...previews).files, study).map(({ field, message }) => [field, message]);

describe('what a file still needs', () => {
  it('is a date that is no day of the calendar, and names that are too long', () => {
    const wrong = [
      makePreview('a.txt', {}, { date: '2021-02-31' }),
      makePreview('b.txt', {}, { name: 'n'.repeat(201) }),
    ];
    expect(fieldsOf(...wrong)).toEqual([
      ['date', 'Write it as 2021-02-03, or leave it empty.'],
      ['name', 'A name has 200 characters at most.'],
    ]);
  });

  it('is nothing when company, technique and ids are there; a date may be missing', () => {
    expect(fieldsOf(makePreview('a.txt', { P5: newcomer('P5', 'P5') }, { date: null }))).toEqual([]);
  });

  it('is a name, a company and a technique of the study', () => {
    expect(
      fieldsOf(makePreview('a.txt', {}, { name: ' ', company: '', technique: 'X' })).map(([field]) => field),
    ).toEqual(['name', 'company', 'technique']);
  });

  it('is not asked of files that are not ticked', () => {
    const draft = makeDraft(makePreview('a.txt', {}, { company: '' }));
    const without = changeFiles(draft, new Set(['/interviews/a.txt']), { isIncluded: false });
    expect(listMissing(without.files, study)).toEqual([]);
    expect(describeMissing([], without.files)).toBe('Tick at least one file.');
  });

  it('is nothing when the study has all files already, and that is what is said', () => {
    const { files } = makeDraft(makePreview('a.txt', {}, { duplicateOf: 'A_P1' }));
    expect(describeMissing([], files)).toBe('All files on the list are in the study already.');
  });

  it('is an id for a new practitioner, once the technique is known', () => {
    expect(fieldsOf(makePreview('a.txt', { Anna: newcomer('Anna') }))).toEqual([
      ['speaker id:Anna', 'Give an id such as P1.'],
    ]);
    expect(fieldsOf(makePreview('a.txt', { Anna: newcomer('Anna') }, { technique: '' }))).toEqual([
      ['technique', 'Choose a technique.'],
    ]);
  });

  it('is another id when the id is somebody’s in the study already', () => {
    expect(fieldsOf(makePreview('a.txt', { Anna: newcomer('Anna', 'w 9') }))[0]?.[1]).toBe(
      'w 9 is B-01 of company B already: choose that participant.',
    );
  });

  it('is another id when two new practitioners have the same', () => {
    const fields = fieldsOf(
      makePreview('a.txt', { Anna: newcomer('Anna', 'P7') }),
      makePreview('b.txt', { Bert: newcomer('Bert', 'P7') }),
    );
    expect(fields.map(([field]) => field)).toEqual(['speaker id:Anna', 'speaker id:Bert']);
  });

  it('is nothing when the same new practitioner speaks in two files', () => {
    expect(
      fieldsOf(
        makePreview('a.txt', { Anna: newcomer('Anna', 'P7') }),
        makePreview('b.txt', { ANNA: newcomer('ANNA', 'P7') }),
      ),
    ).toEqual([]);
  });

  it('is another name when a new practitioner is called like somebody of another company', () => {
    expect(fieldsOf(makePreview('a.txt', { X: newcomer('B-01', 'P7') }))).toEqual([
      ['speaker name:X', 'B-01 is a practitioner of company B: give another name.'],
    ]);
    const twice = fieldsOf(
      makePreview('a.txt', { Anna: newcomer('Anna', 'P7') }),
      makePreview('b.txt', { Anna: newcomer('Anna', 'P8') }, { company: 'C' }),
    );
    expect(twice.map(([field]) => field)).toEqual(['speaker name:Anna', 'speaker name:Anna']);
  });

  it('is nothing when an id that is a label is heard in two companies: it is one person’s', () => {
    expect(
      fieldsOf(
        makePreview('a.txt', { W8: newcomer('W8', 'W8') }),
        makePreview('b.txt', { W8: newcomer('W8', 'W8') }, { company: 'B' }),
      ),
    ).toEqual([]);
  });

  it('may be another id of a practitioner the company has already', () => {
    expect(fieldsOf(makePreview('a.txt', { X: newcomer('A-01', 'P7') }))).toEqual([]);
  });
});

describe('a new session', () => {
  it('may be shared by files of one company and technique', () => {
    expect(
      fieldsOf(
        makePreview('a.txt', {}, { session: 'Day 1' }),
        makePreview('b.txt', {}, { session: 'day 1 ' }),
      ),
    ).toEqual([]);
  });

  it('needs another label when files of two companies have it, or the study has it elsewhere', () => {
    const clashing = fieldsOf(
      makePreview('a.txt', {}, { session: 'Day 1' }),
      makePreview('b.txt', {}, { session: 'Day 1', company: 'B' }),
      makePreview('c.txt', {}, { session: 'kick-off' }),
    );
    expect(clashing).toEqual([
      ['session', 'a.txt has this session with company A, technique P: give another label.'],
      ['session', 'Company B, technique W has a session of this label: give another one.'],
    ]);
  });
});

describe('a file that may be a new version', () => {
  const versionOf = { transcriptId: 7, name: 'A_P1', codings: 24 };
  const corrected = makePreview('A_P1.docx', {}, { versionOf, company: '' });
  const compared = (lost: number, preview = corrected) =>
    takeEffects(makeDraft(preview), [{ preview, effect: makeEffect(lost) }]);

  it('waits for the comparison, and is a new version when nothing is lost', () => {
    expect(fieldsOf(corrected)[0]).toEqual(['version', 'Is compared with “A_P1”.']);
    expect(listMissing(compared(0).files, study)).toEqual([]);
    expect(compared(0).files[0]?.version).toBe('new version');
  });

  it('needs a decision when excerpts would be lost', () => {
    const [first] = listMissing(compared(1).files, study);
    expect(first).toMatchObject({
      field: 'version',
      message: 'Decide: a new version of “A_P1”, or separate?',
    });
  });

  it('cannot be one of a transcript that another file replaces already', () => {
    const other = makePreview('A_P1 corrected.docx', {}, { versionOf });
    const both = takeEffects(makeDraft(corrected, other), [
      { preview: corrected, effect: makeEffect(0) },
      { preview: other, effect: makeEffect(0) },
    ]);
    expect(listMissing(both.files, study).map(({ fileName, message }) => [fileName, message])).toEqual([
      ['A_P1 corrected.docx', 'A_P1.docx is the new version of “A_P1” already: choose one of them.'],
    ]);
  });
});

describe('a file that is read in another way', () => {
  it('is waited for, and what went wrong is to be settled', () => {
    const wished = wishReading(makeDraft(makePreview('a.txt')), '/interviews/a.txt', { charset: 'latin1' });
    expect(listMissing(wished.files, study)[0]?.message).toBe('Is being read again.');
    const failed = noteReadingProblem(wished, '/interviews/a.txt', 'The pattern has “(” without “)”.');
    expect(listMissing(failed.files, study)[0]).toMatchObject({
      field: 'reading',
      message: 'The pattern has “(” without “)”.',
    });
  });
});

describe('the line beside the import button', () => {
  it('names the file and the sentence when one field is missing, else how many', () => {
    const { files: without } = makeDraft(makePreview('a.txt', {}, { company: '' }));
    expect(describeMissing(listMissing(without, study), without)).toBe(
      'a.txt: Choose a company or type a new one.',
    );
    const { files: bare } = makeDraft(makePreview('a.txt', {}, { company: '', technique: '' }));
    expect(describeMissing(listMissing(bare, study), bare)).toBe(
      '2 fields of a.txt need you. First: Choose a company or type a new one.',
    );
    expect(describeMissing([], bare)).toBe('');
  });
});
