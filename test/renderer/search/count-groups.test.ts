import { expect, it } from 'vitest';
import { groupCounts } from '../../../renderer/search/count-groups.ts';

const count = (kind: 'transcript' | 'memo', id: number, company: string | null, hits: number) => ({
  kind,
  id,
  title: `${kind} ${id}`,
  companyId: null,
  company,
  hits,
});

it('counts hits by company and text, each with its first hit in the list', () => {
  const groups = groupCounts([
    count('transcript', 1, 'A', 3),
    count('transcript', 2, 'A', 1),
    count('transcript', 3, 'B', 2),
    count('memo', 7, 'A', 1),
    count('memo', 7, 'A', 4),
  ]);
  expect(groups).toEqual([
    {
      title: 'Company A',
      hits: 4,
      firstHit: 0,
      texts: [
        { title: 'transcript 1', hits: 3, firstHit: 0 },
        { title: 'transcript 2', hits: 1, firstHit: 3 },
      ],
    },
    { title: 'Company B', hits: 2, firstHit: 4, texts: [{ title: 'transcript 3', hits: 2, firstHit: 4 }] },
    { title: 'Memos', hits: 5, firstHit: 6, texts: [{ title: 'memo 7', hits: 5, firstHit: 6 }] },
  ]);
});
