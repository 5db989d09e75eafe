import { describe, expect, it } from 'vitest';
import { type Scheme, schemeSchema } from '../../../db/model/scheme.ts';
import { listSchemeProblems } from '../../../db/model/scheme-problems.ts';

function makeScheme(): Scheme {
  return schemeSchema.parse({
    id: 'kitchen',
    version: '1',
    name: 'Kitchen',
    pipelines: [
      { id: 'P', name: 'Prepare', activities: [{ id: 'cut', name: 'Cut', references: [1] }] },
      { id: 'C', name: 'Cook', activities: [{ id: 'boil', name: 'Boil' }] },
    ],
    stages: [
      { number: 0, name: 'Raw' },
      { number: 1, name: 'Warm', preconditions: [{ id: '1.1', name: 'Fire', references: ['1'] }] },
      { number: 2, name: 'Done', preconditions: [{ id: '2.1', name: 'Soft' }] },
    ],
    aspects: [{ name: 'Heat', states: ['manual', 'partly', 'automated'] }],
    references: [{ id: 1, title: 'On fire' }],
    supports: { reading: 'Ours', links: [{ precondition: '1.1', activities: ['boil'] }] },
    flow: [
      { from: 'larder', to: 'cut' },
      { from: 'cut', to: 'boil' },
    ],
    stores: [{ id: 'larder', name: 'Larder', activities: ['cut'] }],
    ratingBounds: { N: 10, P: 20, L: 30 },
    rules: [
      { id: 'one', name: 'One', own: ['F'], lower: ['F'], default: true },
      { id: 'two', name: 'Two', own: ['F'], lower: ['F'] },
    ],
  });
}

/** Returns the problems of the kitchen scheme after one change, each as its path and its message. */
function listProblemsAfter(change: (scheme: Scheme) => void): string[] {
  const scheme = makeScheme();
  change(scheme);
  return listSchemeProblems(scheme).map(({ path, message }) => `${path.join('/')}: ${message}`);
}

describe('the problems of a scheme', () => {
  it('are none when its parts fit together', () => {
    expect(listSchemeProblems(makeScheme())).toEqual([]);
  });

  it.each([
    ['pipelines/1/id', 'pipeline', (s: Scheme) => Object.assign(s.pipelines[1] ?? {}, { id: 'P' })],
    [
      'pipelines/1/activities/0/id',
      'activity',
      (s: Scheme) => Object.assign(s.pipelines[1]?.activities[0] ?? {}, { id: 'P' }),
    ],
    [
      'stages/2/preconditions/0/id',
      'precondition',
      (s: Scheme) => Object.assign(s.stages[2]?.preconditions[0] ?? {}, { id: 'P' }),
    ],
    ['stores/0/id', 'store', (s: Scheme) => Object.assign(s.stores[0] ?? {}, { id: 'P' })],
  ])('show at %s that a %s has an id that is taken', (path, kind, change) => {
    expect(listProblemsAfter(change)).toContain(
      `${path}: the ${kind} id “P” is used twice; give each item an id of its own`,
    );
  });

  it('show an id of a rule or a reference that is taken, though items may share it', () => {
    expect(listProblemsAfter((s) => Object.assign(s.rules[1] ?? {}, { id: 'one' }))).toHaveLength(1);
    expect(listProblemsAfter((s) => s.references.push({ ...getFirst(s.references) }))).toHaveLength(1);
    expect(listProblemsAfter((s) => Object.assign(s.rules[1] ?? {}, { id: 'cut' }))).toEqual([]);
  });

  it('show stages out of order', () => {
    expect(listProblemsAfter((s) => s.stages.reverse())).toEqual([
      expect.stringContaining('stages/0/number: this stage has the number 2, but 0 is expected'),
      expect.stringContaining('stages/2/number: this stage has the number 0, but 2 is expected'),
    ]);
  });

  it('show preconditions of stage 0, and a stage that asks for nothing', () => {
    const problems = listProblemsAfter((s) => {
      getFirst(s.stages).preconditions = s.stages[2]?.preconditions.splice(0) ?? [];
    });
    expect(problems).toEqual([
      expect.stringContaining('stages/0/preconditions: stage 0 has preconditions'),
      expect.stringContaining('stages/2: stage 2 has no preconditions'),
    ]);
  });

  it('show an aspect without one state for each stage', () => {
    expect(listProblemsAfter((s) => getFirst(s.aspects).states.push('manual'))).toEqual([
      expect.stringContaining('aspects/0/states: the aspect “Heat” has 4 of 3 states'),
    ]);
  });

  it('show every citation of a reference that is gone', () => {
    expect(listProblemsAfter((s) => s.references.splice(0))).toEqual([
      expect.stringContaining('pipelines/0/activities/0/references/0: there is no reference “1”'),
      expect.stringContaining('stages/1/preconditions/0/references/0: there is no reference “1”'),
    ]);
  });

  it('show links, arrows and stores that name what does not exist', () => {
    const problems = listProblemsAfter((s) => {
      s.supports?.links.push({ precondition: '9.9', activities: ['boill'] });
      s.supports?.links.push({ precondition: '1.1', activities: ['cut'] });
      s.flow.push({ from: '1.1', to: 'lardre' });
      getFirst(s.stores).activities.push('larder');
    });
    expect(problems).toEqual([
      'supports/links/1/precondition: there is no precondition “9.9”; use an id that this file defines',
      'supports/links/1/activities/0: there is no activity “boill”; did you mean “boil”?',
      'supports/links/2/precondition: the precondition “1.1” is linked twice; put all its activities in one entry',
      'flow/2/from: there is no activity or store “1.1”; use an id that this file defines',
      'flow/2/to: there is no activity or store “lardre”; did you mean “larder”?',
      'stores/0/activities/1: there is no activity “larder”; use an id that this file defines',
    ]);
  });

  it.each([
    { N: 20, P: 20, L: 30 },
    { N: 10, P: 40, L: 30 },
    { N: 10, P: 20, L: 100 },
  ])('show that the bounds %o do not rise', (ratingBounds) => {
    expect(listProblemsAfter((s) => Object.assign(s, { ratingBounds }))).toEqual([
      expect.stringContaining('do not rise'),
    ]);
  });

  it('show a second default rule, while none at all is fine', () => {
    expect(listProblemsAfter((s) => Object.assign(s.rules[1] ?? {}, { default: true }))).toEqual([
      'rules/1/default: the rule “two” is a default besides “one”; keep “default: true” on one rule alone',
    ]);
    expect(listProblemsAfter((s) => Object.assign(s.rules[0] ?? {}, { default: false }))).toEqual([]);
  });
});

function getFirst<Entry>(list: Entry[]): Entry {
  const [first] = list;
  if (first === undefined) throw new Error('The list is empty.');
  return first;
}
