import { findNearestWord } from './nearest-word.ts';
import type { Scheme, SchemeProblem } from './scheme.ts';

/**
 * Returns the mistakes that only show when the parts of a scheme are read together: ids used twice, names of
 * things that do not exist, stages or bounds out of order. Each message is a clause with its remedy, without
 * a full stop; each path leads to the offending value. An empty array means that the scheme is sound.
 */
export function listSchemeProblems(scheme: Scheme): SchemeProblem[] {
  return [
    ...listIdProblems(scheme),
    ...listStageProblems(scheme),
    ...listAspectProblems(scheme),
    ...listCitationProblems(scheme),
    ...listSupportProblems(scheme),
    ...listFigureProblems(scheme),
    ...listBoundProblems(scheme),
    ...listRuleProblems(scheme),
  ];
}

type Path = SchemeProblem['path'];
type NamedId = { kind: string; id: string; path: Path };

function listIdProblems(scheme: Scheme): SchemeProblem[] {
  const stores = scheme.stores.map(
    ({ id }, at): NamedId => ({ kind: 'store', id, path: ['stores', at, 'id'] }),
  );
  const rules = scheme.rules.map(({ id }, at): NamedId => ({ kind: 'rule', id, path: ['rules', at, 'id'] }));
  const references = scheme.references.map(
    ({ id }, at): NamedId => ({ kind: 'reference', id, path: ['references', at, 'id'] }),
  );
  // Pipelines, activities and preconditions become codes of one tree, and arrows name activities and stores
  // alike: these four share one set of ids.
  const items = [...listPipelineIds(scheme), ...listPreconditionIds(scheme), ...stores];
  return [items, rules, references].flatMap(listRepeatedIds);
}

function listPipelineIds(scheme: Scheme): NamedId[] {
  return scheme.pipelines.flatMap((pipeline, at) => [
    { kind: 'pipeline', id: pipeline.id, path: ['pipelines', at, 'id'] },
    ...pipeline.activities.map(
      ({ id }, index): NamedId => ({
        kind: 'activity',
        id,
        path: ['pipelines', at, 'activities', index, 'id'],
      }),
    ),
  ]);
}

function listPreconditionIds(scheme: Scheme): NamedId[] {
  return scheme.stages.flatMap((stage, at) =>
    stage.preconditions.map(
      ({ id }, index): NamedId => ({
        kind: 'precondition',
        id,
        path: ['stages', at, 'preconditions', index, 'id'],
      }),
    ),
  );
}

function listRepeatedIds(ids: NamedId[]): SchemeProblem[] {
  const seen = new Set<string>();
  return ids.flatMap(({ kind, id, path }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path, message: `the ${kind} id “${id}” is used twice; give each item an id of its own` }];
  });
}

function listStageProblems(scheme: Scheme): SchemeProblem[] {
  return scheme.stages.flatMap((stage, at): SchemeProblem[] => {
    const path = ['stages', at];
    if (stage.number !== at) {
      const message = `this stage has the number ${stage.number}, but ${at} is expected; number the stages 0, 1, 2 … from the first to the last`;
      return [{ path: [...path, 'number'], message }];
    }
    if (at === 0 && stage.preconditions.length > 0) {
      const message =
        'stage 0 has preconditions, though every company stands there; move them to a stage above';
      return [{ path: [...path, 'preconditions'], message }];
    }
    if (at > 0 && stage.preconditions.length === 0) {
      const message = `stage ${at} has no preconditions, so any company would reach it; add at least one`;
      return [{ path, message }];
    }
    return [];
  });
}

function listAspectProblems(scheme: Scheme): SchemeProblem[] {
  const wanted = scheme.stages.length;
  return scheme.aspects.flatMap(({ name, states }, at) => {
    if (states.length === wanted) return [];
    const message = `the aspect “${name}” has ${states.length} of ${wanted} states; give one state for each stage, from stage 0 up`;
    return [{ path: ['aspects', at, 'states'], message }];
  });
}

function listCitationProblems(scheme: Scheme): SchemeProblem[] {
  const known = scheme.references.map(({ id }) => id);
  const activities = scheme.pipelines.flatMap((pipeline, at) =>
    pipeline.activities.map((item, index) => ({ item, path: ['pipelines', at, 'activities', index] })),
  );
  const preconditions = scheme.stages.flatMap((stage, at) =>
    stage.preconditions.map((item, index) => ({ item, path: ['stages', at, 'preconditions', index] })),
  );
  return [...activities, ...preconditions].flatMap(({ item, path }) =>
    item.references.flatMap((id, index) => {
      if (known.includes(id)) return [];
      const message = `there is no reference “${id}”, which “${item.id}” cites; add it under “references” or take it out here`;
      return [{ path: [...path, 'references', index], message }];
    }),
  );
}

function listSupportProblems(scheme: Scheme): SchemeProblem[] {
  const activities = listActivityIds(scheme);
  const preconditions = scheme.stages.flatMap((stage) => stage.preconditions.map(({ id }) => id));
  const linked = new Set<string>();
  return (scheme.supports?.links ?? []).flatMap((link, at) => {
    const path = ['supports', 'links', at];
    const problems = listUnknownIds('activity', link.activities, activities, [...path, 'activities']);
    if (!preconditions.includes(link.precondition)) {
      const message = describeUnknownId('precondition', link.precondition, preconditions);
      problems.unshift({ path: [...path, 'precondition'], message });
    } else if (linked.has(link.precondition)) {
      const message = `the precondition “${link.precondition}” is linked twice; put all its activities in one entry`;
      problems.unshift({ path: [...path, 'precondition'], message });
    }
    linked.add(link.precondition);
    return problems;
  });
}

/** The two lists that only the framework figure reads: arrows, and the stores beside the pipelines. */
function listFigureProblems(scheme: Scheme): SchemeProblem[] {
  const activities = listActivityIds(scheme);
  const ends = [...activities, ...scheme.stores.map(({ id }) => id)];
  const arrows = scheme.flow.flatMap((arrow, at) =>
    (['from', 'to'] as const).flatMap((end) => {
      if (ends.includes(arrow[end])) return [];
      return [{ path: ['flow', at, end], message: describeUnknownId('activity or store', arrow[end], ends) }];
    }),
  );
  const stores = scheme.stores.flatMap((store, at) =>
    listUnknownIds('activity', store.activities, activities, ['stores', at, 'activities']),
  );
  return [...arrows, ...stores];
}

function listActivityIds(scheme: Scheme): string[] {
  return scheme.pipelines.flatMap((pipeline) => pipeline.activities.map(({ id }) => id));
}

function listUnknownIds(kind: string, ids: string[], known: string[], path: Path): SchemeProblem[] {
  return ids.flatMap((id, index) => {
    if (known.includes(id)) return [];
    return [{ path: [...path, index], message: describeUnknownId(kind, id, known) }];
  });
}

function describeUnknownId(kind: string, id: string, known: string[]): string {
  const nearest = findNearestWord(id, known);
  const remedy = nearest ? `did you mean “${nearest}”?` : 'use an id that this file defines';
  return `there is no ${kind} “${id}”; ${remedy}`;
}

function listBoundProblems({ ratingBounds }: Scheme): SchemeProblem[] {
  const { N, P, L } = ratingBounds;
  if (N < P && P < L && L < 100) return [];
  const message = `the rating bounds N ${N}, P ${P}, L ${L} do not rise; let each be greater than the one before and L stay below 100`;
  return [{ path: ['ratingBounds'], message }];
}

function listRuleProblems(scheme: Scheme): SchemeProblem[] {
  const chosen = scheme.rules.find((rule) => rule.default);
  return scheme.rules.flatMap((rule, at) => {
    if (!rule.default || rule === chosen) return [];
    const message = `the rule “${rule.id}” is a default besides “${chosen?.id}”; keep “default: true” on one rule alone`;
    return [{ path: ['rules', at, 'default'], message }];
  });
}
