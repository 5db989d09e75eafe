import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOutsideInterval } from '../../../db/model/placement.ts';
import { ratingValues } from '../../../db/model/rating.ts';
import { parseSchemeFile } from '../../../electron/import/schemes/scheme-file.ts';
import type { Evidence } from '../../../electron/ipc/contract/codes.ts';
import type { CompanyPlacement, Rating } from '../../../electron/ipc/contract/maturity.ts';
import { findTarget, type KnownThings } from '../../../renderer/maturity/check-target.ts';
import { findFigureTarget } from '../../../renderer/maturity/figure-target.ts';
import { findPlacementRemark, listPlaces, profileStage } from '../../../renderer/maturity/placement-view.ts';
import {
  describeBounds,
  describeRating,
  findRatingOfKey,
  keyOfRating,
  listStageRows,
  signOfRating,
} from '../../../renderer/maturity/rating-rows.ts';
import {
  listLinkedSections,
  listSheetSections,
  toggleId,
} from '../../../renderer/maturity/sheet-sections.ts';

const schemePath = resolve(import.meta.dirname, '../../../coding-schemes/mlops-maturity-2021.yaml');
const scheme = parseSchemeFile(readFileSync(schemePath, 'utf8'), 'mlops-maturity-2021.yaml');

const rating = (itemRef: string, value: Rating['value'], excerptIds: number[] = []): Rating => ({
  id: 1,
  companyId: 1,
  itemRef,
  value,
  rationale: '',
  coderId: 1,
  coder: 'MJ',
  ratedAt: '2021-03-31T10:00:00Z',
  excerptIds,
});

const company: CompanyPlacement = {
  companyId: 1,
  label: 'A',
  name: 'Telecommunications',
  placement: 1.5,
  rationale: '',
  date: '2021-03-31',
  computed: { low: 0, high: 0 },
  isRated: true,
  byRule: [],
  narrowing: [],
  blocking: [],
  profile: [],
};

describe('the list of preconditions', () => {
  it('has the thirty-eight of the shipped scheme by stage, and each with the rating of its own company', () => {
    const others = { ...rating('1.2', 'F'), companyId: 2 };
    const stages = listStageRows(scheme, 1, [rating('1.1', 'P'), others], []);
    expect(stages.map(({ stage, rows }) => [stage.number, rows.length])).toEqual([
      [1, 7],
      [2, 12],
      [3, 9],
      [4, 10],
    ]);
    expect(stages[0]?.rows.slice(0, 2).map((row) => row.rating?.value)).toEqual(['P', undefined]);
  });

  it('tells not rated from unknown, and a rating that rests on no excerpt', () => {
    expect(signOfRating(undefined)).not.toBe(signOfRating('unknown'));
    expect(describeRating(rating('1.1', 'L'))).toBe('largely achieved, on no excerpt');
    expect(describeRating(rating('1.1', 'L', [3]))).toBe('largely achieved');
    expect(describeRating(rating('1.1', 'N'))).toBe('not achieved');
  });

  it('has one key for each rating', () => {
    expect(ratingValues.map((value) => findRatingOfKey(keyOfRating(value)))).toEqual([...ratingValues]);
    expect(findRatingOfKey('L')).toBe('L');
    expect(findRatingOfKey('x')).toBeUndefined();
  });

  it('reads the bounds of the ratings from the scheme', () => {
    expect(ratingValues.map((value) => describeBounds(value, scheme.ratingBounds))).toEqual([
      '0 to 15 %',
      'over 15 to 50 %',
      'over 50 to 85 %',
      'over 85 to 100 %',
      undefined,
      undefined,
    ]);
  });
});

describe('the evidence sheet', () => {
  const coding = (id: number, change: Partial<Evidence>): Evidence => ({
    id,
    excerptId: id,
    transcriptId: 1,
    start: 0,
    end: 1,
    quote: 'x',
    codeId: 1,
    coderId: 1,
    status: 'in place',
    evidence: 'affirmation',
    comment: '',
    createdAt: '',
    transcript: 'A_P1',
    companyId: 1,
    company: 'A',
    technique: 'P',
    date: null,
    itemRef: '1.1',
    code: 'name',
    coder: 'MJ',
    speakers: [
      {
        participantId: 1,
        participant: 'P1',
        practitionerId: 1,
        practitioner: 'A-01',
        role: '',
        company: 'A',
      },
    ],
    turnIndex: 0,
    time: null,
    ...change,
  });

  it('shows only sections that hold something, artefacts first', () => {
    const sections = listSheetSections([
      coding(1, { status: 'planned' }),
      coding(2, {}),
      coding(3, { evidence: 'artefact' }),
      coding(4, { speakers: [] }),
    ]);
    expect(sections.map(({ id, codings }) => [id, codings.map((one) => one.id)])).toEqual([
      ['artefacts', [3]],
      ['affirmations', [2]],
      ['planned', [1]],
      ['unattributed', [4]],
    ]);
  });

  it('lists linked activities in the order of the reading', () => {
    const codings = [coding(1, { itemRef: 'D6' }), coding(2, { itemRef: 'D1' }), coding(3, {})];
    expect(listLinkedSections(codings, ['D1', 'D2', 'D6']).map(({ id }) => id)).toEqual(['D1', 'D6']);
  });

  it('adds an excerpt by one tick and takes it away by the next', () => {
    expect(toggleId([1, 2], 3)).toEqual([1, 2, 3]);
    expect(toggleId([1, 2, 3], 2)).toEqual([1, 3]);
  });
});

describe('the placement', () => {
  it('goes in halves from 0 to the highest stage', () => {
    expect(listPlaces(2)).toEqual([0, 0.5, 1, 1.5, 2]);
  });

  it('lies inside the computed interval with both ends', () => {
    expect(isOutsideInterval(1, { low: 1, high: 2 })).toBe(false);
    expect(isOutsideInterval(2, { low: 1, high: 2 })).toBe(false);
    expect(isOutsideInterval(2.5, { low: 1, high: 2 })).toBe(true);
  });

  it('asks why when it lies outside and nobody says why', () => {
    expect(findPlacementRemark(company)).toBe(
      'Placed between stages 1 and 2, but the rule computes stage 0. Say why in the rationale.',
    );
    expect(findPlacementRemark({ ...company, rationale: 'Because.' })).toBeNull();
    expect(findPlacementRemark({ ...company, placement: null })).toBeNull();
    expect(findPlacementRemark({ ...company, placement: 0 })).toBe('This placement has no rationale yet.');
  });

  it('profiles a stage from F down and counts what is not rated as unknown', () => {
    const stage = scheme.stages[1];
    const ratings = [rating('1.1', 'P', [4, 5]), rating('1.2', 'F', [5]), rating('1.3', 'P', [5])];
    const parts = stage ? profileStage(stage, 1, ratings) : [];
    expect(parts.map(({ value, itemRefs }) => [value, itemRefs.length])).toEqual([
      ['F', 1],
      ['P', 2],
      ['unknown', 4],
    ]);
    expect(parts[1]?.excerptIds).toEqual([4, 5]);
  });
});

describe('an item of a finding', () => {
  const known: KnownThings = {
    companies: [company],
    codes: [],
    practitioners: [
      {
        id: 1,
        companyId: 1,
        company: 'A',
        name: 'A-01',
        role: '',
        seniority: '',
        participants: [],
        attributes: {},
      },
    ],
  };
  const precondition = {
    id: 9,
    kind: 'precondition' as const,
    itemRef: '1.1',
    parentId: null,
    group: '',
    groupIndex: 1,
    name: 'One place',
    definition: '',
    whenToUse: '',
    trail: [],
    excerpts: 0,
    colour: '',
    codings: 0,
    transcripts: 0,
    persons: 0,
  };
  const withCode = { ...known, codes: [precondition] };

  it('leads to the passage before anything else', () => {
    const item = { description: '', transcriptId: 3, start: 5, end: 9, company: 'A', itemRef: '1.1' };
    expect(findTarget(item, withCode)).toEqual({
      kind: 'passage',
      place: { transcriptId: 3, start: 5, end: 9 },
    });
  });

  it('leads to the rating, the placement, the people or the code it is about', () => {
    expect(findTarget({ description: 'A · 1.1: L', company: 'A', itemRef: '1.1' }, withCode)).toEqual({
      kind: 'rating',
      companyId: 1,
      itemRef: '1.1',
    });
    expect(findTarget({ description: 'Company A', company: 'A' }, known)).toEqual({ kind: 'placement' });
    expect(findTarget({ description: 'A-01 (P1)', company: 'A' }, known)).toEqual({ kind: 'people' });
    expect(findTarget({ description: '1.1', itemRef: '1.1' }, withCode)?.kind).toBe('code');
    expect(findTarget({ description: 'something else' }, known)).toBeUndefined();
  });
});

describe('a mark of the figure', () => {
  it('leads from a company to the evidence on all its preconditions', () => {
    const target = findFigureTarget('company:1', scheme, [company]);
    expect(target?.words).toBe(
      'Company A Telecommunications, between stages 1 and 2: open its ratings and evidence',
    );
    expect(target?.evidence?.filter.companyId).toBe(1);
    expect(target?.evidence?.filter.itemRefs).toHaveLength(38);
  });

  it('leads from a stage to the evidence on its preconditions in all companies', () => {
    expect(findFigureTarget('stage:1', scheme, [company])?.evidence?.filter).toEqual({
      itemRefs: ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7'],
    });
    expect(findFigureTarget('stage:0', scheme, [company])?.evidence).toBeNull();
    expect(findFigureTarget('stage:9', scheme, [company])).toBeUndefined();
  });
});
