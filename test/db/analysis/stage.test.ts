import { describe, expect, it } from 'vitest';
import {
  computeStageInterval,
  listBlocking,
  listNarrowing,
  profileStages,
} from '../../../db/analysis/stage.ts';
import type { RatingValue } from '../../../db/model/rating.ts';
import { getStageRule, type Scheme, type StageRule } from '../../../db/model/scheme.ts';
import { readSchemeFile } from '../../../electron/import/schemes/scheme-file.ts';

const { rules } = readSchemeFile('coding-schemes/mlops-maturity-2021.yaml');
const ruleOf = (id: string) => getStageRule({ ...small(), rules }, id);
const allRules = ['strict', 'iso-33020-like', 'scampi-like', 'majority'];

/** Stage 1 with a to d, stage 2 with e and f, stage 3 with g; listed from the top, since order is by number. */
function small(): Scheme {
  const stage = (number: number, ids: string) => ({
    number,
    name: `Stage ${number}`,
    becomes: '',
    before: '',
    after: '',
    preconditions: [...ids].map((id) => ({ id, name: id, definition: '', references: [] })),
  });
  const base = readSchemeFile('coding-schemes/mlops-maturity-2021.yaml');
  return { ...base, stages: [stage(3, 'g'), stage(2, 'ef'), stage(1, 'abcd'), stage(0, '')] };
}

/** `LLFF FF L` rates a to d, e and f, g; `-` is n/a, `?` unknown, `.` without a rating. */
function rated(signs: string): Map<string, RatingValue> {
  const values: Record<string, RatingValue> = { N: 'N', P: 'P', L: 'L', F: 'F', '-': 'n/a', '?': 'unknown' };
  const entries = [...signs.replaceAll(' ', '')].flatMap((sign, index): [string, RatingValue][] => {
    const value = values[sign];
    return value ? [['abcdefg'.charAt(index), value]] : [];
  });
  return new Map(entries);
}

const interval = (rule: string | StageRule, signs: string) => {
  const { low, high } = computeStageInterval(
    small(),
    typeof rule === 'string' ? ruleOf(rule) : rule,
    rated(signs),
  );
  return low === high ? low : [low, high];
};

describe('the stage by each shipped rule', () => {
  it.each([
    // ratings         strict 33020 scampi majority
    ['FFFF FF F', 3, 3, 3, 3],
    ['FFFF FF L', 2, 3, 3, 3],
    ['FFFF FL F', 1, 2, 3, 3],
    ['FFFL FF F', 0, 1, 3, 3],
    ['LLLL LL L', 0, 1, 3, 3],
    ['FFFP FF F', 0, 0, 0, 3],
    ['LLPN LN L', 0, 0, 0, 3],
    ['LLPN NN F', 0, 0, 0, 1],
    ['LPPN FF F', 0, 0, 0, 0],
    ['NNNN NN N', 0, 0, 0, 0],
    ['FFFF FP N', 1, 1, 1, 2],
  ])('of %s is %i strictly, %i 33020-like, %i SCAMPI-like and %i by majority', (signs, ...stages) => {
    expect(allRules.map((rule) => interval(rule, signs))).toEqual(stages);
  });

  it.each(allRules)('counts n/a as satisfied (%s)', (rule) => {
    expect(interval(rule, '---- -- -')).toBe(3);
    expect(interval(rule, 'FFF- FF -')).toBe(3);
  });

  it('counts n/a towards the half of a majority', () => {
    expect(interval('majority', '--NN NN N')).toBe(1);
    expect(interval('majority', '-NNN NN N')).toBe(0);
  });
});

describe('an unknown rating', () => {
  it('makes the stage an interval, read as N for the lowest and as F for the highest', () => {
    expect(interval('scampi-like', 'LLL? LL L')).toEqual([0, 3]);
    expect(interval('scampi-like', 'LLLL L? N')).toEqual([1, 2]);
    expect(interval('strict', 'FFFF FF ?')).toEqual([2, 3]);
  });

  it('is the same as none', () => {
    expect(interval('scampi-like', '.... .. .')).toEqual([0, 3]);
    expect(interval('scampi-like', 'LLLL L. N')).toEqual([1, 2]);
  });

  it('of a higher stage widens nothing while a lower one is known not to be reached', () => {
    expect(interval('scampi-like', 'LLLN ?? ?')).toBe(0);
  });

  it('widens nothing where a majority holds without it', () => {
    expect(interval('majority', 'LL?? LN N')).toBe(2);
  });
});

describe('what would narrow the interval', () => {
  const narrowing = (rule: string, signs: string) =>
    listNarrowing(small(), ruleOf(rule), rated(signs)).join('');

  it('are the unknown preconditions up to its highest stage', () => {
    expect(narrowing('scampi-like', 'LLL? L? N')).toBe('df');
    expect(narrowing('scampi-like', 'LLLL L? N')).toBe('f');
  });

  it('is nothing when it is one stage', () => {
    expect(narrowing('scampi-like', 'LLLN ?? ?')).toBe('');
    expect(narrowing('strict', 'FFFF FF F')).toBe('');
  });

  it('leaves out what a majority does not depend on', () => {
    expect(interval('majority', 'LL?? L? ?')).toEqual([2, 3]);
    expect(narrowing('majority', 'LL?? L? ?')).toBe('g');
  });
});

describe('what keeps a company below the next stage', () => {
  const blocking = (rule: string, signs: string) =>
    listBlocking(small(), ruleOf(rule), rated(signs)).join('');

  it('are the known ratings that do not suffice for it, its own and those below', () => {
    expect(blocking('scampi-like', 'LLPN LL L')).toBe('cd');
    expect(blocking('scampi-like', 'LLLL PL L')).toBe('e');
    expect(blocking('iso-33020-like', 'LLLF FF F')).toBe('abc');
  });

  it('are no unknown ones, and none at the highest stage', () => {
    expect(blocking('scampi-like', 'LL?N LL L')).toBe('d');
    expect(blocking('scampi-like', 'LLLL LL L')).toBe('');
  });

  it('are none of a stage that a majority satisfies in spite of them', () => {
    expect(blocking('majority', 'LLNN NN L')).toBe('ef');
  });
});

describe('the share of a rule', () => {
  it('is met by exactly so many, whatever binary fractions make of it', () => {
    const base = small();
    const ids = Array.from({ length: 20 }, (_, index) => `x${index}`);
    const [highest] = base.stages;
    if (!highest) throw new Error('The scheme has no stage.');
    const preconditions = ids.map((id) => ({ id, name: id, definition: '', references: [] }));
    const scheme = {
      ...base,
      stages: [
        { ...highest, number: 0, preconditions: [] },
        { ...highest, number: 1, preconditions },
      ],
    };
    const rule = { ...ruleOf('majority'), share: 0.55 };
    const reached = (count: number) =>
      computeStageInterval(scheme, rule, new Map(ids.map((id, index) => [id, index < count ? 'F' : 'N'])))
        .low;
    expect([reached(10), reached(11)]).toEqual([0, 1]);
  });
});

describe('the profile of the stages', () => {
  it('counts every rating, and a missing one as unknown', () => {
    expect(profileStages(small(), rated('LLP. F- ?'))).toEqual([
      { stage: 1, counts: { L: 2, P: 1, unknown: 1 } },
      { stage: 2, counts: { F: 1, 'n/a': 1 } },
      { stage: 3, counts: { unknown: 1 } },
    ]);
  });
});
