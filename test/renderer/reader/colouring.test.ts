import { describe, expect, it } from 'vitest';
import type { Code } from '../../../electron/ipc/contract/codes.ts';
import { listInitials, makeColours } from '../../../renderer/reader/colouring.ts';

const code = (fields: Pick<Code, 'id' | 'kind' | 'groupIndex' | 'colour'>): Code => ({
  itemRef: null,
  parentId: null,
  group: null,
  name: 'n',
  definition: '',
  whenToUse: '',
  trail: [],
  excerpts: 0,
  codings: 0,
  transcripts: 0,
  persons: 0,
  ...fields,
});
const codes = new Map(
  [
    code({ id: 1, kind: 'activity', groupIndex: 9, colour: '#000000' }),
    code({ id: 2, kind: 'precondition', groupIndex: 12, colour: '#000000' }),
    code({ id: 3, kind: 'open', groupIndex: null, colour: '#123456' }),
  ].map((one) => [one.id, one]),
);
const coders = [
  { id: 7, name: 'AB' },
  { id: 8, name: 'Cora Dahl' },
];
const coding = { codeId: 1, status: 'planned', coderId: 8 } as const;

describe('makeColours', () => {
  it('colours by code: pipelines and stages have one of theirs, open codes their own', () => {
    const colours = makeColours('code', codes, coders);
    expect([1, 2, 3].map((codeId) => colours.highlightOf({ ...coding, codeId }))).toEqual([
      'casebench-pipeline-1',
      'casebench-stage-8',
      'casebench-open',
    ]);
    expect([1, 2, 3].map((codeId) => colours.colourOf({ ...coding, codeId }))).toEqual([
      'var(--pipeline-1)',
      'var(--stage-8)',
      '#123456',
    ]);
    expect(colours.highlightOf({ ...coding, codeId: 99 })).toBeUndefined();
    expect(colours.initialsOf(coding)).toBeUndefined();
  });

  it('colours by status', () => {
    const colours = makeColours('status', codes, coders);
    expect([colours.highlightOf(coding), colours.colourOf(coding)]).toEqual([
      'casebench-status-2',
      'var(--status-2)',
    ]);
  });

  it('colours by coder, in the order in which they joined, with their initials', () => {
    const colours = makeColours('coder', codes, coders);
    expect([colours.highlightOf(coding), colours.colourOf(coding), colours.initialsOf(coding)]).toEqual([
      'casebench-coder-1',
      'var(--coder-1)',
      'CD',
    ]);
  });
});

describe('listInitials', () => {
  it('tells everybody apart in two letters', () => {
    const names = ['Ann Berg', 'ab', 'Arne Bo', 'Émile', 'x'].map((name, id) => ({ id, name }));
    expect([...listInitials(names).values()]).toEqual(['AB', 'A2', 'A3', 'ÉM', 'X']);
  });
});
