import { describe, expect, it } from 'vitest';
import { buildStats } from '../../../electron/export/stats.ts';
import { addCoding, addTranscript, makeOpenStudy } from '../../support/study.ts';

describe('what a study holds', () => {
  it('is told transcript by transcript, with turns by participant id or label', () => {
    const study = makeOpenStudy();
    study.transact({ label: 'Fill' }, (write) => {
      const lines = [
        ['I', 'Why so?'],
        ['P1', 'We do.'],
        ['P1', 'Yes.'],
        [null, 'Noise.'],
      ] as const;
      addTranscript(write, {
        name: 'T',
        company: 'A',
        technique: 'P',
        lines: lines.map(([who, what]) => [who, what]),
      });
      addCoding(write, { transcript: 'T', quote: 'We do.', code: 'D1' });
      addCoding(write, { transcript: 'T', quote: 'We do.', code: 'D1', coder: 'CD' });
    });
    expect(buildStats(study.read)).toEqual({
      transcripts: [
        {
          name: 'T',
          company: 'A',
          technique: 'P',
          date: '2021-02-03',
          words: 9,
          turns: 4,
          speakers: { I: 1, P1: 2 },
          codings: 2,
        },
      ],
      codings: 2,
      coders: 2,
      practitioners: 1,
    });
  });

  it('is nothing in a new study', () => {
    expect(buildStats(makeOpenStudy().read)).toEqual({
      transcripts: [],
      codings: 0,
      coders: 1,
      practitioners: 0,
    });
  });
});
