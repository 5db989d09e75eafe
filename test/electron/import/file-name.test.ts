import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessFromFileName } from '../../../electron/import/file-name.ts';

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
    ['A/P1 2021-13-40.txt', 'A', 'P', null, ['P1']],
    ['notes.txt', null, null, null, []],
    ['', null, null, null, []],
  ])(
    '%j suggests company %j, technique %j, date %j, participants %j',
    (path, company, technique, date, ids) => {
      expect(guessFromFileName(path)).toEqual({ company, technique, date, participants: ids });
    },
  );

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (path) => {
        expect(Array.isArray(guessFromFileName(path).participants)).toBe(true);
      }),
    );
  });
});
