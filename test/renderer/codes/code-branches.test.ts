import { describe, expect, it } from 'vitest';
import { buildBranches, openCodesId, pathOfCode, rootId } from '../../../renderer/codes/code-branches.ts';
import { makeCode } from '../../support/codes.ts';

const codes = [
  makeCode({
    id: 1,
    kind: 'activity',
    itemRef: 'D1',
    name: 'Collect data',
    group: 'Data pipeline',
    groupIndex: 0,
    codings: 3,
  }),
  makeCode({
    id: 2,
    kind: 'activity',
    itemRef: 'M1',
    name: 'Train',
    group: 'Model pipeline',
    groupIndex: 1,
    codings: 2,
  }),
  makeCode({
    id: 3,
    kind: 'precondition',
    itemRef: '1.1',
    name: 'Pipeline runs',
    group: 'Automated',
    groupIndex: 1,
  }),
  makeCode({ id: 4, kind: 'open', name: 'culture' }),
  makeCode({ id: 5, kind: 'open', name: 'fear of audits', parentId: 4, codings: 7 }),
];
const childrenOf = (filter: string, id: string) => buildBranches(codes, filter).get(id)?.children;

describe('buildBranches', () => {
  it('sorts codes under pipelines, stages and open codes', () => {
    expect(childrenOf('', rootId)).toEqual(['heading:pipelines', 'heading:stages', openCodesId]);
    expect(childrenOf('', 'heading:pipelines')).toEqual(['pipelines:0', 'pipelines:1']);
    expect(childrenOf('', 'pipelines:1')).toEqual(['code:2']);
    expect(childrenOf('', openCodesId)).toEqual(['code:4']);
    expect(childrenOf('', 'code:4')).toEqual(['code:5']);
  });

  it('adds up the codings of a heading', () => {
    expect(buildBranches(codes, '').get('heading:pipelines')).toMatchObject({ codings: 5 });
  });

  it('keeps what leads to a matching code and drops headings without one', () => {
    expect(childrenOf('audits', rootId)).toEqual([openCodesId]);
    expect(childrenOf('audits', openCodesId)).toEqual(['code:4']);
  });

  it('keeps Open codes even when nothing matches', () => {
    expect(childrenOf('zzz', rootId)).toEqual([openCodesId]);
  });
});

describe('pathOfCode', () => {
  it('names the stage by number and name', () => {
    const [, , precondition, open] = codes;
    expect(precondition && pathOfCode(precondition)).toBe('1 Automated › 1.1 Pipeline runs');
    expect(open && pathOfCode(open)).toBe('Open codes › culture');
  });
});
