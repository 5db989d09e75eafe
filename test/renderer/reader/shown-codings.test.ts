import { describe, expect, it } from 'vitest';
import type { Coding } from '../../../electron/ipc/contract/transcripts.ts';
import { ofCoders, pickCodings } from '../../../renderer/reader/shown-codings.ts';

const coding = (id: number, codeId: number, coderId: number): Coding => ({
  id,
  codeId,
  coderId,
  excerptId: id,
  transcriptId: 1,
  start: 0,
  end: 1,
  quote: 'q',
  status: 'in place',
  evidence: 'affirmation',
  comment: '',
  createdAt: '',
});
const codings = [coding(1, 10, 1), coding(2, 11, 2), coding(3, 12, 2), coding(4, 20, 1)];
/** 12 is filed beneath 11, which is beneath 10. */
const codes = [
  { id: 12, parentId: 11 },
  { id: 11, parentId: 10 },
  { id: 10, parentId: null },
  { id: 20, parentId: null },
];
const given = { coderId: 1, codeAtHand: 11, selectedId: null, codes };
const ids = (some: readonly Coding[]) => some.map(({ id }) => id);

describe('pickCodings', () => {
  it('shows all, the very same list', () => {
    expect(pickCodings(codings, { kind: 'all' }, given)).toBe(codings);
  });

  it('shows the coder’s own', () => {
    expect(ids(pickCodings(codings, { kind: 'mine' }, given))).toEqual([1, 4]);
  });

  it('shows the code at hand with what is filed beneath it, and nothing while there is none', () => {
    expect(ids(pickCodings(codings, { kind: 'at hand' }, given))).toEqual([2, 3]);
    expect(ids(pickCodings(codings, { kind: 'at hand' }, { ...given, codeAtHand: null }))).toEqual([]);
  });

  it('shows chosen codes, and always the selected coding', () => {
    const showing = { kind: 'codes', codeIds: [20] } as const;
    expect(ids(pickCodings(codings, showing, given))).toEqual([4]);
    expect(ids(pickCodings(codings, showing, { ...given, selectedId: 2 }))).toEqual([2, 4]);
  });
});

describe('ofCoders', () => {
  it('keeps the work of those who are shown; nobody shown is nothing', () => {
    expect(ofCoders(codings, undefined)).toBe(codings);
    expect(ids(ofCoders(codings, [2]))).toEqual([2, 3]);
    expect(ofCoders(codings, [])).toEqual([]);
  });
});
