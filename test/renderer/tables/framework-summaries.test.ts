import { describe, expect, it } from 'vitest';
import { indexFramework } from '../../../renderer/tables/framework-rows.ts';

const summaries = [
  { companyId: 1, codeId: 1, text: 'They do.', coderId: 1 },
  { companyId: 1, codeId: 2, text: 'They plan.', coderId: 2 },
  { companyId: 1, codeId: 3, text: 'Who knows.', coderId: null },
];

describe('summaries while coders are hidden', () => {
  it('are there, without their words, when their writer is hidden', () => {
    const index = indexFramework([], summaries, [1]);
    expect([1, 2, 3].map((codeId) => index.textOf(1, codeId))).toEqual(['They do.', '', 'Who knows.']);
    expect([1, 2, 3, 4].map((codeId) => index.isHidden(1, codeId))).toEqual([false, true, false, false]);
  });

  it('are all shown when nobody is hidden', () => {
    const index = indexFramework([], summaries, undefined);
    expect(index.textOf(1, 2)).toBe('They plan.');
    expect(index.isHidden(1, 2)).toBe(false);
  });
});
