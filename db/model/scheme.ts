import { z } from 'zod';
import { ratingLevels } from './rating.ts';

/**
 * A coding scheme: what a study codes for, the stages it places companies on, and the rules that lead from
 * ratings to a stage. It is data, shipped as a YAML file and copied into every study that is made from it.
 */

/** Ids are chosen by the author of the scheme (`D1`, `2.10`); they appear in files, so they hold no blanks. */
const itemIdSchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,31}$/u, 'an id of letters, digits, dots, hyphens, without blanks');

/** A reference may be cited by its number (`23`) or by a key (`Zhou2020`); inside the program it is text. */
const referenceIdSchema = z.union([z.string().min(1), z.number().int()]).transform(String);

const requiredTextSchema = z.string().trim().min(1);
const optionalTextSchema = z.string().trim().default('');

const citationsSchema = z
  .array(referenceIdSchema)
  .default([])
  .describe('Ids of the references this rests on; each of them stands under “references”.');

const definitionSchema = optionalTextSchema.describe(
  'When to use the code, in a sentence or two; coders read it while they choose.',
);

const activitySchema = z.strictObject({
  id: itemIdSchema.describe('Short and lasting, such as D1; written into every coding and export.'),
  name: requiredTextSchema.describe('What the company does, in a few words.'),
  definition: definitionSchema,
  references: citationsSchema,
});

const pipelineSchema = z.strictObject({
  id: itemIdSchema.describe('A letter or a short word, such as D.'),
  name: requiredTextSchema,
  definition: optionalTextSchema,
  activities: z.array(activitySchema).min(1),
});

const preconditionSchema = z.strictObject({
  id: itemIdSchema.describe('Such as "2.10", in quotes, because YAML would read 2.10 as the number 2.1.'),
  name: requiredTextSchema.describe('At most 60 characters fit a table.'),
  definition: definitionSchema,
  references: citationsSchema,
});

const stageSchema = z.strictObject({
  number: z.number().int().min(0).max(20).describe('0 for where everybody starts, then 1, 2, 3 …'),
  name: requiredTextSchema,
  /** What becomes automatic (or better) once this stage is reached; printed on its step of the figure. */
  becomes: optionalTextSchema.describe(
    'What becomes better at this stage; printed on its step of the figure.',
  ),
  before: optionalTextSchema.describe('How things are before the stage is reached.'),
  after: optionalTextSchema.describe('How things are once it is reached.'),
  preconditions: z
    .array(preconditionSchema)
    .default([])
    .describe('What must be achieved to reach the stage; none at stage 0, at least one above it.'),
});

/** One row beneath the staircase: an aspect and its state at each stage, from stage 0 up. */
const aspectSchema = z.strictObject({
  name: requiredTextSchema,
  states: z
    .array(z.enum(['manual', 'partly', 'automated']))
    .min(1)
    .describe('One state for each stage, from stage 0 up.'),
  labels: z
    .strictObject({ manual: z.string(), partly: z.string(), automated: z.string() })
    .partial()
    .optional()
    .describe('Other words for the three states in this row.'),
});

const referenceSchema = z.strictObject({
  id: referenceIdSchema,
  kind: optionalTextSchema.describe('Such as scientific or grey.'),
  authors: optionalTextSchema,
  title: requiredTextSchema,
  year: z.number().int().optional(),
  source: optionalTextSchema.describe('Journal, conference or publisher, with volume and pages.'),
  url: optionalTextSchema,
});

/** Which activity's evidence bears on which precondition: an author's reading, never a fact of the framework. */
const supportSchema = z.strictObject({
  precondition: itemIdSchema,
  activities: z.array(itemIdSchema).min(1),
});

const achievedRatingSchema = z.enum(ratingLevels);

const stageRuleSchema = z.strictObject({
  id: itemIdSchema,
  name: requiredTextSchema,
  definition: optionalTextSchema,
  /** Ratings that satisfy a precondition of the stage itself. */
  own: z
    .array(achievedRatingSchema)
    .min(1)
    .describe('Ratings that satisfy a precondition of the stage itself.'),
  /** Ratings that satisfy a precondition of a lower stage. */
  lower: z
    .array(achievedRatingSchema)
    .min(1)
    .describe('Ratings that satisfy a precondition of a lower stage.'),
  /** Share (0–1) of each stage's preconditions that must be satisfied; 1 means all. */
  share: z
    .number()
    .gt(0)
    .max(1)
    .default(1)
    .describe('Share of each stage’s preconditions that must be satisfied; 1 means all, 0.5 half.'),
  default: z.boolean().default(false).describe('true for the one rule a new study starts with.'),
});

/** An arrow of the framework figure; each end is the id of an activity or of a store. */
const flowSchema = z.strictObject({
  from: z.string().min(1),
  to: z.string().min(1),
  kind: z
    .string()
    .optional()
    .describe('feedback for an arrow that leads back; left out for the way forward.'),
});

/** What lies beside the pipelines (a repository, a registry), with the activities that fill or read it. */
const storeSchema = z.strictObject({
  id: itemIdSchema,
  name: requiredTextSchema,
  activities: z.array(itemIdSchema),
});

const percentSchema = z.number().min(0).max(100);

/** Upper bounds, in per cent achieved, of N, P and L; F is what lies above (ISO/IEC 33020). */
const ratingBoundsSchema = z.strictObject({
  N: percentSchema.describe('“Not achieved” reaches up to this per cent.'),
  P: percentSchema.describe('“Partially achieved” reaches up to this per cent.'),
  L: percentSchema.describe('“Largely achieved” reaches up to this per cent; “fully” is what lies above.'),
});

const supportsSchema = z.strictObject({
  /** Who reads the framework this way, and why it is only a reading. */
  reading: requiredTextSchema.describe('Who reads the framework this way, and why it is only a reading.'),
  links: z.array(supportSchema),
});

export const schemeSchema = z.strictObject({
  $schema: z.string().optional(),
  id: itemIdSchema.describe('Names the scheme for good, over all its versions.'),
  version: requiredTextSchema.describe('In quotes, such as "1.0.0"; raise it whenever the file changes.'),
  name: requiredTextSchema,
  language: requiredTextSchema
    .default('en')
    .describe('The language its texts are written in, such as en or de.'),
  definition: optionalTextSchema,
  source: optionalTextSchema.describe('The publication the scheme is taken from.'),
  pipelines: z.array(pipelineSchema).min(1),
  stages: z.array(stageSchema).min(2),
  aspects: z.array(aspectSchema).default([]).describe('Rows beneath the staircase of the placement figure.'),
  references: z.array(referenceSchema).default([]),
  supports: supportsSchema.optional().describe('Which activities’ evidence bears on which precondition.'),
  flow: z
    .array(flowSchema)
    .default([])
    .describe('Arrows between activities (or stores) of the framework figure.'),
  stores: z.array(storeSchema).default([]).describe('Repositories and the like beside the pipelines.'),
  ratingBounds: ratingBoundsSchema,
  rules: z.array(stageRuleSchema).min(1).describe('Rules that lead from ratings to a stage.'),
});

export type Scheme = z.output<typeof schemeSchema>;
export type Stage = Scheme['stages'][number];
export type Precondition = Stage['preconditions'][number];
export type StageRule = Scheme['rules'][number];
export type SchemeItemKind = 'activity' | 'precondition';

/** A mistake in a scheme that its shape alone does not show; `path` leads to the offending value. */
export type SchemeProblem = { path: (string | number)[]; message: string };

/** One activity or precondition with the group it stands in: its pipeline or its stage. */
export type SchemeItem = {
  id: string;
  kind: SchemeItemKind;
  name: string;
  definition: string;
  groupId: string;
  groupName: string;
};

/** Returns every activity, pipeline by pipeline, and then every precondition, stage by stage. */
export function listSchemeItems(scheme: Scheme): SchemeItem[] {
  const activities = scheme.pipelines.flatMap((pipeline) =>
    pipeline.activities.map(
      ({ id, name, definition }): SchemeItem => ({
        id,
        kind: 'activity',
        name,
        definition,
        groupId: pipeline.id,
        groupName: pipeline.name,
      }),
    ),
  );
  const preconditions = scheme.stages.flatMap((stage) =>
    stage.preconditions.map(
      ({ id, name, definition }): SchemeItem => ({
        id,
        kind: 'precondition',
        name,
        definition,
        groupId: `stage-${stage.number}`,
        groupName: stage.name,
      }),
    ),
  );
  return [...activities, ...preconditions];
}

/** Returns the preconditions of all stages in the order of the stages. */
export function listPreconditions(scheme: Scheme): Precondition[] {
  return scheme.stages.flatMap((stage) => stage.preconditions);
}

/** Returns the ids of the activities whose evidence bears on a precondition, by the scheme's own reading. */
export function listSupportingActivities(scheme: Scheme, preconditionId: string): string[] {
  const links = scheme.supports?.links ?? [];
  return links.find((link) => link.precondition === preconditionId)?.activities ?? [];
}

/** Returns the rule with this id, or else the scheme's default rule, or else its first one. */
export function getStageRule(scheme: Scheme, ruleId?: string | null): StageRule {
  const rule =
    scheme.rules.find((candidate) => candidate.id === ruleId) ??
    scheme.rules.find((candidate) => candidate.default) ??
    scheme.rules[0];
  if (!rule) throw new Error(`The scheme “${scheme.id}” has no stage rule.`);
  return rule;
}

/** Returns the highest stage number; placements run from 0 to it in steps of one half. */
export function getHighestStage(scheme: Scheme): number {
  return Math.max(...scheme.stages.map((stage) => stage.number));
}
