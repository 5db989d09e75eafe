import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessFromFileName } from '../../../../electron/import/file-names/file-name.ts';

describe('a file name', () => {
  it.each([
    ['A/W2_2021-02-03.docx', 'A', 'W', '2021-02-03', ['W2']],
    ['A_P1_2021-01-18.docx', 'A', 'P', '2021-01-18', ['P1']],
    ['Interview P3 20210118.txt', null, 'P', '2021-01-18', ['P3']],
    ['A/A_W1-W5_2021-02-03.docx', 'A', 'W', '2021-02-03', ['W1', 'W2', 'W3', 'W4', 'W5']],
    ['transcripts/B/B_W9-W10_2021-03-10.md', 'B', 'W', '2021-03-10', ['W9', 'W10']],
    ['A_S_2021-02-08.txt', 'A', 'S', '2021-02-08', []],
    ['C:\\Users\\Company C\\M1, M2 24.02.2021.docx', 'C', 'M', '2021-02-24', ['M1', 'M2']],
    ['Company B, workshop, 2021_02_10.docx', 'B', 'W', '2021-02-10', []],
    ['Acme/stand-up 2021-02-08.txt', 'Acme', 'S', '2021-02-08', []],
    ['Acme/Interviews/P-1 final v2.docx', 'Acme', 'P', null, ['P1']],
    ['A/P1 18-01-2021.txt', 'A', 'P', '2021-01-18', ['P1']],
    ['A/P1 03-02-2021.txt', 'A', 'P', null, ['P1']],
    ['Company A - Workshop 2 - 3 Feb 2021.docx', 'A', 'W', '2021-02-03', []],
    ['2021-02-03 Interview Acme P4 final v2.docx', 'Acme', 'P', '2021-02-03', ['P4']],
    ['P3_AcmeCorp_20210203_transcript.docx', 'AcmeCorp', 'P', '2021-02-03', ['P3']],
    ['interview_03.02.21.docx', null, 'P', '2021-02-03', []],
    ['Acme Corp/Interviews/P3.docx', 'Acme Corp', 'P', null, ['P3']],
    ['Acme Corp/Interviews/Anna P3 2021-02-03.docx', 'Acme Corp', 'P', '2021-02-03', ['P3']],
    ['my study/interviews/A/P1_2021-02-03.docx', 'A', 'P', '2021-02-03', ['P1']],
    ['my study/interviews/A/notes 2021-02-03.docx', 'A', 'P', '2021-02-03', []],
    ['A/مقابلة_P3_2021-02-03.txt', 'A', 'P', '2021-02-03', ['P3']],
    ['A/访谈_P3_2021-02-03.txt', 'A', 'P', '2021-02-03', ['P3']],
    ['Acme Corp_P1_2021-02-03.docx', 'Acme Corp', 'P', '2021-02-03', ['P1']],
    ['Acme_Oslo_P1.docx', 'Acme', 'P', null, ['P1']],
    ['Acme.P4.2021-02-03.docx', 'Acme', 'P', '2021-02-03', ['P4']],
    ['/home/anna/Documents/P3.docx', null, 'P', null, ['P3']],
    ['/Users/anna/Desktop/Acme/P3.docx', 'Acme', 'P', null, ['P3']],
    ['C:\\Users\\anna\\OneDrive\\Acme\\P3.docx', 'Acme', 'P', null, ['P3']],
    ['Kopie von A_P1_2021-01-18.docx', 'A', 'P', '2021-01-18', ['P1']],
    ['Copy of A_P1_2021-01-18 (1).docx', 'A', 'P', '2021-01-18', ['P1']],
    ['A_P1_2021-01-18 - Kopie (2).docx', 'A', 'P', '2021-01-18', ['P1']],
    ['A_P1_2021-01-18.m4a.vtt', 'A', 'P', '2021-01-18', ['P1']],
    ['GMT20210203-101500_Recording.vtt', null, null, '2021-02-03', []],
    ['2021-02-03 Acme/P1.docx', 'Acme', 'P', '2021-02-03', ['P1']],
    ['Firma Nord/Besprechung 3. März 2021.docx', 'Nord', 'M', '2021-03-03', []],
    ['Entretien P2 – 1er février 2021.docx', null, 'P', '2021-02-01', ['P2']],
    ['Entrevista P2 3 de diciembre de 2021.docx', null, 'P', '2021-12-03', ['P2']],
    ['A/P1 Feb 3, 2021.docx', 'A', 'P', '2021-02-03', ['P1']],
    ['A/P1 2021-Feb-03.docx', 'A', 'P', '2021-02-03', ['P1']],
    ['A/P1_03Feb2021.docx', 'A', 'P', '2021-02-03', ['P1']],
    ['A/P1_210203.docx', 'A', 'P', '2021-02-03', ['P1']],
    ['A/P1_210220.docx', 'A', 'P', null, ['P1']],
    ['A/P1 v1.2.10.docx', 'A', 'P', null, ['P1']],
    ['A/P1 Interview 2021.docx', 'A', 'P', null, ['P1']],
    ['Interviews/Transcript (P1, P2).docx', null, 'P', null, ['P1', 'P2']],
    ['A/P1 2021-13-40.txt', 'A', 'P', null, ['P1']],
    ['D/Ein sehr langer Name.txt', 'D', null, null, []],
    ['notes.txt', null, null, null, []],
    ['', null, null, null, []],
  ])(
    '%j suggests company %j, technique %j, date %j, participants %j',
    (path, company, technique, date, ids) => {
      expect(guessFromFileName(path)).toMatchObject({ company, technique, date, participants: ids });
    },
  );

  it.each([
    ['A/W2_2021-02-03.docx', 'A_W2_2021-02-03'],
    ['A_P1_2021-01-18.docx', 'A_P1_2021-01-18'],
    ['A/A_W1-W5_2021-02-03.docx', 'A_W1-W5_2021-02-03'],
    ['A_S_2021-02-08.txt', 'A_S_2021-02-08'],
    ['Company A - Workshop 2 - 3 Feb 2021.docx', 'A_W2_2021-02-03'],
    ['A/workshop-2.docx', 'A_W2'],
    ['A/Workshop2 (1).docx', 'A_W2'],
    ['A/Workshop (1).docx', 'A_W'],
    ['2021-02-03 Interview Acme P4 final v2.docx', 'Acme_P4_2021-02-03'],
    ['Interview P3 20210118.txt', 'P3_2021-01-18'],
    ['A/notes 2021-01-18.txt', null],
    ['P3.docx', null],
    ['notes.txt', null],
  ])('%j suggests the session %j', (path, session) => {
    expect(guessFromFileName(path).session).toBe(session);
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (path) => {
        expect(Array.isArray(guessFromFileName(path).participants)).toBe(true);
      }),
    );
  });
});
