import { describe, expect, it } from 'vitest';
import {
  buildBranches,
  listRowsAbove,
  openCodesId,
  pathOfCode,
  rootId,
} from '../../../renderer/codes/code-branches.ts';
import { makeCode } from '../../support/codes.ts';

const dataPipeline = { group: 'Data pipeline', groupIndex: 0, trail: ['Data pipeline'] };
const d1 = makeCode({ id: 1, kind: 'activity', itemRef: 'D1', name: 'Collect data', ...dataPipeline });
const codes = [
  d1,
  makeCode({
    id: 2,
    kind: 'activity',
    itemRef: 'M1',
    name: 'Train',
    group: 'Model pipeline',
    groupIndex: 1,
    trail: ['Model pipeline'],
  }),
  makeCode({
    id: 3,
    kind: 'precondition',
    itemRef: '1.1',
    name: 'Pipeline runs',
    group: 'Automated',
    groupIndex: 1,
    trail: ['1 Automated'],
  }),
  makeCode({ id: 4, kind: 'open', name: 'culture', definition: 'What they take for granted' }),
  makeCode({
    id: 5,
    kind: 'open',
    name: 'fear of audits',
    parentId: 4,
    whenToUse: 'When the GDPR comes up',
    trail: ['Open codes', 'culture'],
  }),
  makeCode({
    id: 6,
    kind: 'open',
    name: 'sensors',
    parentId: 1,
    trail: ['Data pipeline', 'D1 Collect data'],
  }),
];
const childrenOf = (filter: string, id: string) => buildBranches(codes, filter).get(id)?.children;

describe('buildBranches', () => {
  it('sorts codes under pipelines, stages and open codes, and open codes beneath items', () => {
    expect(childrenOf('', rootId)).toEqual(['heading:pipelines', 'heading:stages', openCodesId]);
    expect(childrenOf('', 'heading:pipelines')).toEqual(['pipelines:0', 'pipelines:1']);
    expect(childrenOf('', 'pipelines:0')).toEqual(['code:1']);
    expect(childrenOf('', 'code:1')).toEqual(['code:6']);
    expect(childrenOf('', openCodesId)).toEqual(['code:4']);
    expect(childrenOf('', 'code:4')).toEqual(['code:5']);
  });

  it('counts among the open codes only those that stand there', () => {
    const heading = buildBranches(codes, '').get(openCodesId);
    expect(heading?.kind === 'heading' && heading.members.map(({ id }) => id)).toEqual([4, 5]);
  });

  it('keeps what leads to a matching code and drops headings without one', () => {
    expect(childrenOf('audits', rootId)).toEqual([openCodesId]);
    expect(childrenOf('audits', openCodesId)).toEqual(['code:4']);
    expect(childrenOf('sensors', rootId)).toEqual(['heading:pipelines', openCodesId]);
  });

  it('looks for words in definitions and in when to use, too', () => {
    expect(childrenOf('granted', openCodesId)).toEqual(['code:4']);
    expect(childrenOf('gdpr', 'code:4')).toEqual(['code:5']);
  });

  it('keeps Open codes even when nothing matches', () => {
    expect(childrenOf('zzz', rootId)).toEqual([openCodesId]);
  });
});

describe('the way to a code', () => {
  it('names what it stands beneath, from the outermost', () => {
    expect(codes.map(pathOfCode)).toEqual([
      'Data pipeline › D1 Collect data',
      'Model pipeline › M1 Train',
      '1 Automated › 1.1 Pipeline runs',
      'Open codes › culture',
      'Open codes › culture › fear of audits',
      'Data pipeline › D1 Collect data › sensors',
    ]);
  });

  it('is a list of rows to open', () => {
    expect(listRowsAbove(codes, 5)).toEqual([openCodesId, 'code:4']);
    expect(listRowsAbove(codes, 6)).toEqual(['heading:pipelines', 'pipelines:0', 'code:1']);
    expect(listRowsAbove(codes, 3)).toEqual(['heading:stages', 'stages:1']);
  });
});
