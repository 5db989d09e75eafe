import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  getHighestStage,
  getStageRule,
  listPreconditions,
  listSchemeItems,
  listSupportingActivities,
} from '../../../db/model/scheme.ts';
import { listShippedSchemes, loadShippedScheme } from '../../../electron/import/schemes/scheme-file.ts';

const folder = resolve(import.meta.dirname, '../../../coding-schemes');
const mlops = loadShippedScheme(folder, 'mlops-maturity-2021');

const range = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${prefix}${at + 1}`);

describe('every scheme that comes with the program', () => {
  it.each(listShippedSchemes(folder).map(({ scheme }) => [scheme.id, scheme] as const))(
    '%s defines each of its items, in names that fit a table',
    (_, scheme) => {
      for (const { id, name, definition } of listSchemeItems(scheme)) {
        expect(definition, id).not.toBe('');
        expect(name.length, id).toBeLessThanOrEqual(60);
      }
      expect(scheme.rules.filter((rule) => rule.default)).toHaveLength(1);
    },
  );

  it('differs from the others in bounds and rules, so that none of them can be taken for fixed', () => {
    const bounds = listShippedSchemes(folder).map(({ scheme }) => JSON.stringify(scheme.ratingBounds));
    expect(new Set(bounds).size).toBe(bounds.length);
  });
});

describe('the MLOps scheme of 2021', () => {
  it('has 28 activities in three pipelines and across them', () => {
    const ids = mlops.pipelines.map((pipeline) => pipeline.activities.map(({ id }) => id));
    expect(ids).toEqual([range('D', 7), range('M', 8), range('R', 9), range('X', 4)]);
  });

  it('has 7, 12, 9 and 10 preconditions on the four stages above manual work', () => {
    const ids = mlops.stages.map((stage) => stage.preconditions.map(({ id }) => id));
    expect(ids).toEqual([[], range('1.', 7), range('2.', 12), range('3.', 9), range('4.', 10)]);
    expect(getHighestStage(mlops)).toBe(4);
  });

  it('rests on sources 23 to 43, six of them scientific', () => {
    expect(mlops.references.map(({ id }) => id)).toEqual(
      Array.from({ length: 21 }, (_, at) => String(at + 23)),
    );
    const scientific = mlops.references.filter(({ kind }) => kind === 'scientific').map(({ id }) => id);
    expect(scientific).toEqual(['23', '24', '25', '26', '27', '28']);
    expect(
      mlops.references.filter(({ kind, url }) => kind === 'grey' && url.startsWith('https://')),
    ).toHaveLength(15);
  });

  it('cites the sources of the paper for its preconditions', () => {
    const cited = Object.fromEntries(listPreconditions(mlops).map(({ id, references }) => [id, references]));
    expect(cited['2.6']).toEqual(['38', '24', '43', '40', '39']);
    expect(cited['4.3']).toEqual(['32', '23']);
    expect(Object.values(cited).every((references) => references.length > 0)).toBe(true);
  });

  it('reads evidence of activities into every precondition', () => {
    for (const { id } of listPreconditions(mlops))
      expect(listSupportingActivities(mlops, id), id).not.toEqual([]);
    expect(listSupportingActivities(mlops, '1.1')).toEqual(['D1', 'D6']);
  });

  it('turns one aspect automatic on each step', () => {
    const states = mlops.aspects.map((aspect) => aspect.states.join(' '));
    expect(states).toEqual([
      'manual automated automated automated automated',
      'manual manual automated automated automated',
      'manual manual manual partly automated',
    ]);
    expect(mlops.aspects[2]?.labels?.partly).toBe('semi-automated');
  });

  it('has the four rules, of which the SCAMPI-like one is the default', () => {
    const rules = mlops.rules.map(
      ({ id, own, lower, share }) => `${id}: ${own.join('')} ${lower.join('')} ${share}`,
    );
    expect(rules).toEqual([
      'strict: F F 1',
      'iso-33020-like: LF F 1',
      'scampi-like: LF LF 1',
      'majority: LF LF 0.5',
    ]);
    expect(getStageRule(mlops).id).toBe('scampi-like');
    expect(mlops.ratingBounds).toEqual({ N: 15, P: 50, L: 85 });
  });

  it('leads from the data sources to monitoring and back to collection', () => {
    const forward = mlops.flow.filter(({ kind }) => kind === undefined);
    const path = [forward[0]?.from, ...forward.map(({ to }) => to)];
    expect(path.join(' ')).toBe('data-sources D1 D2 D3 M1 M2 M3 R1 R2 R3 R5 R6 R7');
    expect(mlops.flow.filter(({ kind }) => kind === 'feedback')).toEqual([
      { from: 'R7', to: 'D1', kind: 'feedback' },
    ]);
  });
});
