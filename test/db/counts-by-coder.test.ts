import { beforeAll, describe, expect, it } from 'vitest';
import { listPersonsByCode } from '../../db/persons.ts';
import type { Study } from '../../db/study.ts';
import { findCoder } from '../../db/tables/coders.ts';
import { findItemCode, listCodeUsage } from '../../db/tables/codes.ts';
import { listTranscripts } from '../../db/tables/transcripts.ts';
import { addCoding, addTranscript, makeOpenStudy } from '../support/study.ts';

describe('what is counted of some coders', () => {
  let study: Study;
  let codeId: number;
  const coderIds = (...names: string[]) => names.map((name) => findCoder(study.read, name)?.id ?? 0);

  beforeAll(() => {
    study = makeOpenStudy();
    study.transact({ label: 'Two coders' }, (write) => {
      const lines = [
        ['P1', 'We version data.'],
        ['P2', 'Nobody looks at it.'],
      ] as const;
      addTranscript(write, {
        name: 'A_P1',
        company: 'A',
        technique: 'P',
        lines: lines.map(([a, b]) => [a, b]),
      });
      addCoding(write, { transcript: 'A_P1', quote: 'We version data', code: 'D5', coder: 'AB' });
      addCoding(write, { transcript: 'A_P1', quote: 'Nobody looks', code: 'D5', coder: 'CD' });
      codeId = findItemCode(write, 'D5')?.id ?? 0;
    });
  });

  it('are their codings, the transcripts and persons of these, and nothing when nobody is named', () => {
    const usageOf = (ids?: number[]) =>
      listCodeUsage(study.read, ids).find((row) => row.codeId === codeId)?.codings;
    expect([usageOf(), usageOf(coderIds('AB', 'CD')), usageOf(coderIds('CD')), usageOf([])]).toEqual([
      2,
      2,
      1,
      undefined,
    ]);
    expect(listPersonsByCode(study.read).get(codeId)).toBe(2);
    expect(listPersonsByCode(study.read, coderIds('AB')).get(codeId)).toBe(1);
    expect(listPersonsByCode(study.read, []).get(codeId)).toBeUndefined();
    const codingsOf = (ids?: number[]) => listTranscripts(study.read, ids).map(({ codings }) => codings);
    expect([codingsOf(), codingsOf(coderIds('AB')), codingsOf([])]).toEqual([[2], [1], [0]]);
  });
});
