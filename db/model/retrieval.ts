import { z } from 'zod';
import { isCalendarDay } from './calendar-day.ts';
import { evidenceTypes, statuses } from './coding.ts';

/**
 * A question to the codings, as data: which excerpts are looked for, and what must be, or must not be, around them.
 *
 * An excerpt is found when its coding fits every part of the filter and its passage satisfies the condition. The filter
 * speaks of the found coding alone; a condition speaks of *other* codings of the same transcript, whatever their status,
 * coder or speaker. So “D1, status planned, near D2” finds planned D1 near any D2.
 */

const id = z.number().int().positive();
const day = z.string().refine(isCalendarDay, 'Write a day as 2021-02-03.');

/** Codes that are looked for: any of them, with all codes beneath them if wanted. An empty list fits no coding. */
export const codeChoiceSchema = z.strictObject({ ids: z.array(id), withSubCodes: z.boolean() });
export type CodeChoice = z.output<typeof codeChoiceSchema>;

/** What a found coding is; a part that is absent admits all, an empty list admits nothing. */
export const retrievalFilterSchema = z.strictObject({
  codes: codeChoiceSchema.optional(),
  companyIds: z.array(id).optional(),
  /** Letters of techniques. */
  techniques: z.array(z.string()).optional(),
  /** Practitioners of whose words the excerpt holds some. */
  practitionerIds: z.array(id).optional(),
  /** Roles of such practitioners, upper and lower case alike; both together mean one who is both. */
  roles: z.array(z.string()).optional(),
  statuses: z.array(z.enum(statuses)).optional(),
  evidence: z.array(z.enum(evidenceTypes)).optional(),
  coderIds: z.array(id).optional(),
  /** First and last day of the session. A session without a date lies on no day. */
  from: day.optional(),
  to: day.optional(),
  transcriptIds: z.array(id).optional(),
  excerptIds: z.array(id).optional(),
  /** Words that the quote contains; case and accents do not matter. */
  words: z.string().optional(),
});
export type RetrievalFilter = z.output<typeof retrievalFilterSchema>;

/** How another coding lies to the found excerpt: by its text alone. */
export const textRelations = ['same passage', 'overlapping', 'inside', 'containing'] as const;
export type TextRelation = (typeof textRelations)[number];

/** How another coding lies to the found excerpt: within some turns. */
export const turnRelations = ['near', 'followed by', 'preceded by'] as const;
export type TurnRelation = (typeof turnRelations)[number];

/** Other excerpts: those coded so (with any code when null) that themselves satisfy a condition. */
export type Target = { codes: CodeChoice | null; condition: Condition | null };

/**
 * What holds of an excerpt. `and`, `or`, `not` and `at least` combine statements; a statement says that there is another
 * coding of the target, in the same transcript, that lies to the excerpt so:
 *
 * - `overlapping`: shares at least one character with it. This is what “also coded with” means.
 * - `same passage`: begins and ends where it does.
 * - `inside`: the excerpt lies inside the other one (the same passage included).
 * - `containing`: the other one lies inside the excerpt (the same passage included).
 * - `near`: at most `turns` turns away; 0 is the same turn, 1 the next or the last one. Every turn counts, whoever speaks.
 * - `followed by`: begins where the excerpt ends or after, at most `turns` turns after the excerpt's last turn.
 * - `preceded by`: ends where the excerpt begins or before, at most `turns` turns before the excerpt's first turn.
 *
 * A coding is never its own other one; another coder's coding of the same passage is. `and` of nothing holds always,
 * `or` of nothing never.
 */
export type Condition =
  | { is: 'and' | 'or'; of: Condition[] }
  | { is: 'at least'; number: number; of: Condition[] }
  | { is: 'not'; of: Condition }
  | { is: TextRelation; target: Target }
  | { is: TurnRelation; turns: number; target: Target };

/** Deeper conditions are refused: nobody could read them. */
export const deepestCondition = 12;

const targetSchema: z.ZodType<Target> = z.lazy(() =>
  z.strictObject({ codes: codeChoiceSchema.nullable(), condition: conditionPart.nullable() }),
);
const conditionPart: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ is: z.enum(['and', 'or']), of: z.array(conditionPart).max(50) }),
    z.strictObject({
      is: z.literal('at least'),
      number: z.number().int().min(1).max(50),
      of: z.array(conditionPart).max(50),
    }),
    z.strictObject({ is: z.literal('not'), of: conditionPart }),
    z.strictObject({ is: z.enum(textRelations), target: targetSchema }),
    z.strictObject({
      is: z.enum(turnRelations),
      turns: z.number().int().min(0).max(1000),
      target: targetSchema,
    }),
  ]),
);
export const conditionSchema = conditionPart.refine(
  (condition) => depthOf(condition) <= deepestCondition,
  'The conditions of this question are nested too deep. Leave out the innermost one.',
);

/** The whole question. The version is for questions that were saved. */
export const questionSchema = z.strictObject({
  version: z.literal(1),
  filter: retrievalFilterSchema,
  condition: conditionSchema.nullable(),
});
export type Question = z.output<typeof questionSchema>;

/** Asks for every coding. */
export const openQuestion: Question = { version: 1, filter: {}, condition: null };

/** What the results are put together by. */
export const groupings = [
  'none',
  'company',
  'practitioner',
  'technique',
  'code',
  'transcript',
  'status',
  'coder',
] as const;
export type Grouping = (typeof groupings)[number];

function depthOf(condition: Condition): number {
  return 1 + Math.max(0, ...listParts(condition).map(depthOf));
}

/** Returns the conditions directly beneath one, those of its target too. */
export function listParts(condition: Condition): Condition[] {
  if (condition.is === 'not') return [condition.of];
  if ('of' in condition) return condition.of;
  return condition.target.condition === null ? [] : [condition.target.condition];
}
