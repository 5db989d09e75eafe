import { describe, expect, it } from 'vitest';
import { toCodebookText } from '../../../renderer/codes/code-book.ts';
import { makeCode } from '../../support/codes.ts';

describe('the codebook as a table', () => {
  it('has each code before what stands beneath it, and keeps cells whole', () => {
    const codes = [
      makeCode({
        id: 1,
        kind: 'activity',
        itemRef: 'D1',
        name: 'Collect',
        trail: ['Data pipeline'],
        excerpts: 3,
      }),
      makeCode({ id: 2, kind: 'open', name: '=culture', definition: 'One line\nand another' }),
      makeCode({ id: 3, kind: 'open', name: 'sensors', parentId: 1, trail: ['Data pipeline', 'D1 Collect'] }),
    ];
    const entries = [{ id: 3, whenNotToUse: 'Logs', anchorExample: '"We measure"' }];
    const [heads, ...rows] = toCodebookText(codes, entries).split('\n');
    expect(heads?.split('\t')).toHaveLength(9);
    expect(rows).toEqual([
      'D1 Collect\tData pipeline\t\t\t\t\t3\t0\t0',
      'sensors\tData pipeline › D1 Collect\t\t\tLogs\t"""We measure"""\t0\t0\t0',
      `'=culture\tOpen codes\t"One line`,
      'and another"\t\t\t\t0\t0\t0',
    ]);
  });
});
