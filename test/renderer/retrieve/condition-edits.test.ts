import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../db/model/retrieval.ts';
import {
  fromGroup,
  fromRow,
  listRows,
  makeRelation,
  toGroup,
  toRow,
  withJoiner,
  withoutEmptyGroups,
  withPart,
  withRelation,
  withTargetCondition,
} from '../../../renderer/retrieve/condition-edits.ts';

const trust = makeRelation({ ids: [1], withSubCodes: true });
const fear = makeRelation({ ids: [2], withSubCodes: true });
const both: Condition = { is: 'and', of: [trust, fear] };

describe('a condition as rows', () => {
  it('is a group, and no condition one without rows', () => {
    expect(toGroup(null)).toEqual({ is: 'and', of: [] });
    expect(toGroup(trust)).toEqual({ is: 'and', of: [trust] });
    expect(toGroup(both)).toBe(both);
    expect(toGroup({ is: 'not', of: both })).toEqual({ is: 'and', of: [{ is: 'not', of: both }] });
    expect(fromGroup({ is: 'or', of: [] })).toBeNull();
  });

  it('a row and its condition mean the same', () => {
    const not: Condition = { is: 'not', of: trust };
    expect(toRow(not)).toEqual({ isNot: true, what: trust });
    expect(fromRow(toRow(not))).toEqual(not);
    expect(toRow({ is: 'not', of: not })).toEqual({ isNot: false, what: trust });
    expect(listRows(toGroup(both)).map(({ row }) => row.what)).toEqual([trust, fear]);
  });

  it('another relation keeps the codes, and the turns where it has some', () => {
    const near = { ...withRelation(trust, 'near'), turns: 5 };
    expect(near.target).toEqual(trust.target);
    expect(withRelation(near, 'followed by')).toEqual({ is: 'followed by', turns: 5, target: trust.target });
    expect(withRelation(near, 'inside')).toEqual({ is: 'inside', target: trust.target });
  });

  it('at least never asks for more than there is', () => {
    const group = withJoiner(toGroup(both), 'at least');
    expect(group).toEqual({ is: 'at least', number: 2, of: [trust, fear] });
    expect(withPart(group, 0, null)).toEqual({ is: 'at least', number: 1, of: [fear] });
    expect(withPart(group, 1, trust).of).toEqual([trust, trust]);
  });
});

describe('what is really said', () => {
  it('leaves out groups that say nothing yet, however deep', () => {
    const empty: Condition = { is: 'at least', number: 1, of: [] };
    expect(withoutEmptyGroups({ is: 'and', of: [trust, empty, { is: 'not', of: empty }] })).toEqual({
      is: 'and',
      of: [trust],
    });
    expect(withoutEmptyGroups({ is: 'or', of: [empty] })).toBeNull();
    const { what } = withTargetCondition({ isNot: false, what: trust }, empty);
    expect(withoutEmptyGroups(what)).toEqual(trust);
  });

  it('keeps everything else', () => {
    expect(withoutEmptyGroups(both)).toEqual(both);
    expect(withoutEmptyGroups(null)).toBeNull();
  });
});
